import type { Finding } from '../finding.ts'
import { listProjectFiles } from '../project-files.ts'

const EMPTY_WORDS = new Set(
  ['util', 'helper', 'manager']
    .flatMap((word) => [word, `${word}s`])
    .concat('common', 'misc', 'impl', 'base', 'data', 'info'),
)

/** Files and folders of source are named after the domain, not after their being code (STYLE §5). */
export function checkFileNames(root: string): Finding {
  const files = listProjectFiles(root).filter((path) => /^(packages|apps|tools|bench|e2e)\//.test(path))
  const problems = files.flatMap((path) => {
    const word = path.split(/[/.\-_]/).find((part) => EMPTY_WORDS.has(part.toLowerCase()))
    return word === undefined ? [] : [`${path} is named with "${word}"`]
  })
  return { checked: files.length, unit: 'file names', problems }
}
