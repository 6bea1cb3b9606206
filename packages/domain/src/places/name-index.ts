import { cleanText, foldText } from '../persian/text.ts'
import { editDistance } from './edit-distance.ts'

/** A thing that people call by its code, by its official name or by other names. */
export type Named = { readonly code: string; readonly name: string; readonly alternatives: readonly string[] }

/**
 * Whose code or name a text is; `exact` is false where something was set aside: a leading word, a note, a lost zero.
 * A refusal never picks: its candidates are the codes a person may choose from, the likeliest first, at most three when unknown.
 */
export type NameFinding =
  | { readonly code: string; readonly exact: boolean }
  | { readonly refusal: 'missing' | 'unknown' | 'ambiguous'; readonly candidates: readonly string[] }

/** What people add to and leave out of the names of one kind of thing. Both give folded keys, the fullest first. */
export type NamingHabits = {
  /** The shorter forms under which a full name is known as well. */
  readonly formsOf: (name: string) => readonly string[]
  /** The names a longer text may stand for. */
  readonly readingsOf: (text: string) => readonly string[]
}

type CodesByKey = Map<string, readonly string[]>

/** The names of one set of things, prepared for finding. It remembers its answers, so it is built once and kept. */
export type NameIndex = {
  readonly habits: NamingHabits
  readonly codes: CodesByKey
  readonly codesWithoutZeros: CodesByKey
  readonly names: CodesByKey
  readonly forms: CodesByKey
  readonly spellings: (readonly [key: string, codes: readonly string[]])[]
  readonly answers: Map<string, NameFinding>
}

const MISSING: NameFinding = { refusal: 'missing', candidates: [] }
const MEMORY = 10_000
const MOST_CANDIDATES = 3
const BRACKETED = /\s*[([{][^)\]}]*[)\]}]/gu
const HONORIFIC = /\s*[([{]\s*(?:ره|ع|س|ص|عج)\s*[)\]}]/gu
const TRAILING_NOTE = /^(.*?)\s*[([{]([^)\]}]*)[)\]}]?\s*$/u

/** Prepares the names of a set of things for finding. */
export function indexNames(things: readonly Named[], habits: NamingHabits): NameIndex {
  const index: NameIndex = {
    habits,
    codes: new Map(),
    codesWithoutZeros: new Map(),
    names: new Map(),
    forms: new Map(),
    spellings: [],
    answers: new Map(),
  }
  for (const { code, name, alternatives } of things) {
    enter(index.codes, foldText(code), code)
    if (code.startsWith('0')) enter(index.codesWithoutZeros, withoutZeros(code), code)
    for (const called of [name, ...alternatives]) {
      enter(index.names, foldText(called), code)
      const plain = called.replace(BRACKETED, '')
      enter(index.forms, foldText(plain), code)
      for (const form of habits.formsOf(plain)) enter(index.forms, form, code)
    }
  }
  const otherForms = [...index.forms].filter(([form]) => !index.names.has(form))
  index.spellings.push(...index.names, ...otherForms)
  return index
}

/** Finds the one thing that a cell names by its code or by its name in any spelling. */
export function findName(index: NameIndex, value: string | number | null | undefined): NameFinding {
  if (value === null || value === undefined) return MISSING
  const text = typeof value === 'number' ? String(value) : value
  const known = index.answers.get(text)
  if (known !== undefined) return known
  const answer = answerFor(index, cleanText(text).text)
  if (index.answers.size < MEMORY) index.answers.set(text, answer)
  return answer
}

function answerFor(index: NameIndex, text: string): NameFinding {
  if (!/[\p{L}\p{N}]/u.test(text)) return MISSING
  const key = foldText(text)
  const isOneWord = /^[\p{L}\p{N}]+$/u.test(text)
  const itself = (isOneWord ? index.codes.get(key) : undefined) ?? index.names.get(key)
  if (itself !== undefined) return settle(itself, true)
  const readings = [key, ...index.habits.readingsOf(text.replace(HONORIFIC, ''))]
  const meant = lookUp(index, readings)
  if (meant !== undefined) return settle(meant, false)
  const [, head, note] = TRAILING_NOTE.exec(text) ?? []
  if (head !== undefined && note !== undefined) return answerWithNote(index, head, note)
  if (isOneWord && /^\d+$/.test(key)) {
    const whole = (index.codesWithoutZeros.get(withoutZeros(key)) ?? []).filter(
      (code) => code.length > key.length,
    )
    if (whole.length > 0) return settle(whole, false)
  }
  return { refusal: 'unknown', candidates: nearest(index, readings) }
}

/** A note in brackets is set aside, unless it names something else than the text before it; a bare number may be a year. */
function answerWithNote(index: NameIndex, head: string, note: string): NameFinding {
  const byHead = answerFor(index, head)
  const byNote = /\p{L}/u.test(note) ? answerFor(index, note) : MISSING
  const [inHead, inNote] = [codesIn(byHead), codesIn(byNote)]
  if (inHead.length > 0) return settle([...new Set([...inHead, ...inNote])], false)
  const near = [...inNote, ...('refusal' in byHead ? byHead.candidates : [])]
  return { refusal: 'unknown', candidates: [...new Set(near)].slice(0, MOST_CANDIDATES) }
}

function codesIn(finding: NameFinding): readonly string[] {
  if ('code' in finding) return [finding.code]
  return finding.refusal === 'ambiguous' ? finding.candidates : []
}

function lookUp(index: NameIndex, keys: readonly string[]): readonly string[] | undefined {
  for (const key of keys) {
    const codes = index.names.get(key) ?? index.forms.get(key)
    if (codes !== undefined) return codes
  }
  return undefined
}

function settle(codes: readonly string[], exact: boolean): NameFinding {
  const [code] = codes
  return code !== undefined && codes.length === 1
    ? { code, exact }
    : { refusal: 'ambiguous', candidates: codes }
}

function nearest(index: NameIndex, readings: readonly string[]): readonly string[] {
  const distances = new Map<string, number>()
  for (const [name, codes] of index.spellings) {
    const allowed = name.length <= 4 ? 1 : 2
    for (const reading of readings) {
      const distance = editDistance(reading, name, allowed)
      if (distance === Infinity) continue
      for (const code of codes) distances.set(code, Math.min(distance, distances.get(code) ?? distance))
    }
  }
  const byDistance = [...distances].toSorted(([a, near], [b, far]) => near - far || (a < b ? -1 : 1))
  return byDistance.slice(0, MOST_CANDIDATES).map(([code]) => code)
}

function enter(map: CodesByKey, key: string, code: string): void {
  const codes = map.get(key) ?? []
  if (key !== '' && !codes.includes(code)) map.set(key, [...codes, code])
}

function withoutZeros(code: string): string {
  return code.replace(/^0+/, '')
}
