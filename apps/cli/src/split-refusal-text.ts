import type { ProblemParams } from '@rasad/contracts/problem-catalogue'
import type { SplitRefusal, SplitRefusalCode } from '@rasad/domain/commitments/split/request'
import type { WeightRefusal } from '@rasad/domain/commitments/split/weights'
import { kindText } from './dimension-text.ts'
import { formattingOf } from '@rasad/domain/persian/formatting'
import { wordOf } from './job-text.ts'
import type { Language } from './language.ts'
import { withCode, type Names } from '@rasad/server/modules/places/names.queries'

type Whole = { place: string; wanted: string; possible: string }

const OPENING: Record<Language, string> = {
  fa: 'این تقسیم شدنی نیست:',
  en: 'This split cannot be made:',
}

const REFUSALS: Record<Language, Record<SplitRefusalCode, (whole: Whole) => string>> = {
  fa: {
    'split.value-invalid': ({ place, wanted, possible }) =>
      `${place}: ${wanted} شمار شغل نیست؛ نزدیک‌ترین مقدار ممکن ${possible} است.`,
    'split.name-unknown': ({ place }) =>
      `${place} در این تقسیم نیست. آن را در --agencies، --counties، --sectors یا --programmes بیاورید.`,
    'split.pin-repeated': ({ place }) => `برای ${place} دو مقدار ثابت داده شده است؛ یکی بماند.`,
    'split.pin-without-sector': ({ place }) =>
      `${place}: برنامه نام برده شده و بخش نه؛ خانه را با هر دو بنویسید، مانند AGRI/1503/agriculture/greenhouses=40.`,
    'split.margins-disagree': ({ place, wanted, possible }) =>
      `آنچه برای ${place} خواسته شده روی هم ${possible} می‌شود و جمع کل ${wanted} است؛ --margin یا --total را درست کنید.`,
    'split.pins-exceed-margin': ({ place, wanted, possible }) =>
      `${place}: ${wanted} خواسته شده، اما خانه‌های ثابت آن ${possible} می‌شود؛ --pin یا جمع را درست کنید.`,
    'split.weights-empty': ({ place, wanted, possible }) =>
      `${place}: ${wanted} خواسته شده و ${possible} ممکن است، زیرا خانه‌های دیگر آن وزنی ندارد؛ عامل دیگری با --factor بدهید.`,
    'split.no-room': ({ place, wanted, possible }) =>
      `${place}: ${wanted} خواسته شده؛ در کنار جمع‌ها و خانه‌های ثابت دیگر، نزدیک‌ترین مقدار ممکن ${possible} است.`,
    'split.not-found': ({ place, wanted, possible }) =>
      `${place}: ${wanted} خواسته شده و تنها ${possible} به دست آمد؛ جمع یا خانهٔ ثابتی را آزاد کنید.`,
  },
  en: {
    'split.value-invalid': ({ place, wanted, possible }) =>
      `${place}: ${wanted} is no number of jobs; the nearest possible one is ${possible}.`,
    'split.name-unknown': ({ place }) =>
      `${place} takes no part in this split. Name it in --agencies, --counties, --sectors or --programmes.`,
    'split.pin-repeated': ({ place }) => `${place} is pinned to two values; keep one.`,
    'split.pin-without-sector': ({ place }) =>
      `${place}: a programme is named and no sector; write the cell with both, such as AGRI/1503/agriculture/greenhouses=40.`,
    'split.margins-disagree': ({ place, wanted, possible }) =>
      `what is wanted of ${place} adds up to ${possible} and the total is ${wanted}; correct --margin or --total.`,
    'split.pins-exceed-margin': ({ place, wanted, possible }) =>
      `${place}: ${wanted} is wanted, but its pins come to ${possible}; correct --pin or the whole.`,
    'split.weights-empty': ({ place, wanted, possible }) =>
      `${place}: ${wanted} is wanted and ${possible} is possible, because its other cells have no weight; name another --factor.`,
    'split.no-room': ({ place, wanted, possible }) =>
      `${place}: ${wanted} is wanted; beside the other wholes and pins the nearest possible value is ${possible}.`,
    'split.not-found': ({ place, wanted, possible }) =>
      `${place}: ${wanted} is wanted and only ${possible} was reached; set one whole or pin free.`,
  },
}

