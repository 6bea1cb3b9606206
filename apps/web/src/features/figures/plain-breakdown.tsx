import type { FigureTable } from '@rasad/contracts/figures'
import type { Period } from '@rasad/contracts/periods'
import { periodBefore } from '@rasad/domain/figures/rank-before'
import { standingsOf, type Standing } from '@rasad/domain/figures/ranking'
import { kindText } from '@rasad/domain/ledger/dimension-text'
import { useQueries, useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useFormat } from '../../shared/fa.ts'
import { valueNames } from '../../shared/figure-queries.ts'
import { useLanguage, useText } from '../../shared/language.ts'
import { BreakdownChart } from './breakdown-chart.tsx'
import { sortedRows, type BreakdownRow } from './breakdown-rows.ts'
import { BreakdownTable } from './breakdown-table.tsx'
import { isFirstChoice, isLabour, isRank, isRanked, standsIn, type Column } from './columns.ts'
import {
  labourQuery,
  rowsBeforeQuery,
  rowsOfPeriodBeforeQuery,
  rowsQuery,
  specialQuery,
} from './figures-query.ts'
import { SPECIAL_PARTS, type FiguresQuestion, type PlainCut } from './figures-search.ts'
import { CUT_TEXT, FIGURES_TEXT } from './figures-text.ts'
import { labourSource } from './labour-source.ts'
import { MomentLine } from './moment-line.tsx'
import { useRemarks } from './use-remarks.ts'
import { inOrderOfValues } from './value-order.ts'

type PlainBreakdownProps = {
  question: FiguresQuestion
  names: Parameters<typeof valueNames>[1]
  periods: readonly Period[]
  columns: readonly Column[]
  onSort: (sort: string | undefined) => void
}

/** The breakdown by one dimension: the table, and its first rows drawn. */
export function PlainBreakdown({ question, names, periods, columns, onSort }: PlainBreakdownProps) {
  const text = useText(FIGURES_TEXT)
  const cuts = useText(CUT_TEXT)
  const language = useLanguage()
  const format = useFormat()
  const by = question.by === 'matrix' ? 'county' : (question.by ?? 'county')
  const { data: figures } = useSuspenseQuery(rowsQuery(question))
  const parts = usePartCounts(question, columns)
  const standings = useStandings({ question, by, figures, periods, columns })
  const labour = useLabour(question, by, columns)
  const keys = figures.rows.map((row) => row[by] ?? '')
  const remarks = useRemarks(question, { by, keys, columns })
  const isAlone = figures.rows.length < 2
  const shown = columns.filter((column) =>
    column === 'remark'
      ? remarks.isShown
      : !isRank(column) ||
        !isFirstChoice(columns) ||
        !(isAlone || isWithoutBefore(column, question, periods)),
  )
  const nameOf = valueNames(language, names)
  const sectorOf = new Map(names.lines.map(({ code, sector }) => [code, sector]))
  const aboutOf = (key: string) => {
    const sector = by === 'activityLine' ? sectorOf.get(key) : undefined
    return sector === undefined
      ? {}
      : {
          short: format.digits(key),
          about: `${format.digits(key)} · ${kindText(language, sector)}`,
        }
  }
  const rows: BreakdownRow[] = inOrderOfValues(language, figures.rows, by, nameOf).map((row) => {
    const key = row[by] ?? ''
    return {
      ...row,
      key,
      name: nameOf(by, key),
      ...aboutOf(key),
      standings: standings(key),
      parts: Object.fromEntries(
        parts.flatMap(({ part, answer }) => {
          if (answer === undefined) return []
          const own = answer?.rows.find((one) => one[by] === key)
          return [[part, own?.registered ?? 0]]
        }),
      ),
      labour: labour.find(({ code }) => code === key) ?? {},
      remark: remarks.of(key),
    }
  })
  const totalParts = Object.fromEntries(
    parts.flatMap(({ part, answer }) =>
      answer === undefined ? [] : [[part, answer?.total.registered ?? 0]],
    ),
  )
  const isWhole = question.county === undefined
  const whole = isWhole ? labour.find(({ code }) => code === question.province) : undefined
  const sorted = sortedRows(rows, question.sort)
  return (
    <>
      <BreakdownTable
        question={question}
        caption={
          <>
            {format.digits(`${text.chart} · ${cuts[by]}`)}
            <MomentLine figures={figures} />
          </>
        }
        columns={shown}
        rows={sorted}
        total={{ ...figures.total, parts: totalParts, labour: whole ?? {} }}
        labourSource={labourSource(labour, text, format)}
        onSort={onSort}
      />
      {!isAlone && <BreakdownChart by={by} rows={sorted} />}
    </>
  )
}

