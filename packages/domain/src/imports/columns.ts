import type { MoneyUnit } from '../persian/money.ts'
import { foldText } from '../persian/text.ts'
import { FILLER_WORDS, HEADER_WORDS } from './header-words.ts'

/** What a column of a job list can hold. */
export const COLUMNS = [
  'rowNumber',
  'nationalId',
  'firstName',
  'lastName',
  'fullName',
  'fatherName',
  'birthDate',
  'gender',
  'mobile',
  'county',
  'district',
  'ruralDistrict',
  'village',
  'place',
  'sector',
  'isic',
  'jobType',
  'novelty',
  'directness',
  'settlement',
  'employer',
  'workshopCode',
  'startDate',
  'agency',
  'serviceType',
  'serviceDate',
  'amount',
  'documentRef',
  'education',
  'notes',
] as const
export type Column = (typeof COLUMNS)[number]

/** What a header says: its column, the folded word it was known by, and the money unit it names. */
export type HeaderReading = { column: Column; word: string; unit?: MoneyUnit }

const WORDS: Record<Column, readonly string[]> = HEADER_WORDS
const COLUMN_OF = new Map(
  COLUMNS.flatMap((column) => WORDS[column].map((word) => [headerKey(word), column] as const)),
)
const FILLERS = FILLER_WORDS.map(headerKey)
const BRACKETED = /[([{«][^)\]}»]*[)\]}»]/gu
const UNIT_AT_END =
  /^(.+?)(?:ارقام|مبالغ)?(?:به|برحسب|in)?((?:هزارمیلیارد|هزار|میلیون|میلیارد|thousand|million|billion)?(?:ریال|تومان|rials?|tomans?|irr)|همت)$/u
const UNITS: ReadonlyMap<string, MoneyUnit> = new Map([
  ['ریال', 'rial'],
  ['تومان', 'toman'],
  ['هزارریال', 'thousand-rial'],
  ['هزارتومان', 'thousand-toman'],
  ['میلیونریال', 'million-rial'],
  ['میلیونتومان', 'million-toman'],
  ['میلیاردریال', 'billion-rial'],
  ['میلیاردتومان', 'billion-toman'],
  ['هزارمیلیاردریال', 'thousand-billion-rial'],
  ['هزارمیلیاردتومان', 'hemat'],
  ['همت', 'hemat'],
])

/** The letters and digits of a header in one spelling: two headers with the same key are the same header. */
export function headerKey(text: string): string {
  return foldText(text).replace(/[^\p{L}\p{N}#]/gu, '')
}

/** The column a header names, in any spelling of Persian or English; undefined when it names none we keep. */
export function recogniseHeader(text: string): HeaderReading | undefined {
  if (text.length > 120) return undefined
  const key = headerKey(text)
  return findWord(key) ?? findWithUnit(key) ?? findWord(headerKey(text.replaceAll(BRACKETED, ' ')))
}

function findWord(key: string): HeaderReading | undefined {
  const word = COLUMN_OF.has(key) ? key : withoutFillers(key.replace(/^\d+(?=\p{L})/u, ''))
  const column = COLUMN_OF.get(word)
  return column === undefined ? undefined : { column, word }
}

function withoutFillers(key: string): string {
  const filler = FILLERS.find((word) => key.length > word.length && key.endsWith(word))
  return filler === undefined || COLUMN_OF.has(key) ? key : withoutFillers(key.slice(0, -filler.length))
}

function findWithUnit(key: string): HeaderReading | undefined {
  const [, rest = '', words = ''] = UNIT_AT_END.exec(key) ?? []
  const found = findWord(rest)
  const unit = UNITS.get(words) ?? UNITS.get(inPersian(words))
  return found?.column === 'amount' && unit !== undefined ? { ...found, unit } : undefined
}

function inPersian(words: string): string {
  return words
    .replace('thousand', 'هزار')
    .replace('million', 'میلیون')
    .replace('billion', 'میلیارد')
    .replace(/rials?|irr/u, 'ریال')
    .replace(/tomans?/u, 'تومان')
}
