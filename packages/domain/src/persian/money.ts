import { toPersianDigits } from './digits.ts'
import { type ExactNumber, readNumber, times } from './numbers.ts'
import { cleanText } from './text.ts'
import { isBlank, plainCell, type Written } from './cell.ts'

/** An amount of money: whole rials, the only unit that is stored or added. */
export type Rial = bigint & { readonly __rial: true }

/** The units that amounts are written in, with their rials: a toman is ten rials, a همت a thousand milliard tomans. */
const RIALS_PER_UNIT = {
  rial: 1n,
  toman: 10n,
  'thousand-rial': 1_000n,
  'thousand-toman': 10_000n,
  'million-rial': 1_000_000n,
  'million-toman': 10_000_000n,
  'billion-rial': 1_000_000_000n,
  'billion-toman': 10_000_000_000n,
  'thousand-billion-rial': 1_000_000_000_000n,
  hemat: 10_000_000_000_000n,
} as const

/** A unit that a column or a form states for its amounts. */
export type MoneyUnit = keyof typeof RIALS_PER_UNIT

/** An amount that was read with certainty, or why there is none; 'unit-missing' where rial or toman is not known. */
export type MoneyReading =
  | { rial: Rial }
  | { doubtful: 'reversed-decimal' }
  | { refusal: 'missing' | 'invalid' | 'unit-missing' }

const UNIT_WORDS = new Map<string, MoneyUnit>([
  ['ریال', 'rial'],
  ['تومان', 'toman'],
  ['تومن', 'toman'],
  ['همت', 'hemat'],
])

/**
 * Reads an amount such as «۱۲۶ میلیارد تومان» or «۱۰ همت». A unit written with the amount stands before
 * `defaultUnit`, the unit of its column. A word such as «میلیارد» without a currency under a column in millions is
 * refused as 'unit-missing', because the two do not agree. Amounts are never negative and never parts of a rial.
 */
export function readMoney(value: Written, defaultUnit?: MoneyUnit): MoneyReading {
  const text = cleanText(String(value ?? '')).text
  if (isBlank(text)) return { refusal: 'missing' }
  const [, amount = text, word = ''] = /^(.*?)\s*(ریال|تومان|تومن|همت)$/u.exec(text) ?? []
  const number = readNumber(ungrouped(amount))
  if ('refusal' in number || number.percent) return { refusal: 'invalid' }
  const unit = UNIT_WORDS.get(word) ?? defaultUnit
  const scaled = word === '' && /هزار|میلیون|میلیارد|تریلیون/u.test(amount)
  if (unit === undefined || (scaled && unit !== 'rial' && unit !== 'toman'))
    return { refusal: 'unit-missing' }
  if ('doubtful' in number) return { doubtful: number.doubtful }
  return wholeRials(times(number.value, RIALS_PER_UNIT[unit]))
}

/** «۱۵۰/۰۰۰/۰۰۰» and 150.000.000 are groups of three; slashes are believed only where no way round of them is another amount. */
function ungrouped(amount: string): string {
  const text = plainCell(amount)
  const isGrouped = /^[1-9]\d{0,2}(?:(?:\.\d{3}){2,}|(?:\/\d{3})+\/000)$/.test(text)
  return isGrouped ? text.replaceAll(/[./]/g, '') : amount
}

/** So many tomans in rials; for the edge, where people speak of tomans. */
export function tomanToRial(toman: bigint): Rial {
  return rials(toman * 10n)
}

/** A whole number of rials as money. */
export function rials(amount: bigint): Rial {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- The one place where a number becomes money.
  return amount as Rial
}

/** An amount as Persian text with its unit word: «۱٬۲۶۰ ریال», «۱۲۶ تومان», «۱۲٫۵ تومان». */
export function formatMoney(rial: Rial, unit: 'rial' | 'toman'): string {
  const size: bigint = rial < 0n ? 0n - rial : rial
  const whole = String(unit === 'rial' ? size : size / 10n).replaceAll(/\B(?=(?:\d{3})+$)/g, '٬')
  const rest = unit === 'rial' ? 0n : size % 10n
  const digits = toPersianDigits(rest === 0n ? whole : `${whole}٫${rest}`)
  return `${rial < 0n ? '−' : ''}${digits} ${unit === 'rial' ? 'ریال' : 'تومان'}`
}

function wholeRials({ units, scale }: ExactNumber): MoneyReading {
  return units < 0n || scale > 0 ? { refusal: 'invalid' } : { rial: rials(units) }
}
