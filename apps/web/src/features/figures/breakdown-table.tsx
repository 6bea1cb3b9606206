import type { FigureTable } from '@rasad/contracts/figures'
import { useFormat } from '../../shared/fa.ts'
import { useText } from '../../shared/language.ts'
import { PART_TEXT, type FigurePart } from '../../shared/truth-text.ts'
import { Count, type CountStyle } from '../../shared/ui/count.tsx'
import { PivotTable, type PivotRow } from '../../shared/ui/pivot-table.tsx'
import type { Cut } from './figures-query.ts'
import { CUT_TEXT, FIGURES_TEXT } from './figures-text.ts'

/** A row of the breakdown with the name of what it stands for. */
export type NamedRow = FigureTable['rows'][number] & { key: string; name: string }

const GROUPS = [
  { key: 'truths', parts: ['committed', 'registered', 'verified'] },
  { key: 'shares', parts: ['registeredOfCommitted', 'verifiedOfRegistered', 'verifiedOfCommitted', 'gap'] },
  { key: 'standing', parts: ['underReview', 'rejected', 'unreachable'] },
  { key: 'outside', parts: ['duplicate', 'withdrawn', 'beside'] },
] as const

const STYLES: { [Part in FigurePart]?: CountStyle } = {
  registeredOfCommitted: 'percent',
  verifiedOfCommitted: 'percent',
  verifiedOfRegistered: 'percent',
  gap: 'signed',
}

/** The breakdown as a table; its last row is the server's own total, not a sum made here. */
export function BreakdownTable({ by, figures, rows }: { by: Cut; figures: FigureTable; rows: NamedRow[] }) {
  const text = useText(FIGURES_TEXT)
  const parts = useText(PART_TEXT)
  const cuts = useText(CUT_TEXT)
  const { moment, count } = useFormat()
  const groups = GROUPS.map(({ key, parts: names }) => ({
    key,
    label: text[key],
    columns: names.map((name) => ({ key: name, label: parts[name] })),
  }))
  return (
    <PivotTable
      caption={
        <>
          {text.chart}
          <small>
            <time dateTime={figures.asOf}>{moment(figures.asOf)}</time>
            {figures.batch !== null && ` · ${text.batch} ${count(figures.batch)}`}
            {figures.unsettled > 0 && ` · ${count(figures.unsettled)} ${text.unsettled}`}
          </small>
        </>
      }
      corner={cuts[by]}
      groups={groups}
      rows={rows.map((row) => ({ key: row.key, label: row.name, cells: cellsOf(row) }))}
      total={{ key: 'total', label: text.total, cells: cellsOf(figures.total) }}
    />
  )
}

function cellsOf(figure: FigureTable['total']): PivotRow['cells'] {
  const names = GROUPS.flatMap(({ parts }) => [...parts])
  return Object.fromEntries(
    names.map((name) => [name, <Count key={name} value={figure[name]} as={STYLES[name] ?? 'count'} />]),
  )
}
