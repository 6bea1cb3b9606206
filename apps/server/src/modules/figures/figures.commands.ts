import type { FigureDifference, FigureQuery, FigureTable } from '@rasad/contracts/figures'
import type { Scope } from '@rasad/domain/access/scope'
import {
  addDays,
  daysBetween,
  jalaliDateAt,
  makeJalaliDate,
  monthLength,
  type JalaliDate,
} from '@rasad/domain/calendar/jalali'
import { eachTruth, residueOf, TRUTH_NAMES } from '@rasad/domain/figures/difference'
import { figureOf, type Figure, type Truths } from '@rasad/domain/figures/figure'
import { splitsCommitments, type Dimension } from '@rasad/domain/ledger/dimensions'
import type { ReadDb } from '../../platform/db.ts'
import { Problem } from '../../platform/problem.ts'
import { requireAgencies } from '../organisations/organisations.queries.ts'
import { requireCounties } from '../places/places.queries.ts'
import { findPeriodSpan, getPeriod } from '../commitments/periods.queries.ts'
import { sumByCause, sumByCell, type SumRow } from './figures.queries.ts'
import { readMoment, type Moment } from './as-of.commands.ts'
import { isCommitmentKnown, type Filters, type Question } from '@rasad/domain/figures/question'

type Circumstances = { scope: Scope; now: number }

/** The breakdown that was asked for: rows in the order of their codes, and the total of the same sums. */
export async function answerFigures(
  db: ReadDb,
  query: FigureQuery,
  { scope, now }: Circumstances,
): Promise<FigureTable> {
  await requirePeriod(db, query, scope)
  const moment = await readMoment(db, query.province ?? null, query.asOf, { scope, now })
  const question = await askable(db, questionOf(query, moment, scope))
  const time = await elapsedTime(db, question, moment)
  const sums = await sumByCell(db, question)
  const { batch, asOf, unsettled } = moment
  const { province, period, baseline, by } = question
  const rows = rowsOf(sums, question).map(({ key, ...truths }) => ({
    ...keyFields(by, key),
    ...figureOf(truths, time),
  }))
  return {
    province,
    period,
    baseline,
    batch,
    asOf,
    unsettled,
    by: [...by],
    rows,
    total: totalOf(sums, question, time),
  }
}

/** What changed between two moments, cause by cause; without a second moment, until now. */
export async function answerDifference(
  db: ReadDb,
  query: Omit<FigureQuery, 'by' | 'asOf'> & { province: string; from: string; to?: string | undefined },
  { scope, now }: Circumstances,
): Promise<FigureDifference> {
  await requirePeriod(db, query, scope)
  const first = await readMoment(db, query.province, query.from, { scope, now })
  const second = await readMoment(db, query.province, query.to, { scope, now })
  if ((first.batch ?? 0) > (second.batch ?? 0)) {
    const fields = [{ field: 'query.to', message: 'comes before the moment in "from"' }]
    throw new Problem('bad-input', { fields })
  }
  const question = await askable(db, questionOf({ ...query, by: [], asOf: undefined }, second, scope))
  const before = totalsOf(await sumByCell(db, { ...question, position: first.position }), question)
  const after = totalsOf(await sumByCell(db, question), question)
  const until = second.position.kind === 'current' ? null : (second.batch ?? 0)
  const movements = await sumByCause(db, question, { after: first.batch ?? 0, until })
  const causes = movements.map(({ cause, ...truths }) => ({ cause, ...knownTruths(truths, question) }))
  const { province, period } = query
  const residue = { ...before, ...residueOf(before, after, movements) }
  return {
    province,
    period,
    from: positionFields(first),
    to: positionFields(second),
    before,
    after,
    causes,
    residue,
  }
}

/** The question behind the words of an address or a command line. */
export function questionOf(query: FigureQuery, { position }: Moment, scope: Scope): Question {
  const filters: Filters = {
    ...listed('county', query.county),
    ...listed('agency', query.agency),
    ...listed('sector', query.sector),
    ...listed('gender', query.gender),
    ...listed('jobType', query.jobType),
    ...listed('novelty', query.novelty),
    ...listed('directness', query.directness),
    ...listed('settlement', query.settlement),
    ...listed('education', query.education),
    ...listed('activityLine', query.activityLine),
  }
  const { period, baseline } = query
  return {
    province: query.province ?? null,
    period,
    baseline,
    by: query.by ?? [],
    filters,
    months: query.month ?? null,
    position,
    scope,
  }
}

