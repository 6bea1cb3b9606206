import type { WholeRunRow } from '@rasad/contracts/import-runs'
import { COLUMN_TEXT } from '@rasad/domain/imports/column-text'
import { COLUMNS } from '@rasad/domain/imports/columns'
import { nameOfActor } from '../../shared/actor-name.ts'
import { useText } from '../../shared/language.ts'
import { useErrorWords } from '../../shared/problem-text.ts'
import { ChangedMeanwhile } from '../../shared/ui/changed-meanwhile.tsx'
import { cellsOf } from './mendable-cells.ts'
import type { CellValues } from './mending.ts'

type RowMeanwhileProps = {
  error: unknown
  /** The row as it was seen, and as it stands now. */
  before: WholeRunRow
  whole: WholeRunRow
  /** The cells as they are written in the form. */
  mine: CellValues
}

/** What another put into a row while it was being mended, beside what is written here. */
export function RowMeanwhile({ error, before, whole, mine }: RowMeanwhileProps) {
  const names = useText(COLUMN_TEXT)
  const { sentence } = useErrorWords(error)
  const [seen, now] = [cellsOf(before.cells), cellsOf(whole.cells)]
  const last = whole.mendings[0]
  return (
    <ChangedMeanwhile
      title={sentence}
      changed={last === undefined ? null : { by: nameOfActor(last.by), at: last.at }}
      fields={COLUMNS.map((column) => ({
        label: names[column],
        seen: seen[column] ?? '',
        now: now[column] ?? '',
        mine: mine[column] ?? '',
      }))}
    />
  )
}
