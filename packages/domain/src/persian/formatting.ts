import { jalaliDateAt } from '../calendar/jalali.ts'
import { toPersianDigits } from './digits.ts'
import type { Language } from '../imports/verdict-text.ts'

/** What stands where there is no figure; never a zero. */
export const NO_FIGURE = '–'

/** How numbers, days and moments are written in a language. */
export type Formatting = {
  /** A whole number in groups of three. */
  count: (value: number | null) => string
  /** A share in per cent with one decimal. */
  percent: (value: number | null) => string
  /** A text whose digits become those of the language: a code that is not typed again, a Jalali day. */
  digits: (text: string) => string
  /** A Jalali day or month, `1404-05-03`. */
  day: (text: string) => string
  /** An instant, as the clock stood in Tehran. */
  moment: (iso: string) => string
}

const TIME = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Tehran', hour: '2-digit', minute: '2-digit' })
const DAY = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Tehran' })
const COUNT_FA = new Intl.NumberFormat('fa-IR')
const COUNT_EN = new Intl.NumberFormat('en-US')
const PERCENT_FA = new Intl.NumberFormat('fa-IR', { style: 'percent', minimumFractionDigits: 1 })
const PERCENT_EN = new Intl.NumberFormat('en-US', { style: 'percent', minimumFractionDigits: 1 })

const FORMATTINGS: Record<Language, Formatting> = {
  fa: {
    count: (value) => (value === null ? NO_FIGURE : COUNT_FA.format(value)),
    percent: (value) => (value === null ? NO_FIGURE : PERCENT_FA.format(value / 100)),
    digits: toPersianDigits,
    day: (text) => toPersianDigits(text.replaceAll('-', '/')),
    moment: (iso) =>
      `${toPersianDigits(jalaliDay(iso).replaceAll('-', '/'))} ساعت ${toPersianDigits(timeOf(iso))}`,
  },
  en: {
    count: (value) => (value === null ? NO_FIGURE : COUNT_EN.format(value)),
    percent: (value) => (value === null ? NO_FIGURE : PERCENT_EN.format(value / 100)),
    digits: (text) => text,
    day: (text) => text,
    moment: (iso) => `${jalaliDay(iso)} ${timeOf(iso)} (${DAY.format(new Date(iso))})`,
  },
}

/** The formatting of a language. */
export function formattingOf(language: Language): Formatting {
  return FORMATTINGS[language]
}

function jalaliDay(iso: string): string {
  return jalaliDateAt(Date.parse(iso))
}

function timeOf(iso: string): string {
  return TIME.format(new Date(iso))
}
