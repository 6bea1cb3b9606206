import type { Import, ImportOutcome, ImportSheet } from '@rasad/contracts/imports'
import { VERDICTS } from '@rasad/domain/imports/verdict'
import { COLUMN_TEXT } from '@rasad/domain/imports/column-text'
import { CORRECTION_TEXT, reasonTexts, VERDICT_TEXT, WARNING_TEXT } from '@rasad/domain/imports/verdict-text'
import { inOrderOfNames } from '@rasad/domain/persian/name-order'
import { formattingOf } from '@rasad/domain/persian/formatting'
import { IMPORT_TEXT } from './import-text.ts'
import { wordOf } from './job-text.ts'
import type { Language } from './language.ts'
import { withCode, type Names } from '@rasad/server/modules/places/names.queries'
import { factLines, tableLines } from './table-printing.ts'

type Result = Pick<
  ImportOutcome,
  | 'agency'
  | 'agencies'
  | 'rows'
  | 'accepted'
  | 'rejected'
  | 'duplicate'
  | 'conflict'
  | 'reasons'
  | 'corrections'
  | 'warnings'
  | 'sheets'
>

/** What became of a list, for the person who sent it, and what to do next. */
export function outcomeLines(
  language: Language,
  names: Names,
  outcome: ImportOutcome,
  errorsPath: string | undefined,
): string[] {
  const text = IMPORT_TEXT[language]
  const { digits } = formattingOf(language)
  const { file, importId, province, period, agency, dryRun, afterCutoff } = outcome
  return [
    ...(dryRun ? [text.dryRun] : []),
    ...(importId === null ? [] : [`${text.import} ${digits(String(importId))}`]),
    ...factLines([
      [text.fileName, file],
      [text.province, withCode(names.province(province), province)],
      [text.period, period],
      [text.agency, agencyText(language, names, agency)],
    ]),
    ...(afterCutoff ? [text.cutoff] : []),
    ...resultLines(language, names, outcome, dryRun),
    '',
    ...nextLines(language, outcome, errorsPath),
  ]
}

/** An import as it stands in the register. */
export function importLines(language: Language, names: Names, shown: Import): string[] {
  const text = IMPORT_TEXT[language]
  const { digits, moment } = formattingOf(language)
  const { undone } = shown
  return [
    ...factLines([
      [text.import, digits(String(shown.importId))],
      [text.fileName, shown.file],
      [text.province, withCode(names.province(shown.province), shown.province)],
      [text.period, shown.period],
      [text.agency, agencyText(language, names, shown.agency)],
      [text.importedBy, shown.importedBy],
      [text.importedAt, moment(shown.importedAt)],
      ...(undone ? ([[text.undone, `${moment(undone.at)}، ${undone.by}: ${undone.reason}`]] as const) : []),
    ]),
    ...resultLines(language, names, shown),
  ]
}

/** Imports under each other. */
export function importListLines(
  language: Language,
  names: Names,
  imports: readonly Import[],
  next: number | null,
): string[] {
  const text = IMPORT_TEXT[language]
  const { count, digits, moment } = formattingOf(language)
  if (imports.length === 0) return [text.none]
  const columns = [
    { header: text.import, align: 'end' as const },
    { header: text.agency, align: 'start' as const },
    { header: text.rows, align: 'end' as const },
    ...VERDICTS.map((verdict) => ({ header: VERDICT_TEXT[language][verdict], align: 'end' as const })),
    { header: text.importedAt, align: 'start' as const },
    { header: text.fileName, align: 'start' as const },
  ]
  const rows = imports.map((shown) => [
    digits(String(shown.importId)),
    agencyText(language, names, shown.agency),
    count(shown.rows),
    ...VERDICTS.map((verdict) => count(shown[verdict])),
    moment(shown.importedAt),
    shown.undone ? `${shown.file} (${text.undone})` : shown.file,
  ])
  return [...tableLines(columns, rows), ...(next === null ? [] : [`${text.more} ${next}`])]
}

