import { kindText } from '@rasad/domain/ledger/dimension-text'
import type { SplitRefusal, SplitRefusalCode } from '@rasad/domain/commitments/split/request'
import { formattingOf } from '../../shared/fa.ts'
import type { Language } from '../../shared/language.ts'

type Whole = { place: string; wanted: string; possible: string }

const REFUSALS: Record<Language, Record<SplitRefusalCode, (whole: Whole) => string>> = {
  fa: {
    'split.value-invalid': ({ place, wanted, possible }) =>
      `${place}: ${wanted} شمار شغل نیست؛ نزدیک‌ترین مقدار ممکن ${possible} است.`,
    'split.name-unknown': ({ place }) => `${place} در این تقسیم نیست؛ آن را بیفزایید.`,
    'split.pin-repeated': ({ place }) => `برای ${place} دو مقدار ثابت داده شده است؛ یکی بماند.`,
    'split.pin-without-sector': ({ place }) => `${place}: برای برنامه، بخش را هم انتخاب کنید.`,
    'split.margins-disagree': ({ place, wanted, possible }) =>
      `جمع‌های خواسته‌شدهٔ ${place} روی هم ${possible} می‌شود و جمع کل ${wanted} است؛ یکی را تغییر دهید.`,
    'split.pins-exceed-margin': ({ place, wanted, possible }) =>
      `${place}: جمع ${wanted} است، اما خانه‌های ثابت آن ${possible} می‌شود؛ خانه‌ای را آزاد کنید یا جمع را بالا ببرید.`,
    'split.weights-empty': ({ place, wanted, possible }) =>
      `${place}: ${wanted} خواسته شده و ${possible} ممکن است، زیرا خانه‌های دیگر آن وزنی ندارد.`,
    'split.no-room': ({ place, wanted, possible }) =>
      `${place}: ${wanted} خواسته شده؛ در کنار جمع‌ها و خانه‌های ثابت دیگر، نزدیک‌ترین مقدار ممکن ${possible} است.`,
    'split.not-found': ({ place, wanted, possible }) =>
      `${place}: ${wanted} خواسته شده و تنها ${possible} به دست آمد؛ جمع یا خانهٔ ثابتی را آزاد کنید.`,
  },
  en: {
    'split.value-invalid': ({ place, wanted, possible }) =>
      `${place}: ${wanted} is no number of jobs; the nearest possible one is ${possible}.`,
    'split.name-unknown': ({ place }) => `${place} takes no part in this split; add it.`,
    'split.pin-repeated': ({ place }) => `${place} is pinned to two values; keep one.`,
    'split.pin-without-sector': ({ place }) => `${place}: choose the sector of the programme too.`,
    'split.margins-disagree': ({ place, wanted, possible }) =>
      `what is asked of ${place} adds up to ${possible} and the total is ${wanted}; change one of them.`,
    'split.pins-exceed-margin': ({ place, wanted, possible }) =>
      `${place}: the whole is ${wanted}, but its pinned cells come to ${possible}; release one or raise the whole.`,
    'split.weights-empty': ({ place, wanted, possible }) =>
      `${place}: ${wanted} is asked for and ${possible} is possible, because its other cells have no weight.`,
    'split.no-room': ({ place, wanted, possible }) =>
      `${place}: ${wanted} is asked for; beside the other wholes and pins the nearest possible value is ${possible}.`,
    'split.not-found': ({ place, wanted, possible }) =>
      `${place}: ${wanted} is asked for and only ${possible} was reached; set one whole or pin free.`,
  },
}

const ALL: Record<Language, Record<SplitRefusal['of'], string>> = {
  fa: {
    total: 'جمع کل',
    agency: 'دستگاه‌ها',
    county: 'شهرستان‌ها',
    sector: 'بخش‌ها',
    programme: 'برنامه‌ها',
    pair: 'همهٔ خانه‌ها',
  },
  en: {
    total: 'the total',
    agency: 'the agencies',
    county: 'the counties',
    sector: 'the sectors',
    programme: 'the programmes',
    pair: 'all cells',
  },
}

/** How agencies and counties are called. */
export type MatrixNames = { agency: (code: string) => string; county: (code: string) => string }

/** Which whole of a split cannot hold, what was asked of it and what is possible. */
export function refusalText(
  language: Language,
  names: MatrixNames,
  { code, of, name, wanted, possible }: SplitRefusal,
): string {
  const { count } = formattingOf(language)
  const place = placeText(language, names, of, name)
  return REFUSALS[language][code]({ place, wanted: count(wanted), possible: count(possible) })
}

function placeText(language: Language, names: MatrixNames, of: SplitRefusal['of'], name: string): string {
  if (of === 'total' || name === '*') return ALL[language][of]
  if (of === 'agency' || of === 'county') return names[of](name)
  if (of !== 'pair') return kindText(language, name)
  const [agency = '', county = ''] = name.split('/')
  return `${names.agency(agency)} × ${names.county(county)}`
}

/** A refusal as the server words it; undefined for one of a newer server that this page does not know. */
export function readRefusal(params: {
  code: string
  of: string
  name: string
  wanted: number
  possible: number
}): SplitRefusal | undefined {
  const code = keyIn(REFUSALS.en, params.code)
  const of = keyIn(ALL.en, params.of)
  return code === undefined || of === undefined ? undefined : { ...params, code, of }
}

function keyIn<Key extends string>(texts: Record<Key, unknown>, text: string): Key | undefined {
  for (const key in texts) if (key === text) return key
  return undefined
}
