import type { FigureDifference } from '@rasad/contracts/figures'
import { TRUTH_NAMES } from '@rasad/domain/figures/difference'
import { CAUSE_TEXT, FIGURES_TEXT, PART_TEXT } from './figures-text.ts'
import { formattingOf } from '@rasad/domain/persian/formatting'
import type { Language } from './language.ts'
import { withCode, type Names } from '@rasad/server/modules/places/names.queries'
import { factLines, tableLines } from './table-printing.ts'

type Truths = FigureDifference['before']

/** A difference as a person reads it: before, cause by cause, after; truths that nobody moved are left out. */
export function differenceLines(language: Language, names: Names, difference: FigureDifference): string[] {
  const text = FIGURES_TEXT[language]
  const { count, digits, moment } = formattingOf(language)
  const { province, period, from, to, before, after, causes, residue } = difference
  const truths = TRUTH_NAMES.filter((truth) =>
    [before, after, ...causes].some((row) => (row[truth] ?? 0) !== 0),
  )
  const line = (title: string, row: Truths) => [title, ...truths.map((truth) => count(row[truth]))]
  const position = ({ batch, asOf }: FigureDifference['from']) =>
    `${moment(asOf)}${batch === null ? '' : ` · ${text.batch} ${digits(String(batch))}`}`
  const columns = [
    { header: text.cause, align: 'start' as const },
    ...truths.map((truth) => ({ header: PART_TEXT[language][truth], align: 'end' as const })),
  ]
  const rows = [line(text.before, before), ...causes.map((row) => line(CAUSE_TEXT[language][row.cause], row))]
  const isWhole = TRUTH_NAMES.every((truth) => (residue[truth] ?? 0) === 0)
  return [
    ...factLines([
      [text.province, withCode(names.province(province), province)],
      [text.period, period],
      [text.from, position(from)],
      [text.to, position(to)],
    ]),
    '',
    ...tableLines(columns, isWhole ? rows : [...rows, line(text.residue, residue)], line(text.after, after)),
  ]
}
