import { relative } from 'node:path'
import type { Reporter } from 'knip'

const report: Reporter = ({ report: wanted, issues, counters, cwd, configurationHints }) => {
  const problems = Object.entries(issues).flatMap(([kind, byFile]) => {
    if (!wanted[kind as keyof typeof wanted]) return []
    return Object.values(byFile).flatMap((bySymbol) =>
      Object.values(bySymbol).map(({ filePath, symbol, line }) => {
        return `${relative(cwd, filePath)}:${line ?? 1} unused or unlisted (${kind}): ${symbol}`
      }),
    )
  })
  const hints = [...configurationHints.values()].map(
    ({ type, identifier }) => `knip.jsonc ${type}: ${String(identifier)}`,
  )
  console.log(JSON.stringify({ processed: counters.processed, problems: [...problems, ...hints] }))
}

// oxlint-disable-next-line import/no-default-export -- Knip loads a reporter by its default export.
export default report