/** Whether a column tells of the period before where there is none. */
function isWithoutBefore(column: Column, { period: code }: FiguresQuestion, periods: readonly Period[]) {
  const period = periods.find(({ period: one }) => one === code)
  return column === 'rankLastPeriod' && (period === undefined || periodBefore(periods, period) === undefined)
}

type StandingsAsked = {
  question: FiguresQuestion
  by: PlainCut
  figures: FigureTable
  periods: readonly Period[]
  columns: readonly Column[]
}

/** Where each row stands now, stood at the end of the month before, and in the period before. */
function useStandings({ question, by, figures, periods, columns }: StandingsAsked) {
  const period = periods.find((one) => one.period === question.period)
  const shows = (column: Column) => period !== undefined && columns.includes(column) && standsIn(column, by)
  const asked = {
    rankBefore: shows('rankBefore') && period ? rowsBeforeQuery(question, period, figures.asOf) : null,
    rankLastPeriod:
      shows('rankLastPeriod') && period ? rowsOfPeriodBeforeQuery(question, period, periods) : null,
  }
  const unasked = rowsQuery(question)
  const before = useQuery({ ...(asked.rankBefore ?? unasked), enabled: asked.rankBefore !== null }).data
  const lastPeriod = useQuery({
    ...(asked.rankLastPeriod ?? unasked),
    enabled: asked.rankLastPeriod !== null,
  }).data
  if (!isRanked(by)) return () => ({})
  const ranks = {
    rank: standingsByKey(figures, by),
    rankBefore: asked.rankBefore && before ? standingsByKey(before, by) : null,
    rankLastPeriod: asked.rankLastPeriod && lastPeriod ? standingsByKey(lastPeriod, by) : null,
  }
  return (key: string): BreakdownRow['standings'] =>
    Object.fromEntries(
      Object.entries(ranks).flatMap(([rank, byKey]) => {
        const standing = byKey?.get(key)
        return standing === undefined ? [] : [[rank, standing]]
      }),
    )
}

function standingsByKey({ rows }: FigureTable, by: PlainCut): ReadonlyMap<string, Standing> {
  // A place alone has no rank.
  const standings = rows.length > 1 ? standingsOf(rows) : []
  return new Map(standings.map((standing, index) => [rows[index]?.[by] ?? '', standing]))
}

/** What is known of the people of the counties; nothing unless a column asks for it. */
function useLabour({ province }: FiguresQuestion, by: PlainCut, columns: readonly Column[]) {
  const isAsked = columns.some((column) => isLabour(column) && standsIn(column, by))
  const { data } = useQuery({ ...labourQuery(province), enabled: isAsked })
  return isAsked ? (data?.known ?? []) : []
}

/** The registered jobs of the special parts that are shown; null where the filters leave none of a part. */
function usePartCounts(question: FiguresQuestion, columns: readonly Column[]) {
  const shown = SPECIAL_PARTS.filter((part) => columns.includes(part))
  const asked = shown.map((part) => ({ part, query: specialQuery(question, part) }))
  const answers = useQueries({
    queries: asked.flatMap(({ query }) => (query === null ? [] : [query])),
  })
  let next = 0
  return asked.map(({ part, query }) => ({
    part,
    answer: query === null ? null : answers[next++]?.data,
  }))
}
