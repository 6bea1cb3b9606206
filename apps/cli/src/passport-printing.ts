import type { Passport } from '@rasad/contracts/figures'
import { CAUSE_TEXT, FIGURES_TEXT, PART_TEXT } from './figures-text.ts'
import { figureFacts, positionLines } from './figures-printing.ts'
import { DIMENSION_TEXT, kindText } from './dimension-text.ts'
import { inOrderOfNames } from '@rasad/domain/persian/name-order'
import { formattingOf, NO_FIGURE } from '@rasad/domain/persian/formatting'
import { jobStateText } from './job-text.ts'
import type { Language } from './language.ts'
import { withCode, type Names } from '@rasad/server/modules/places/names.queries'
import { factLines, tableLines } from './table-printing.ts'

type Posting = Passport['postings'][number]

/** The passport of a figure, from the number down to the rows it came from. */
export function passportLines(language: Language, names: Names, passport: Passport): string[] {
  const text = FIGURES_TEXT[language]
  const { count } = formattingOf(language)
  const { truth, value, postings, postingCount } = passport
  return [
    ...positionLines(language, names, passport),
    ...factLines([[text.value, `${PART_TEXT[language][truth]} = ${count(value)}`]]),
    ...commitmentLines(language, passport),
    '',
    `${text.figure}:`,
    ...figureFacts(language, passport.figure).map((line) => `  ${line}`),
    '',
    `${text.cells}: ${count(passport.cells.length)}`,
    ...cellLines(language, names, passport),
    '',
    `${text.postings}: ${count(postings.length)} (${text.shown} ${count(postingCount)})`,
    ...(postings.length === 0 ? [] : postingLines(language, names, postings)),
  ]
}

function commitmentLines(language: Language, { commitment }: Passport): string[] {
  if (!commitment) return []
  const text = FIGURES_TEXT[language]
  const { count, moment } = formattingOf(language)
  const { version, total, source, setBy, setAt } = commitment
  const words = [count(total), `${text.version} ${count(version)}`, source, setBy, moment(setAt)]
  return factLines([[text.commitment, words.join(' · ')]])
}

function cellLines(language: Language, names: Names, { cells, value }: Passport): string[] {
  if (cells.length === 0) return []
  const text = FIGURES_TEXT[language]
  const { count, day } = formattingOf(language)
  const columns = [
    { header: DIMENSION_TEXT[language].county, align: 'start' as const },
    { header: DIMENSION_TEXT[language].agency, align: 'start' as const },
    { header: DIMENSION_TEXT[language].sector, align: 'start' as const },
    { header: text.month, align: 'start' as const },
    { header: text.value, align: 'end' as const },
  ]
  const byAgency = inOrderOfNames(language, cells, ({ agency }) => names.agency(agency))
  const ordered = inOrderOfNames(language, byAgency, ({ county }) => names.county(county))
  const rows = ordered.map((cell) => [
    withCode(names.county(cell.county), cell.county),
    withCode(names.agency(cell.agency), cell.agency),
    kindText(language, cell.sector),
    cell.month === null ? NO_FIGURE : day(cell.month),
    count(cell.value),
  ])
  return tableLines(columns, rows, [text.total, '', '', '', count(value)])
}

function postingLines(language: Language, names: Names, postings: readonly Posting[]): string[] {
  const text = FIGURES_TEXT[language]
  const { count, digits, moment } = formattingOf(language)
  const start = (header: string) => ({ header, align: 'start' as const })
  const columns = [
    { header: text.amount, align: 'end' as const },
    start(text.cause),
    start(text.postedAt),
    { header: text.batch, align: 'end' as const },
    start(DIMENSION_TEXT[language].county),
    start(DIMENSION_TEXT[language].agency),
    start(text.record),
    start(text.source),
    start(text.actor),
  ]
  const rows = postings.map((posting) => [
    count(posting.amount),
    CAUSE_TEXT[language][posting.cause],
    moment(posting.postedAt),
    posting.batch === null ? NO_FIGURE : digits(String(posting.batch)),
    names.county(posting.county),
    names.agency(posting.agency),
    recordText(language, posting),
    sourceText(language, posting),
    posting.reason === null ? posting.actor : `${posting.actor}: ${posting.reason}`,
  ])
  return tableLines(columns, rows)
}

function recordText(language: Language, { record }: Posting): string {
  if (!record) return NO_FIGURE
  const { job } = FIGURES_TEXT[language]
  return `${job} ${record.jobId} ${record.name} ${record.nationalId} (${jobStateText(language, record.state)})`
}

function sourceText(language: Language, { source }: Posting): string {
  if (!source) return NO_FIGURE
  return `${source.file ?? NO_FIGURE} «${source.sheet}» ${FIGURES_TEXT[language].row} ${source.row}`
}