/** The question itself, once every county and agency it names is known: a mistyped code is no zero. */
export async function askable(db: ReadDb, question: Question): Promise<Question> {
  const { county = [], agency = [] } = question.filters
  if (county.length > 0) await requireCounties(db, question.province, county)
  if (agency.length > 0) await requireAgencies(db, agency)
  return question
}

/** All sums of an answer as one figure. */
export function totalOf(
  sums: readonly SumRow[],
  question: Question,
  time: { elapsedDays: number; totalDays: number },
): Figure {
  return figureOf(totalsOf(sums, question), time)
}

/** How much of the period had passed by the moment of the answer, or by the end of the asked months. */
export async function elapsedTime(
  db: ReadDb,
  { province, period, months, scope }: Question,
  { asOf }: Moment,
): Promise<{ elapsedDays: number; totalDays: number }> {
  const span = await requirePeriod(db, { province, period }, scope)
  const today = Date.parse(asOf) <= 0 ? span.from : jalaliDateAt(Date.parse(asOf))
  const reached = months ? earlier(today, lastDayOf(months.to)) : today
  return {
    elapsedDays: daysBetween(span.from, addDays(reached, 1)),
    totalDays: daysBetween(span.from, span.to) + 1,
  }
}

/** The days of the asked period, of a province or of all that lie in the scope; else it is not found. */
export async function requirePeriod(
  db: ReadDb,
  { province, period }: { province?: string | null | undefined; period: string },
  scope: Scope,
): Promise<{ from: JalaliDate; to: JalaliDate }> {
  if (typeof province === 'string') return getPeriod(db, province, period, scope)
  const span = await findPeriodSpan(db, period, scope)
  if (!span) throw new Problem('not-found', { kind: 'period', id: period })
  return span
}

function listed(dimension: Dimension, values: readonly string[] | undefined): Filters {
  return values === undefined || values.length === 0 ? {} : { [dimension]: values }
}

// A commitment that is not split by an asked dimension stands in the total alone, under an empty key.
function rowsOf(sums: readonly SumRow[], question: Question): SumRow[] {
  const splits = question.by.every(splitsCommitments) && isCommitmentKnown(question)
  return sums
    .filter((row) => splits || !row.key.includes(null))
    .map((row) => ({ ...row, committed: splits ? row.committed : null }))
    .filter((row) => TRUTH_NAMES.some((truth) => (row[truth] ?? 0) !== 0))
}

function totalsOf(sums: readonly SumRow[], question: Question): Truths {
  const total = eachTruth((truth) => sums.reduce((sum, row) => sum + (row[truth] ?? 0), 0))
  return knownTruths(total, question)
}

function knownTruths(truths: Truths, question: Question): Truths {
  return isCommitmentKnown(question) ? truths : { ...truths, committed: null }
}

function keyFields(
  by: readonly Dimension[],
  key: readonly (string | null)[],
): Partial<Record<Dimension, string>> {
  const fields: Partial<Record<Dimension, string>> = {}
  by.forEach((dimension, index) => (fields[dimension] = keyText(dimension, key[index] ?? '')))
  return fields
}

function keyText(dimension: Dimension, value: string): string {
  return dimension === 'month' && value !== '' ? `${value.slice(0, 4)}-${value.slice(4)}` : value
}

function lastDayOf(month: number): JalaliDate {
  const year = Math.floor(month / 100)
  return makeJalaliDate(year, month % 100, monthLength(year, month % 100))!
}

function earlier(one: JalaliDate, other: JalaliDate): JalaliDate {
  return one < other ? one : other
}

function positionFields({ batch, asOf, unsettled }: Moment): {
  batch: number | null
  asOf: string
  unsettled: number
} {
  return { batch, asOf, unsettled }
}
