import { foldText } from '../persian/text.ts'
import { findPlace, type PlaceIndex } from '../places/place-names.ts'
import { words } from './word-list.ts'

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
const MOST_WORDS = 12
const LONGEST_NAME = 3

/**
 * The one county that a heading or the name of a sheet stands for («فهرست شاغلین شهرستان ازنا»، «ازنا ۱۴۰۴»); undefined
 * where it names none or several, or where words stand beside it that may mean something else.
 */
export function countyOfHeading(counties: PlaceIndex, text: string): string | undefined {
  const whole = findPlace(counties, text)
  if ('code' in whole && /\p{L}/u.test(text)) return whole.code
  const said = text.split(/[^\p{L}\p{M}\u200c]+/u).filter((word) => foldText(word).length > 1)
  if (said.length > MOST_WORDS) return undefined
  const codes = new Set<string>()
  for (let at = 0; at < said.length;) {
    const named = nameAt(counties, said, at)
    if (named === undefined && !NEUTRAL.has(foldText(said[at] ?? ''))) return undefined
    if (named !== undefined) codes.add(named.code)
    at += named?.length ?? 1
  }
  const [code] = codes
  return codes.size === 1 ? code : undefined
}

function nameAt(
  counties: PlaceIndex,
  said: readonly string[],
  at: number,
): { code: string; length: number } | undefined {
  for (let length = Math.min(LONGEST_NAME, said.length - at); length > 0; length--) {
    const name = said.slice(at, at + length).join(' ')
    if (EVERYDAY_WORDS.has(foldText(name))) continue
    const finding = findPlace(counties, name)
    if ('code' in finding) return { code: finding.code, length }
  }
  return undefined
}
