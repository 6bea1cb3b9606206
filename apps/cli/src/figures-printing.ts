import type { FigureTable } from '@rasad/contracts/figures'
import { inOrderOfPlaces } from '@rasad/server/modules/figures/figure-sheet.commands'
import { BASELINE_TEXT } from './commitment-text.ts'
import { DIMENSION_TEXT, dimensionValue } from './dimension-text.ts'
import { FIGURES_TEXT, PART_TEXT, type FigurePart } from './figures-text.ts'
import { formattingOf } from '@rasad/domain/persian/formatting'
import type { Language } from './language.ts'
import { withCode, type Names } from '@rasad/server/modules/places/names.queries'
import { factLines, tableLines } from './table-printing.ts'

const FIGURE_PARTS = [
  'committed',
  'registered',
  'verified',
  'underReview',
  'rejected',
  'unreachable',
  'duplicate',
  'withdrawn',
  'beside',
  'registeredOfCommitted',
  'verifiedOfCommitted',
  'verifiedOfRegistered',
  'proRataTarget',
  'gap',
] as const satisfies readonly FigurePart[]

const PERCENTS: readonly FigurePart[] = [
  'registeredOfCommitted',
  'verifiedOfCommitted',
  'verifiedOfRegistered',
]
// Mostly empty, so that a terminal shows them only where there is something in them; files always hold them.
const SHOWN_WHEN_ANY: readonly FigurePart[] = ['unreachable', 'duplicate', 'withdrawn', 'beside']

type Row = FigureTable['rows'][number]
type Total = FigureTable['total']

/** Where an answer stands: province, period, baseline, batch and moment. */
export function positionLines(
  language: Language,
  names: Names,
  answer: Pick<FigureTable, 'province' | 'period' | 'batch' | 'asOf' | 'unsettled'> & {
    baseline?: FigureTable['baseline']
  },
): string[] {
  const text = FIGURES_TEXT[language]
  const { count, digits, moment } = formattingOf(language)
  const { province, period, baseline, batch, asOf, unsettled } = answer
  return [
    ...factLines([
      [text.province, province === null ? text.country : withCode(names.province(province), province)],
      [text.period, period],
      ...(baseline === undefined ? [] : ([[text.baseline, BASELINE_TEXT[language][baseline]]] as const)),
      ...(batch === null ? [] : ([[text.batch, digits(String(batch))]] as const)),
      [text.asOf, moment(asOf)],
    ]),
    ...(unsettled === 0 ? [] : [`${count(unsettled)} ${text.unsettled}`]),
  ]
}

/** The breakdown as a person reads it on a terminal. */
export function figureLines(language: Language, names: Names, table: FigureTable): string[] {
  const parts = FIGURE_PARTS.filter(
    (part) => !SHOWN_WHEN_ANY.includes(part) || [...table.rows, table.total].some((row) => row[part] !== 0),
  )
  const columns = [
    ...table.by.map((dimension) => ({
      header: DIMENSION_TEXT[language][dimension],
      align: 'start' as const,
    })),
    ...(table.by.length === 0 ? [{ header: '', align: 'start' as const }] : []),
    ...parts.map((part) => ({ header: PART_TEXT[language][part], align: 'end' as const })),
  ]
  const written = (row: Row | Total) => parts.map((part) => partText(language, part, row[part]))
  const text = FIGURES_TEXT[language]
  const total = [text.total, ...table.by.slice(1).map(() => ''), ...written(table.total)]
  const ordered = inOrderOfPlaces(table.rows, (row) => row, { by: table.by, names, language })
  const rows = ordered.map((row) => [...keyTexts(language, names, table, row), ...written(row)])
  return [
    ...positionLines(language, names, table),
    '',
    ...(table.by.length === 0 ? tableLines(columns, [total]) : tableLines(columns, rows, total)),
    ...(table.by.length > 0 && rows.length === 0 ? [text.empty] : []),
    ...estimateLines(language, table.total),
  ]
}

/** One figure part by part, `name: value`. */
export function figureFacts(language: Language, figure: Total): string[] {
  const facts = FIGURE_PARTS.map(
    (part) => [PART_TEXT[language][part], partText(language, part, figure[part])] as const,
  )
  return [...factLines(facts), ...estimateLines(language, figure)]
}

function keyTexts(language: Language, names: Names, { by }: FigureTable, row: Row): string[] {
  return by.map((dimension) => dimensionValue(language, names, dimension, row[dimension] ?? ''))
}

function partText(language: Language, part: FigurePart, value: number | null): string {
  const { count, percent } = formattingOf(language)
  return PERCENTS.includes(part) ? percent(value) : count(value)
}

function estimateLines(language: Language, { estimated }: Total): string[] {
  if (!estimated) return []
  const { count } = formattingOf(language)
  return [
    `${FIGURES_TEXT[language].estimated}: ${count(estimated.value)} (${count(estimated.low)}–${count(estimated.high)})`,
  ]
}
