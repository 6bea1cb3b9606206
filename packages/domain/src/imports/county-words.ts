import { toLatinDigits } from '../persian/digits.ts'
import { foldText } from '../persian/text.ts'
import { findPlace, type PlaceFinding } from '../places/place-names.ts'
import type { ImportContext } from './job-row.ts'
import { words } from './word-list.ts'

/** What counties are found by. */
export type CountyNames = Pick<ImportContext, 'counties' | 'cities'>

/** Words beside a county's name in a heading or in the name of a sheet that say nothing of where. */
const NEUTRAL: ReadonlySet<string> = new Set(
  words(`
    شهرستان | استان | لیست | فهرست | اسامی | آمار | جدول | گزارش | شیت | برگه | شاغلین | شاغلان | افراد | اشخاص | اشتغال
    اشتغال زایی | مشاغل | شغل | شغلی | متقاضی | متقاضیان | مددجو | مددجویان | بیمه شدگان | کارجویان | کارکنان | ایجاد | شده
    ایجادی | جدید | تسهیلات | وام | سال | ماه | نفر | تعداد | نهایی | اصلاح | اصلاحی | کل | در | از | و | به | تا | برای | مربوط
    مربوطه | دستگاه | الف | sheet | list | county
  `).map(foldText),
)
/** Names of counties that are everyday words as well: «دوره ۱» is a period, and «دوره» of چگنی is not meant. */
const EVERYDAY_WORDS: ReadonlySet<string> = new Set(['دوره'].map(foldText))
/** A sheet «1404» is that of a year, though a county has that code. */
const YEAR = /^\s*1[34]\d\d\s*$/
const MOST_WORDS = 12
const LONGEST_NAME = 3

/**
 * The one county that a heading or the name of a sheet stands for («فهرست شاغلین شهرستان ازنا»، «ازنا ۱۴۰۴»); undefined
 * where it names none or several, or where words stand beside it that may mean something else.
 */
export function countyOfHeading(names: CountyNames, text: string): string | undefined {
  if (YEAR.test(toLatinDigits(text))) return undefined
  const whole = findPlace(names.counties, text)
  if ('code' in whole) return whole.code
  const { codes, others } = readWords(names, text)
  const [code] = codes
  const isOnlyThat = codes.size === 1 && others.every((word) => NEUTRAL.has(foldText(word)))
  return isOnlyThat ? code : undefined
}

/** The counties that a text names, and its other words; of a long text no more than its beginning is read. */
export function readWords(
  names: CountyNames,
  text: string,
): { codes: ReadonlySet<string>; others: readonly string[] } {
  const said = text.split(/[^\p{L}\p{M}\u200c]+/u).filter((word) => foldText(word).length > 1)
  const codes = new Set<string>()
  const others = said.slice(MOST_WORDS)
  for (let at = 0; at < Math.min(said.length, MOST_WORDS);) {
    const named = nameAt(names, said, at)
    if (named === undefined) others.push(said[at] ?? '')
    else codes.add(named.code)
    at += named?.length ?? 1
  }
  return { codes, others }
}

function nameAt(
  { counties, cities }: CountyNames,
  said: readonly string[],
  at: number,
): { code: string; length: number } | undefined {
  for (let length = Math.min(LONGEST_NAME, said.length - at); length > 0; length--) {
    const name = said.slice(at, at + length).join(' ')
    if (EVERYDAY_WORDS.has(foldText(name))) continue
    for (const index of [counties, cities]) {
      const finding = findPlace(index, name)
      if ('code' in finding) return { code: finding.code, length }
    }
  }
  return undefined
}

/**
 * The county a cell names: by its own name or code, beside its district or code («خرم‌آباد - بخش مرکزی»، «1503-خرم‌آباد»),
 * or by a city that lies in it («الشتر»), which is told.
 */
export function findCounty(
  names: CountyNames,
  value: string | number | null,
): PlaceFinding & { isCity?: boolean } {
  const finding = findPlace(names.counties, value)
  if ('code' in finding || finding.refusal !== 'unknown') return finding
  const beside = typeof value === 'string' ? countyOfParts(names, value) : undefined
  if (beside !== undefined) return { code: beside, exact: false }
  const city = findPlace(names.cities, value)
  return 'code' in city ? { code: city.code, exact: false, isCity: true } : finding
}

const PART_OF_COUNTY = /^(?:مرکزی|بخش|دهستان|شهر|روستا)/u

function countyOfParts({ counties }: CountyNames, text: string): string | undefined {
  const parts = text.split(/[-–/،,:_]+/u).map((part) => part.trim())
  const codes = new Set<string>()
  for (const part of parts) {
    const finding = findPlace(counties, part)
    if ('code' in finding) codes.add(finding.code)
    else if (!PART_OF_COUNTY.test(part)) return undefined
  }
  const [code] = codes
  return codes.size === 1 ? code : undefined
}
