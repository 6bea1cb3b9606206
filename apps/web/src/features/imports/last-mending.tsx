import type { WholeRunRow } from '@rasad/contracts/import-runs'
import { COLUMN_TEXT } from '@rasad/domain/imports/column-text'
import { COLUMNS } from '@rasad/domain/imports/columns'
import { nameOfActor } from '../../shared/actor-name.ts'
import { useFormat } from '../../shared/fa.ts'
import { useText } from '../../shared/language.ts'
import type { CellValues } from './mending.ts'
import { MEND_TEXT } from './mend-text.ts'

/** Who mended a row last, and what they put where. */
export function LastMending({ whole }: { whole: WholeRunRow }) {
  const text = useText(MEND_TEXT)
  const names = useText(COLUMN_TEXT)
  const { moment } = useFormat()
  const [last] = whole.mendings
  if (last === undefined) return null
  const values: CellValues = last.values
  return (
    <p className="last-mending">
      <bdi>{nameOfActor(last.by)}</bdi>
      {' · '}
      <time dateTime={last.at}>{moment(last.at)}</time>
      {COLUMNS.filter((column) => values[column] !== undefined).map((column) => (
        <span key={column}>
          {` · ${names[column]}: `}
          <bdi>{values[column] === '' ? text.emptyCell : values[column]}</bdi>
        </span>
      ))}
    </p>
  )
}
