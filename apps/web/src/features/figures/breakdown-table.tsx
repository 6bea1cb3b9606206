import type { FigureTable } from '@rasad/contracts/figures'
import type { ReactNode } from 'react'
import { figuresAddress } from '../../shared/figure-queries.ts'
import { useText } from '../../shared/language.ts'
import { Count } from '../../shared/ui/count.tsx'
import { PivotTable } from '../../shared/ui/pivot-table.tsx'
import { nextSort, type BreakdownRow } from './breakdown-rows.ts'
import { useColumnNames } from './column-names.ts'
import { GROUPS, isLabour, isRank, isSpecial, standsIn, styleOf, type Column } from './columns.ts'
import { FigureLink } from './figure-link.tsx'
import type { FiguresQuestion, PassportTruth, SpecialPart } from './figures-search.ts'
import { CUT_TEXT, FIGURES_TEXT, GROUP_TEXT } from './figures-text.ts'
import { RemarkCell } from './remark-cell.tsx'
import { EarlierStanding, StandingMark } from './standing-mark.tsx'
import { passportTruthOf } from './passport-truth.ts'

type BreakdownTableProps = {
  question: FiguresQuestion
  caption: ReactNode
  columns: readonly Column[]
  rows: readonly BreakdownRow[]
  total: Pick<BreakdownRow, keyof FigureTable['total'] | 'parts' | 'labour'>
  /** Where the columns about people are taken from. */
  labourSource: string | null
  onSort: (sort: string | undefined) => void
}

/** The breakdown as a table; its last row is the server's own total, not a sum made here. */
export function BreakdownTable(props: BreakdownTableProps) {
  const { question, caption, columns, rows, total, labourSource, onSort } = props
  const text = useText(FIGURES_TEXT)
  const cuts = useText(CUT_TEXT)
  const heads = useText(GROUP_TEXT)
  const nameOf = useColumnNames()
  const by = question.by ?? 'county'
  const { sort } = question
  const groups = GROUPS.flatMap(({ key, columns: all }) => {
    const shown = all.filter((column) => columns.includes(column) && standsIn(column, by))
    if (shown.length === 0) return []
    return [
      {
        key,
        label:
          key === 'labour' && labourSource !== null ? (
            <>
              {heads[key]} <small>{labourSource}</small>
            </>
          ) : (
            heads[key]
          ),
        columns: shown.map((column) => ({
          key: column,
          sort:
            sort === column
              ? ('ascending' as const)
              : sort === `-${column}`
                ? ('descending' as const)
                : undefined,
          label:
            column === 'remark' ? (
              nameOf(column)
            ) : (
              <button type="button" className="sort-button" onClick={() => onSort(nextSort(sort, column))}>
                {nameOf(column)}
              </button>
            ),
        })),
      },
    ]
  })
  const entrance = groups
    .flatMap((group) => group.columns)
    .find(({ key }) => passportTruthOf(key) !== null)?.key
  const cell = (row: BreakdownRow, column: Column, isFirst: boolean) => {
    if (column === 'remark')
      return row.key === '' ? null : (
        <RemarkCell
          question={question}
          of={row.key}
          name={row.name}
          remark={row.remark}
          isEntrance={isFirst}
        />
      )
    if (column === 'rank') return <StandingMark standing={row.standings.rank} />
    if (isRank(column))
      return row.key === '' ? null : (
        <EarlierStanding standing={row.standings.rank} before={row.standings[column]} />
      )
    if (isLabour(column)) return <Count value={row.labour[column] ?? null} as={styleOf(column)} />
    if (isSpecial(column))
      return (
        <FigureLink
          value={row.parts[column] ?? null}
          address={passportAddress(question, 'registered', row.key, column)}
          isOpen={question.part === column && (question.of ?? '') === row.key}
        />
      )
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
        isOpen={question.truth === truth && question.part === undefined && (question.of ?? '') === row.key}
      />
    )
  }
  const cellsOf = (row: BreakdownRow, isFirst: boolean) =>
    Object.fromEntries(
      groups.flatMap((group) => group.columns.map(({ key }) => [key, cell(row, key, isFirst)])),
    )
  const sums = { ...total, key: '', name: text.total, standings: {} }
  return (
    <PivotTable
      caption={caption}
      corner={cuts[by]}
      groups={groups}
      rows={rows.map((row, index) => ({
        key: row.key,
        label: <RowName row={row} />,
        cells: cellsOf(row, index === 0),
      }))}
      total={{ key: 'total', label: text.total, cells: cellsOf(sums, rows.length === 0) }}
    />
  )
}

function RowName({ row: { name, about } }: { row: BreakdownRow }) {
  return about === undefined ? (
    name
  ) : (
    <>
      {name} <small>{about}</small>
    </>
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

/** Where the passport of a figure of this question is, or of a special part of it. */
export function passportAddress(
  question: FiguresQuestion,
  truth: PassportTruth,
  of: string,
  part?: SpecialPart,
): string {
  return figuresAddress({ ...question, truth, of, part })
}
