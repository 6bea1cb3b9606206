import { isBlank, type Written } from './cell.ts'
import { toLatinDigits } from './digits.ts'
import { cleanText } from './text.ts'

/** A decimal number without rounding: units ÷ 10^scale, with no zeros at the end of its fraction. */
export type ExactNumber = { readonly units: bigint; readonly scale: number }

/**
 * A number that was read with certainty; or one that may stand the wrong way round, with both ways of reading it; or
 * why there is none. A percentage keeps its own size: 35٪ is 35 with `percent`.
 */
export type NumberReading =
  | { value: ExactNumber; percent: boolean }
  | { doubtful: 'reversed-decimal'; asWritten: ExactNumber; reversed: ExactNumber; percent: boolean }
  | { refusal: 'missing' | 'invalid' }

const LONGEST_NUMBER = 100
const NUMERAL = /^(\d{1,3}([٬,،'’])\d{3}(?:\2\d{3})*|\d+)(?:([.٫/])(\d+))?$/
const SCALES = new Map([
  ['هزار', 1_000n],
  ['میلیون', 1_000_000n],
  ['میلیارد', 1_000_000_000n],
  ['تریلیون', 1_000_000_000_000n],
])
const WORDS = new Map<string, number>([
  ['صفر', 0],
  ...numbered(
    1,
    1,
    'یک دو سه چهار پنج شش هفت هشت نه ده یازده دوازده سیزده چهارده پانزده شانزده هفده هجده نوزده',
  ),
  ['هیجده', 18],
  ...numbered(20, 10, 'بیست سی چهل پنجاه شصت هفتاد هشتاد نود'),
  ...numbered(100, 100, 'صد دویست سیصد چهارصد پانصد ششصد هفتصد هشتصد نهصد'),
  ['یکصد', 100],
])

type Term = { value: ExactNumber; scale: bigint; limit: bigint }

/**
 * Reads a number as officials write it: digits of three kinds, groups of three, a decimal sign ٫ or . or the office's
 * slash («۱۲۹/۵»), words («یک میلیون و ۵۵ هزار و ۴۱۰»), a percent sign or «درصد». A slash number turns round when it
 * is printed right to left, so one whose fraction is longer than its whole part (5/129, 7/79; not 0/75) is doubtful.
 */
export function readNumber(value: Written): NumberReading {
  const text = toLatinDigits(cleanText(String(value ?? '')).text).replaceAll('\u200c', ' ')
  if (isBlank(text)) return { refusal: 'missing' }
  if (text.length > LONGEST_NUMBER) return { refusal: 'invalid' }
  const bare = text.replace(/^[%٪]\s*|\s*(?:[%٪]|درصد)$/u, '')
  const unsigned = bare.replace(/^[-−+]\s*/u, '')
  const sign = /^[-−]/u.test(bare) ? -1n : 1n
  const tokens = unsigned
    .replaceAll(/هزار|میلیون|میلیارد|تریلیون/gu, ' $& ')
    .replaceAll(/\d(?=\p{L})|\p{L}(?=\d)/gu, '$& ')
    .split(' ')
    .filter((token) => token !== '')

  const asWritten = evaluate(tokens, sign)
  if (asWritten === undefined) return { refusal: 'invalid' }
  const percent = bare !== text
  if (!tokens.some(isReversible)) return { value: asWritten, percent }
  const reversed = evaluate(tokens.map(turnRound), sign)
  return reversed === undefined
    ? { refusal: 'invalid' }
    : { doubtful: 'reversed-decimal', asWritten, reversed, percent }
}

/** The number multiplied by a whole one. */
export function times(number: ExactNumber, factor: bigint): ExactNumber {
  return exact(number.units * factor, number.scale)
}

function evaluate(tokens: readonly string[], sign: bigint): ExactNumber | undefined {
  const terms: Term[] = []
  let joined = true
  for (const token of tokens) {
    if (token === 'و') {
      if (joined) return undefined
      joined = true
      continue
    }
    const scale = SCALES.get(token)
    const term = scale === undefined ? readTerm(token) : multiply(terms, scale, joined)
    if (term === undefined) return undefined
    terms.push(term)
    joined = false
  }
  const total = joined ? undefined : sum(terms)
  return total && times(total, sign)
}

// A scale word multiplies every smaller term before it: «۲ هزار و ۶۸۸ میلیارد» is 2,688 milliard. Only «هزار» may
// stand without a number before it.
function multiply(terms: Term[], scale: bigint, joined: boolean): Term | undefined {
  if (joined) return scale === 1_000n ? { value: exact(scale, 0), scale, limit: scale } : undefined
  const first = terms.findLastIndex((term) => term.scale >= scale) + 1
  const coefficient = sum(terms.splice(first))
  return coefficient && { value: times(coefficient, scale), scale, limit: scale }
}

// Terms descend: each is smaller than the last place that the one before it left open.
function sum(terms: readonly Term[]): ExactNumber | undefined {
  return terms.reduce<ExactNumber | undefined>((total, { value }, index) => {
    const limit = terms[index - 1]?.limit
    if (limit === undefined) return value
    if (total === undefined || value.units === 0n || value.units >= limit * tenTo(value.scale))
      return undefined
    return add(total, value)
  }, undefined)
}

function readTerm(token: string): Term | undefined {
  const word = WORDS.get(token)
  if (word !== undefined) {
    const limit = word >= 100 ? 100n : word >= 20 ? 10n : 0n
    return { value: exact(BigInt(word), 0), scale: 1n, limit }
  }
  const match = NUMERAL.exec(token)
  if (match === null) return undefined
  const [, whole = '', , , fraction = ''] = match
  const value = exact(BigInt(whole.replaceAll(/\D/g, '') + fraction), fraction.length)
  return { value, scale: 1n, limit: 0n }
}

function isReversible(token: string): boolean {
  const [, whole = '', fraction = ''] = /^(\d+)\/(\d+)$/.exec(token) ?? []
  return fraction.length > whole.length && !/^0+$/.test(whole)
}

function turnRound(token: string): string {
  return isReversible(token) ? token.split('/').toReversed().join('/') : token
}

function add(a: ExactNumber, b: ExactNumber): ExactNumber {
  const scale = Math.max(a.scale, b.scale)
  return exact(a.units * tenTo(scale - a.scale) + b.units * tenTo(scale - b.scale), scale)
}

function exact(units: bigint, scale: number): ExactNumber {
  if (scale > 0 && units % 10n === 0n) return exact(units / 10n, scale - 1)
  return { units, scale }
}

function tenTo(power: number): bigint {
  return 10n ** BigInt(power)
}

function numbered(first: number, step: number, words: string): [string, number][] {
  return words.split(' ').map((word, index) => [word, first + index * step])
}
