import { toLatinDigits } from './digits.ts'

/** What was repaired in a text that somebody typed; a permanent code. */
export type TextCorrection = 'text.letters-folded' | 'text.control-removed' | 'text.shortened'

const LONGEST_TEXT = 300

const NOTHING: readonly TextCorrection[] = []
const PRESENTATION_FORMS = /[\ufb50-\ufdff\ufe70-\ufefc]+/g
const CONTROL = /[[\p{Cc}\p{Cf}\p{Cs}]--[\t-\r\u0085\u200c]]/gv
const GAPS = /[\s\u0085\u200c]+/g
const NEEDS_CARE = /[[\p{Cc}\p{Cf}\p{Cs}\p{Z}يىك\u0640\ufb50-\ufdff\ufe70-\ufefc]--[ \u200c]]/v
const CARE_BY_CODE = Uint8Array.from({ length: 0x10000 }, (_, code) =>
  NEEDS_CARE.test(String.fromCharCode(code)) ? 1 : 0,
)

/** Text as it is kept: what a person typed, with encodings repaired. Digits stay as they were typed. */
export function cleanText(text: string): { text: string; corrections: readonly TextCorrection[] } {
  if (isClean(text)) return { text, corrections: NOTHING }

  const corrections: TextCorrection[] = []
  const folded = text
    .replace(PRESENTATION_FORMS, (run) => run.normalize('NFKC'))
    .replace(/[يى]/g, 'ی')
    .replaceAll('ك', 'ک')
  if (folded !== text) corrections.push('text.letters-folded')
  const visible = folded.replace(CONTROL, '')
  if (visible !== folded) corrections.push('text.control-removed')
  const tidy = trimGaps(visible.replaceAll('\u0640', '').replace(GAPS, oneGap))
  const short = shorten(tidy)
  if (short !== tidy) corrections.push('text.shortened')
  return { text: short, corrections: corrections.length === 0 ? NOTHING : corrections }
}

/** The key for search and comparison: equal for every spelling of the same word. Never shown, never kept as the text. */
export function foldText(text: string): string {
  const letters = cleanText(text).text.toLowerCase()
  let key = ''
  for (let index = 0; index < letters.length; index++) {
    const code = FOLD_BY_CODE[letters.charCodeAt(index)] ?? 0
    if (code !== 0) key += String.fromCharCode(code)
  }
  return key
}

const FOLDS = new Map([
  ...spell('ا', 'آ أ إ ٱ'),
  ...spell('ه', 'ة ۀ ۂ ۃ ە ہ ھ'),
  ...spell('و', 'ؤ'),
  ...spell('ی', 'ئ ے ې ۍ ێ'),
  ...spell('ک', 'ڪ'),
])
const DROPPED = /[ء\s\u200c\p{M}\-_.()«»،,/'"‐-―‘-‟]/u
const FOLD_BY_CODE = Uint16Array.from({ length: 0x10000 }, (_, code) => {
  const letter = String.fromCharCode(code)
  return DROPPED.test(letter) ? 0 : (FOLDS.get(letter) ?? toLatinDigits(letter)).charCodeAt(0)
})

function spell(letter: string, variants: string): [string, string][] {
  return variants.split(' ').map((variant) => [variant, letter])
}

// Nearly every text of an import is clean, so that is found without a pattern: one look at each character.
function isClean(text: string): boolean {
  if (text.length > LONGEST_TEXT) return false
  let gap = true
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    const isGap = code === 0x20 || code === 0x200c
    if ((isGap && gap) || CARE_BY_CODE[code] === 1) return false
    gap = isGap
  }
  return !gap || text === ''
}

function oneGap(run: string): string {
  return /[^\u200c]/.test(run) ? ' ' : '\u200c'
}

function trimGaps(text: string): string {
  return text.replace(/^[ \u200c]+/, '').replace(/[ \u200c]+$/, '')
}

function shorten(text: string): string {
  if (text.length <= LONGEST_TEXT) return text
  const characters = Array.from(text.slice(0, 2 * LONGEST_TEXT + 1))
  if (characters.length <= LONGEST_TEXT) return text
  return trimGaps(characters.slice(0, LONGEST_TEXT).join(''))
}
