import { toLatinDigits } from './digits.ts'
import { cleanText, foldText } from './text.ts'

/** What somebody looks for: runs of digits that begin a national ID, and words that begin a word of a name. */
export type Wanted = { digits: readonly string[]; words: readonly string[] }

const BETWEEN_WORDS = /[^\p{L}\p{M}\p{N}]+/u
/** Below this a number is a word like any other: «کارگاه ۱۲». */
const SHORTEST_ID_PART = 3
const MOST_WORDS = 8

/**
 * The words a text is found by: each of its words written together with the next one, so that whoever types the
 * beginning finds «ملک‌زاده», «ملک زاده» and «ملکزاده» alike.
 */
export function searchWords(text: string): string[] {
  const words = foldedWords(text)
  return words.map((word, index) => word + (words[index + 1] ?? ''))
}

/** What was typed into a search box, in any order, with any kind of digits and letters. */
export function readWanted(text: string): Wanted {
  const parts = foldedWords(text).slice(0, MOST_WORDS)
  const isId = (part: string) => /^\d+$/.test(part) && part.length >= SHORTEST_ID_PART
  return { digits: parts.filter(isId), words: parts.filter((part) => !isId(part)) }
}

/** The ways the wanted words may stand in a text: as typed, or two neighbours written as one. */
export function spellingsOf(words: readonly string[]): string[][] {
  const joined = words
    .slice(1)
    .map((next, index) => [...words.slice(0, index), words[index]! + next, ...words.slice(index + 2)])
  return [[...words], ...joined]
}

/** Whether a text holds each of the words that were typed, in any order, with any kind of digits and letters. */
export function holdsWords(text: string, typed: string): boolean {
  const folded = foldText(text)
  return foldedWords(typed).every((word) => folded.includes(word))
}

function foldedWords(text: string): string[] {
  return toLatinDigits(cleanText(text).text).split(BETWEEN_WORDS).map(foldText).filter(Boolean)
}

const ALPHABET = 'ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی'
const PLACE_BY_LETTER = new Map(Array.from(ALPHABET, (letter, index) => [letter, 0x41 + index]))

/**
 * The key that puts names into the order of the Persian alphabet when compared byte by byte: last name, then first.
 * Digits come before Persian letters, other letters after them.
 */
export function nameOrder(firstName: string, lastName: string): string {
  return `${orderOf(lastName)} ${orderOf(firstName)}`
}

function orderOf(name: string): string {
  let key = ''
  for (const letter of foldText(name)) {
    const place = PLACE_BY_LETTER.get(letter)
    key += place === undefined ? letter : String.fromCharCode(place)
  }
  return key
}
