import type { FigureTable } from '@rasad/contracts/figures'
import type { ReactNode } from 'react'
import { figuresAddress } from '../../shared/figure-queries.ts'
import { useText } from '../../shared/language.ts'
import { PART_TEXT } from '../../shared/truth-text.ts'
import { Count } from '../../shared/ui/count.tsx'
import { PivotTable } from '../../shared/ui/pivot-table.tsx'
import { nextSort, type BreakdownRow } from './breakdown-rows.ts'
import { GROUPS, isRanked, isSpecial, styleOf, type Column, type SpecialPart } from './columns.ts'
import { FigureLink } from './figure-link.tsx'
import type { FiguresQuestion, PassportTruth } from './figures-search.ts'
import { CUT_TEXT, FIGURES_TEXT, GROUP_TEXT, SPECIAL_TEXT } from './figures-text.ts'
import { StandingMark } from './standing-mark.tsx'
import { passportTruthOf } from './passport-truth.ts'

type BreakdownTableProps = {
  question: FiguresQuestion
  caption: ReactNode
  columns: readonly Column[]
  rows: readonly BreakdownRow[]
  total: FigureTable['total']
  totalParts: Partial<Record<SpecialPart, number>>
  onSort: (sort: string | undefined) => void
}

/** The breakdown as a table; its last row is the server's own total, not a sum made here. */
export function BreakdownTable(props: BreakdownTableProps) {
  const { question, caption, columns, rows, total, totalParts, onSort } = props
  const text = useText(FIGURES_TEXT)
  const parts = useText(PART_TEXT)
  const cuts = useText(CUT_TEXT)
  const heads = useText(GROUP_TEXT)
  const special = useText(SPECIAL_TEXT)
  const by = question.by ?? 'county'
  const { sort } = question
  const labelOf = (column: Column) =>
    column === 'rank' ? text.rank : isSpecial(column) ? special[column] : parts[column]
  const groups = GROUPS.flatMap(({ key, columns: all }) => {
    const shown = all.filter((column) => columns.includes(column) && (column !== 'rank' || isRanked(by)))
    if (shown.length === 0) return []
    return [
      {
        key,
        label: heads[key],
        columns: shown.map((column) => ({
          key: column,
          sort:
            sort === column
              ? ('ascending' as const)
              : sort === `-${column}`
                ? ('descending' as const)
                : undefined,
          label: (
            <button type="button" className="sort-button" onClick={() => onSort(nextSort(sort, column))}>
              {labelOf(column)}
            </button>
          ),
        })),
      },
    ]
  })
  const entrance = groups
    .flatMap((group) => group.columns)
    .find(({ key }) => passportTruthOf(key) !== null)?.key
  const cell = (row: Omit<BreakdownRow, 'name'>, column: Column, isFirst: boolean) => {
    if (column === 'rank') return <StandingMark standing={row.standing} />
    if (isSpecial(column)) return <Count value={row.parts[column] ?? null} />
    const value = row[column]
    const truth = passportTruthOf(column)
    if (truth === null)
      return column === 'verifiedOfCommitted' ? (
        <ShareBar value={value} />
      ) : (
        <Count value={value} as={styleOf(column)} />
      )
    return (
      <FigureLink
        value={value}
        address={passportAddress(question, truth, row.key)}
        isEntrance={isFirst && column === entrance}
        isOpen={question.truth === truth && (question.of ?? '') === row.key}
      />
    )
  }
  const cellsOf = (row: Omit<BreakdownRow, 'name'>, isFirst: boolean) =>
    Object.fromEntries(
      groups.flatMap((group) => group.columns.map(({ key }) => [key, cell(row, key, isFirst)])),
    )
  const sums = { ...total, key: '', standing: null, parts: totalParts }
  return (
    <PivotTable
      caption={caption}
      corner={cuts[by]}
      groups={groups}
      rows={rows.map((row, index) => ({ key: row.key, label: row.name, cells: cellsOf(row, index === 0) }))}
      total={{ key: 'total', label: text.total, cells: cellsOf(sums, rows.length === 0) }}
    />
  )
}

/** A share of the commitment with a bar behind it. */
function ShareBar({ value }: { value: number | null }) {
  return (
    <span className="share-bar" style={{ backgroundSize: `${Math.min(100, Math.max(0, value ?? 0))}% 100%` }}>
      <Count value={value} as="percent" />
    </span>
  )
}

/** Where the passport of a figure of this question is. */
export function passportAddress(question: FiguresQuestion, truth: PassportTruth, of: string): string {
  return figuresAddress({ ...question, truth, of })
}
