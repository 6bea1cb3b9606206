import { jalaliDateAt } from '@rasad/domain/calendar/jalali'
import { toPersianDigits } from '@rasad/domain/persian/digits'
import { useLanguage, type Language } from './language.ts'

/** What stands where there is no figure; never a zero. */
export const NO_FIGURE = '–'

const NUMBER_LOCALE: Record<Language, string> = { fa: 'fa-IR', en: 'en-US' }
const MONTHS: Record<Language, readonly string[]> = {
  fa: 'فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند'.split(' '),
  en: 'Farvardin Ordibehesht Khordad Tir Mordad Shahrivar Mehr Aban Azar Dey Bahman Esfand'.split(' '),
}
const UNITS: Record<Language, Record<'rial' | 'toman', string>> = {
  fa: { rial: 'ریال', toman: 'تومان' },
  en: { rial: 'rial', toman: 'toman' },
}
const TIME = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Tehran', hour: '2-digit', minute: '2-digit' })

/** How numbers, days and moments are written in one language. */
export type Formatting = {
  /** A whole number in groups of three; a dash where there is none. */
  count: (value: number | null) => string
  /** A difference with its sign, which stays beside its digits in either direction. */
  signed: (value: number | null) => string
  /** A share given in per cent, with one decimal. */
  percent: (value: number | null) => string
  /** An amount of rials, in rials or tomans, with the unit. */
  money: (rial: bigint | null, unit: 'rial' | 'toman') => string
  /** A text whose digits become those of the language. */
  digits: (text: string) => string
  /** A Jalali day or month of the wire, `1404-05-03` or `1404-05`, in numbers. */
  day: (text: string) => string
  /** The same in words: «۳ مرداد ۱۴۰۴», «مرداد ۱۴۰۴». */
  dayInWords: (text: string) => string
  /** An instant, as the clock stood in Tehran. */
  moment: (iso: string) => string
  /** The names of the twelve months. */
  months: readonly string[]
}

const FORMATTINGS: Record<Language, Formatting> = { fa: formattingOf('fa'), en: formattingOf('en') }

/** The formatting of the language of the page. */
export function useFormat(): Formatting {
  return FORMATTINGS[useLanguage()]
}

/** The formatting of a language. */
export function formattingOf(language: Language): Formatting {
  const locale = NUMBER_LOCALE[language]
  const count = new Intl.NumberFormat(locale)
  const signed = new Intl.NumberFormat(locale, { signDisplay: 'exceptZero' })
  const percent = new Intl.NumberFormat(locale, { style: 'percent', minimumFractionDigits: 1 })
  const months = MONTHS[language]
  const digits = language === 'fa' ? toPersianDigits : (text: string) => text
  const day = (text: string) => digits(text.replaceAll('-', '/'))
  return {
    count: (value) => (value === null ? NO_FIGURE : count.format(value)),
    signed: (value) => (value === null ? NO_FIGURE : signed.format(value)),
    percent: (value) => (value === null ? NO_FIGURE : percent.format(value / 100)),
    money: (rial, unit) => {
      if (rial === null) return NO_FIGURE
      return `${count.format(unit === 'rial' ? rial : rial / 10n)} ${UNITS[language][unit]}`
    },
    digits,
    day,
    dayInWords: (text) => {
      const [year = '', month = '', dayOfMonth] = text.split('-')
      const name = months[Number(month) - 1] ?? month
      const first = dayOfMonth === undefined ? '' : `${Number(dayOfMonth)} `
      return digits(`${first}${name} ${year}`)
    },
    moment: (iso) => {
      const at = Date.parse(iso)
      const time = digits(TIME.format(at))
      return language === 'fa'
        ? `${day(jalaliDateAt(at))}، ساعت ${time}`
        : `${day(jalaliDateAt(at))}, ${time}`
    },
    months,
  }
}