const NOBODY: Record<Language, string> = {
  fa: 'دستگاهی نیست که سهمی بگیرد. دستگاه‌ها را با --agencies نام ببرید یا جمع آن‌ها را درست کنید.',
  en: 'There is no agency to take a share. Name the agencies with --agencies, or correct their wholes.',
}

const PLACES: Record<Language, Record<SplitRefusal['of'], (name: string, other: string) => string>> = {
  fa: {
    total: () => 'جمع کل',
    agency: (name) => `دستگاه ${name}`,
    county: (name) => `شهرستان ${name}`,
    sector: (name) => `بخش ${name}`,
    programme: (name) => `برنامهٔ ${name}`,
    pair: (agency, county) => `دستگاه ${agency} در شهرستان ${county}`,
  },
  en: {
    total: () => 'the total',
    agency: (name) => name,
    county: (name) => `county ${name}`,
    sector: (name) => `sector ${name}`,
    programme: (name) => `programme ${name}`,
    pair: (agency, county) => `${agency} in county ${county}`,
  },
}

const ALL: Record<Language, Record<string, string>> = {
  fa: { agency: 'دستگاه‌ها', county: 'شهرستان‌ها', sector: 'بخش‌ها', programme: 'برنامه‌ها' },
  en: { agency: 'the agencies', county: 'the counties', sector: 'the sectors', programme: 'the programmes' },
}

/** Which whole of a split cannot hold, what was wanted of it and what is possible. */
export function cannotHoldText(
  language: Language,
  names: Names,
  { code, of, name, wanted, possible }: ProblemParams<'commitment.cannot-hold'>,
): string {
  const { count } = formattingOf(language)
  if (code === 'split.margins-disagree' && of === 'agency' && possible === 0)
    return `${OPENING[language]} ${NOBODY[language]}`
  const refusals: Readonly<Record<string, (whole: Whole) => string>> = REFUSALS[language]
  const say = refusals[code] ?? (({ place }: Whole) => `${place} (${code})`)
  const place = placeText(language, names, of, name)
  return `${OPENING[language]} ${say({ place, wanted: count(wanted), possible: count(possible) })}`
}

function placeText(language: Language, names: Names, of: string, name: string): string {
  if (of !== 'total' && name === '*') return wordOf(ALL[language], of)
  const agency = (code: string) => withCode(names.agency(code), code)
  const county = (code: string) => withCode(names.county(code), code)
  const say = PLACES[language]
  switch (of) {
    case 'total':
      return say.total(name, '')
    case 'agency':
      return say.agency(agency(name), '')
    case 'county':
      return say.county(county(name), '')
    case 'sector':
      return say.sector(kindText(language, name), '')
    case 'programme':
      return say.programme(kindText(language, name), '')
    default: {
      const [first = '', second = ''] = name.split('/')
      return say.pair(agency(first), county(second))
    }
  }
}

const WEIGHTS: Record<Language, Record<WeightRefusal['code'], (factor: string) => string>> = {
  fa: {
    'weights.ratio-invalid': () => 'ضریب‌ها و کف باید عدد باشد و دست‌کم یک ضریب بیش از صفر.',
    'weights.value-invalid': (factor) => `عامل ${factor}: وزن‌ها باید عدد صحیح و نامنفی باشد.`,
    'weights.place-unknown': (factor) => `عامل ${factor} جایی بیرون از این تقسیم را نام می‌برد.`,
    'weights.factor-empty': (factor) =>
      `عامل ${factor} برای دستگاه‌ها و شهرستان‌های این تقسیم چیزی ندارد؛ عامل دیگری با --factor بدهید.`,
  },
  en: {
    'weights.ratio-invalid': () =>
      'Coefficients and the floor must be numbers, and one coefficient above zero.',
    'weights.value-invalid': (factor) => `Factor ${factor}: weights must be whole numbers from 0 on.`,
    'weights.place-unknown': (factor) => `Factor ${factor} names a place outside this split.`,
    'weights.factor-empty': (factor) =>
      `Factor ${factor} has nothing for the agencies and counties of this split; name another with --factor.`,
  },
}

/** Why no weights can be made for a split. */
export function weightsUnusableText(
  language: Language,
  { code, factor }: ProblemParams<'commitment.weights-unusable'>,
): string {
  const refusals: Readonly<Record<string, (factor: string) => string>> = WEIGHTS[language]
  const say = refusals[code] ?? (() => code)
  return say(factor === null ? '' : formattingOf(language).count(factor + 1))
}
