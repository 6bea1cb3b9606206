import { COLUMNS, type Column } from '@rasad/domain/imports/columns'
import { Problem } from '@rasad/server/platform/problem'

/** Reads `HEADER=COLUMN`, once for each header; the last sign of equality parts them, because a header may hold others. */
export function readMapping(pairs: readonly string[]): Record<string, Column | 'ignore'> {
  return Object.fromEntries(pairs.map(readPair))
}

function readPair(pair: string): [header: string, column: Column | 'ignore'] {
  const at = pair.lastIndexOf('=')
  if (at < 1) throw new Problem('bad-input', { fields: [{ field: 'map', message: 'not HEADER=COLUMN' }] })
  const header = pair.slice(0, at).trim()
  const column = pair.slice(at + 1).trim()
  const name = column.replaceAll('-', '').toLowerCase()
  const known = [...COLUMNS, 'ignore' as const].find((each) => each.toLowerCase() === name)
  if (header === '' || known === undefined) throw new Problem('import.unknown-column', { header, column })
  return [header, known]
}