function resultLines(language: Language, names: Names, result: Result, isChecked = false): string[] {
  const text = IMPORT_TEXT[language]
  const { count } = formattingOf(language)
  const verdicts = VERDICTS.map((verdict) => [VERDICT_TEXT[language][verdict], count(result[verdict])])
  return [
    '',
    ...tableLines(
      [
        { header: text.verdict, align: 'start' },
        { header: text.rows, align: 'end' },
      ],
      verdicts,
      [text.total, count(result.rows)],
    ),
    ...agencyLines(language, names, result),
    ...noteLines(language, text.reasons, result.reasons, reasonTexts(language, isChecked)),
    ...noteLines(language, text.corrections, result.corrections, CORRECTION_TEXT[language]),
    ...noteLines(language, text.warnings, result.warnings, WARNING_TEXT[language]),
    '',
    `${text.sheets}:`,
    ...result.sheets.flatMap((sheet) => sheetLines(language, sheet)),
  ]
}

function agencyText(language: Language, names: Names, agency: string | null): string {
  return agency === null ? IMPORT_TEXT[language].several : withCode(names.agency(agency), agency)
}

/** The verdicts by agency, where the rows speak for several. */
function agencyLines(language: Language, names: Names, { agency, agencies }: Result): string[] {
  if (agency !== null) return []
  const text = IMPORT_TEXT[language]
  const { count } = formattingOf(language)
  const columns = [
    { header: text.agency, align: 'start' as const },
    { header: text.rows, align: 'end' as const },
    ...VERDICTS.map((verdict) => ({ header: VERDICT_TEXT[language][verdict], align: 'end' as const })),
  ]
  const nameOf = (code: string | null) => (code === null ? text.noAgency : withCode(names.agency(code), code))
  const rows = inOrderOfNames(language, agencies, (own) => nameOf(own.agency)).map((own) => [
    nameOf(own.agency),
    count(own.rows),
    ...VERDICTS.map((verdict) => count(own[verdict])),
  ])
  return ['', ...tableLines(columns, rows)]
}

function noteLines(
  language: Language,
  title: string,
  counts: Readonly<Record<string, number>>,
  words: Readonly<Record<string, string>>,
): string[] {
  const { count } = formattingOf(language)
  const noted = Object.entries(counts).toSorted(([, one], [, other]) => other - one)
  if (noted.length === 0) return []
  const columns = [
    { header: IMPORT_TEXT[language].rows, align: 'end' as const },
    { header: title, align: 'start' as const },
    { header: IMPORT_TEXT[language].code, align: 'start' as const },
  ]
  return [
    '',
    ...tableLines(
      columns,
      noted.map(([code, rows]) => [count(rows), wordOf(words, code), code]),
    ),
  ]
}

function sheetLines(language: Language, sheet: ImportSheet): string[] {
  const text = IMPORT_TEXT[language]
  const { count } = formattingOf(language)
  const name = sheet.hidden ? `«${sheet.name}» (${text.hidden})` : `«${sheet.name}»`
  if (sheet.skipped) return [`  ${name}: ${text.skipped}`]
  const [first, last] = sheet.headerRows ?? [0, 0]
  const header = first === last ? count(last) : `${count(first)}–${count(last)}`
  const sentence = (rows: number, words: string) => (rows === 0 ? [] : [`${count(rows)} ${words}`])
  return [
    `  ${[`${name}: ${count(sheet.rows)} ${text.rows}`, `${text.header} ${header}`, ...sentence(sheet.hiddenRows, text.hiddenRows), ...sentence(sheet.totalRows, text.totalRows)].join(' · ')}`,
    ...sheet.mapping.map(
      ({ header: written, column }) => `    «${written}» → ${COLUMN_TEXT[language][column]}`,
    ),
    ...headerList(text.unknown, sheet.unknownHeaders),
    ...headerList(text.repeated, sheet.repeatedHeaders),
  ]
}

function headerList(title: string, headers: readonly string[]): string[] {
  return headers.length === 0 ? [] : [`    ${title}: ${headers.map((header) => `«${header}»`).join(' ')}`]
}

function nextLines(language: Language, outcome: ImportOutcome, errorsPath: string | undefined): string[] {
  const text = IMPORT_TEXT[language]
  const { province, period, accepted, rejected, conflict, dryRun } = outcome
  const place = `--province ${province} --period ${period}`
  const lines: string[] = []
  if (rejected > 0) lines.push(errorsPath === undefined ? text.nextErrors : `${text.nextFix} ${errorsPath}`)
  if (dryRun && accepted > 0) lines.push(text.nextEnter)
  if (!dryRun && conflict > 0) lines.push(`${text.nextConflicts} rasad conflicts list ${place}`)
  if (!dryRun && accepted > 0) lines.push(`${text.nextFigures} rasad figures ${place} --by county,agency`)
  return lines
}
