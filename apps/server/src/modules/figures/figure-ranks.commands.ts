import type { FigureTable } from '@rasad/contracts/figures'
import type { FigureFileQuery } from '@rasad/contracts/papers'
import type { Scope } from '@rasad/domain/access/scope'
import { jalaliDateAt } from '@rasad/domain/calendar/jalali'
import { endOfMonthBefore, periodBefore } from '@rasad/domain/figures/rank-before'
import { standingsOf, type Standing } from '@rasad/domain/figures/ranking'
import type { ReadDb } from '../../platform/db.ts'
import { selectPeriods } from '../commitments/periods.queries.ts'
import { answerFigures } from './figures.commands.ts'

type Row = FigureTable['rows'][number]
/** Where each row stood: at the end of the month before, and in the period before; null where there was none. */
export type EarlierStandings = Record<
  'rankBefore' | 'rankLastPeriod',
  ((row: Row) => Standing | undefined) | null
>

/** The same question asked of the two earlier times that DOMAIN §8.1 compares ranks with. */
export async function earlierStandings(
  db: ReadDb,
  query: FigureFileQuery,
  table: FigureTable,
  circumstances: { scope: Scope; now: number },
): Promise<EarlierStandings> {
  const { province } = query
  const periods = province === undefined ? [] : await selectPeriods(db, province, circumstances.scope)
  const period = periods.find((one) => one.period === query.period)
  if (period === undefined) return { rankBefore: null, rankLastPeriod: null }
  const end = endOfMonthBefore(jalaliDateAt(Date.parse(table.asOf)))
  const before = periodBefore(periods, period)
  const ask = async (asked: FigureFileQuery) =>
    standingOf(await answerFigures(db, asked, circumstances), table.by)
  return {
    rankBefore: end < period.from ? null : await ask({ ...query, asOf: end }),
    rankLastPeriod:
      before === undefined ? null : await ask({ ...query, period: before.period, month: undefined }),
  }
}

function standingOf({ rows }: FigureTable, by: FigureTable['by']): (row: Row) => Standing | undefined {
  const keyOf = (row: Row) => by.map((dimension) => row[dimension] ?? '').join('\n')
  const standings = standingsOf(rows)
  const known = new Map(rows.map((row, index) => [keyOf(row), standings[index]]))
  return (row) => known.get(keyOf(row))
}
