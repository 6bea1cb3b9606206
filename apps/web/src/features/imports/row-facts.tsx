import type { RunRow } from '@rasad/contracts/import-runs'
import { COLUMN_TEXT } from '@rasad/domain/imports/column-text'
import type { Column } from '@rasad/domain/imports/columns'
import { VERDICT_TEXT } from '@rasad/domain/imports/verdict-text'
import { useText } from '../../shared/language.ts'
import { Code } from '../../shared/ui/code.tsx'
import { Count } from '../../shared/ui/count.tsx'
import { MEND_TEXT } from './mend-text.ts'

/** Whom a row is about, as far as it says so: the name, and the national ID masked. */
export function RowPerson({ row: { cells } }: { row: RunRow }) {
  const textOf = (column: Column) => cells.find((cell) => cell.column === column)?.text.trim() ?? ''
  const parts = [textOf('firstName'), textOf('lastName')].filter((part) => part !== '')
  const name = parts.length > 0 ? parts.join(' ') : textOf('fullName')
  const nationalId = textOf('nationalId')
  if (name === '' && nationalId === '') return <Count value={null} />
  return (
    <>
      <bdi>{name}</bdi>
      {nationalId !== '' && (
        <span className="row-id">
          <Code>{nationalId}</Code>
        </span>
      )}
    </>
  )
}

/** What stands in the cells of a row that were mended. */
export function MendedWords({ row: { cells, mended } }: { row: RunRow }) {
  const text = useText(MEND_TEXT)
  const columns = useText(COLUMN_TEXT)
  if (mended.length === 0) return null
  return (
    <ul className="said mended-words">
      {mended.map((column) => (
        <li key={column}>
          {`${columns[column]} ${text.mendedTo} `}
          <bdi>{cells.find((cell) => cell.column === column)?.text || text.emptyCell}</bdi>
        </li>
      ))}
    </ul>
  )
}

/** The verdict of a row, and whether it was mended for it. */
export function RowVerdict({ row }: { row: RunRow }) {
  const verdicts = useText(VERDICT_TEXT)
  const text = useText(MEND_TEXT)
  return (
    <>
      <span className="verdict" data-verdict={row.verdict}>
        {verdicts[row.verdict]}
      </span>
      {row.mended.length > 0 && <span className="row-mended">{text.mended}</span>}
    </>
  )
}
