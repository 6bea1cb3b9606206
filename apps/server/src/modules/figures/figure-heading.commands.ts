import type { Scope } from '@rasad/domain/access/scope'
import type { FigureTable } from '@rasad/contracts/figures'
import type { FigureFileQuery } from '@rasad/contracts/papers'
import { BASELINE_TEXT } from '@rasad/domain/commitments/baseline-text'
import type { Language } from '@rasad/domain/imports/verdict-text'
import { DIMENSION_TEXT, kindText } from '@rasad/domain/ledger/dimension-text'
import { DIMENSIONS } from '@rasad/domain/ledger/dimensions'
import { formattingOf } from '@rasad/domain/persian/formatting'
import type { ReadDb } from '../../platform/db.ts'
import { findVersionInForce } from '../commitments/commitments.queries.ts'
import { findPeriodSpan, getPeriod } from '../commitments/periods.queries.ts'
import { isNamed, withCode, type Names } from '../places/names.queries.ts'
import { SHEET_TEXT } from './figure-sheet-text.ts'

/** What stands above every table of figures: which, as of when, made when and by whom, and what the words mean. */
export type Heading = {
  title: string
  /** Each a name and what it is here. */
  facts: [name: string, value: string][]
  notes: string[]
}

type Asked = { query: FigureFileQuery; table: FigureTable; names: Names }

/** The heading of DOMAIN §8, "Report header always". */
export async function figureHeading(
  db: ReadDb,
  { query, table, names }: Asked,
  { now, madeBy, scope }: { now: number; madeBy: string; scope: Scope },
): Promise<Heading> {
  const { language } = query
  const text = SHEET_TEXT[language]
  const { day, digits, moment } = formattingOf(language)
  const { province, period, baseline } = table
  const span =
    province === null ? await findPeriodSpan(db, period, scope) : await getPeriod(db, province, period, scope)
  const place = province === null ? text.country : `${text.province} ${names.province(province)}`
  const days = span === undefined ? '' : ` (${day(span.from)} – ${day(span.to)})`
  const by = table.by.map((dimension) => DIMENSION_TEXT[language][dimension]).join(' × ')
  return {
    title: `${text.title} · ${language === 'fa' || province === null ? place : names.province(province)} · ${text.period} ${digits(period)}`,
    facts: [
      [text.period, `${digits(period)}${days}`],
      [text.baseline, BASELINE_TEXT[language][baseline]],
      ...(await commitmentFact(db, query, table, scope)),
      [text.cut, by === '' ? text.whole : by],
      ...restrictionFacts(query, names),
      [text.asOf, asOfText(language, query, table)],
      [text.made, `${moment(new Date(now).toISOString())} · ${madeBy}`],
      ...estimateFact(language, table),
    ],
    notes: [text.stages, text.denominators, text.ranking],
  }
}

function asOfText(language: Language, { asOf }: FigureFileQuery, table: FigureTable): string {
  const text = SHEET_TEXT[language]
  const { digits, moment } = formattingOf(language)
  const batch = table.batch === null ? [] : [`${text.batch} ${digits(String(table.batch))}`]
  return [moment(table.asOf), ...batch, asOf === undefined ? text.provisional : text.final].join(' · ')
}

async function commitmentFact(
  db: ReadDb,
  { language, asOf }: FigureFileQuery,
  { province, period, baseline, batch }: FigureTable,
  scope: Scope,
): Promise<[string, string][]> {
  if (province === null) return []
  const version = await findVersionInForce(
    db,
    { province, period, baseline },
    scope,
    asOf === undefined ? undefined : (batch ?? 0),
  )
  if (version === undefined) return []
  const text = SHEET_TEXT[language]
  const { count, day, digits } = formattingOf(language)
  const letter = version.notice?.letter
  const named = letter ? ` · ${text.letter} ${digits(letter.number)} ${text.dated} ${day(letter.date)}` : ''
  return [[text.commitment, `${text.version} ${count(version.version)}${named}`]]
}

function restrictionFacts(query: FigureFileQuery, names: Names): [string, string][] {
  const { language, month } = query
  const text = SHEET_TEXT[language]
  const { day } = formattingOf(language)
  const parts = DIMENSIONS.flatMap((dimension) => {
    if (dimension === 'month' || dimension === 'province') return []
    const values = query[dimension]
    if (values === undefined || values.length === 0) return []
    const words = values.map((value) =>
      isNamed(dimension) ? withCode(names[dimension](value), value) : kindText(language, value),
    )
    return [`${DIMENSION_TEXT[language][dimension]}: ${words.join('، ')}`]
  })
  const monthText = (value: number) =>
    day(`${Math.floor(value / 100)}-${String(value % 100).padStart(2, '0')}`)
  const months = month ? [`${text.months} ${monthText(month.from)} – ${monthText(month.to)}`] : []
  const all = [...parts, ...months]
  return all.length === 0 ? [] : [[text.only, all.join(' · ')]]
}

function estimateFact(language: Language, { total: { estimated } }: FigureTable): [string, string][] {
  if (!estimated) return []
  const { count } = formattingOf(language)
  const { value, low, high } = estimated
  return [[SHEET_TEXT[language].estimated, `${count(value)} (${count(low)}–${count(high)})`]]
}
