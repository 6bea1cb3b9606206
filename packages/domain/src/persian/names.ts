import { cleanText, foldText } from './text.ts'

const TITLES = foldedSet('سید سیده سادات میر حاج حاجی شیخ کربلایی مشهدی آقا آقای خانم دکتر مهندس مرحوم')
const OPENERS = foldedSet('علی محمد امیر غلام عبد ابو فاطمه زهرا نازنین حسین حسن مریم نور نصرت شمس')
const SECONDS = foldedSet(
  'ابراهیم احسان احمد اسماعیل اصغر اکبر امین باقر تقی جعفر جواد حسن حسین حمید حنیف رحیم رسول رضا رضوان رفیع زمان ' +
    'زهرا زینب سجاد سعید شریف صادق صالح طاها طاهر عباس عرفان علی عسگر غلام فاضل فاطمه قاسم قلی کاظم کریم کوثر محسن ' +
    'محمد مرتضی مصطفی معصومه مهدی موسی نبی نقی هادی هاشم یاسین یوسف یونس',
)
const ENDINGS = foldedSet(
  'الله اله سادات بیگم الدین الرضا الحسین الحسن الزهرا النبی الرسول الرحیم الرحمن الکریم العظیم',
)

/**
 * Divides a full name into first and last name. The first word is the first name, together with a title before it
 * («سید محمد»), the second half of a compound name after it («علی اصغر»، «فاطمه زهرا») and an ending («حبیب الله»,
 * «مریم سادات»). At least one word is left for the last name, and a single word is a last name alone. Joined again
 * with a space the two give the whole text, so a wrong division loses nothing. Before a comma stands the family name.
 */
export function splitFullName(text: string): { firstName: string; lastName: string } {
  const [family = '', comma] = text.split(/[،,]/u)
  if (comma !== undefined && family.trim() !== '') return splitFamilyFirst(text)
  const words = cleanText(text).text.split(' ')
  const end = Math.min(firstNameLength(words.map(foldText)), words.length - 1)
  return { firstName: words.slice(0, end).join(' '), lastName: words.slice(end).join(' ') }
}

/**
 * Divides a full name that is written with the family name first («رضایی علی اصغر»): the longest end of it that is one
 * first name by the rules of `splitFullName`, and at least the last word.
 */
export function splitFamilyFirst(text: string): { firstName: string; lastName: string } {
  const words = cleanText(text)
    .text.split(/[\s،,]+/u)
    .filter((word) => word !== '')
  const keys = words.map(foldText)
  const isFirstName = (from: number) => firstNameLength(keys.slice(from)) === words.length - from
  const from = keys.findIndex((_, index) => index > 0 && isFirstName(index))
  const start = from < 0 ? words.length : from
  return { firstName: words.slice(start).join(' '), lastName: words.slice(0, start).join(' ') }
}

function firstNameLength(words: readonly string[]): number {
  const name = words.length > 2 && TITLES.has(words[0] ?? '') ? 1 : 0
  const next = words[name + 1] ?? ''
  const compound = OPENERS.has(words[name] ?? '') && SECONDS.has(next) ? name + 2 : name + 1
  return ENDINGS.has(words[compound] ?? '') ? compound + 1 : compound
}

function foldedSet(words: string): ReadonlySet<string> {
  return new Set(words.split(' ').map(foldText))
}
