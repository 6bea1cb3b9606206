import { foldText } from '../persian/text.ts'
import { findName, indexNames, type Named, type NameFinding, type NameIndex } from './name-index.ts'

/** A division of the country as people write it; the alternatives are its everyday names and spellings. */
export type PlaceName = Named

/** The divisions of one kind within one parent (the counties of a province, the villages of a county), ready for finding. */
export type PlaceIndex = NameIndex

/** The place a cell names, or why that cannot be said; candidates are codes. */
export type PlaceFinding = NameFinding

/** The kinds of places that have names of their own, from the province down. */
export const PLACE_KINDS = ['province', 'county', 'district', 'rural-district', 'city', 'village'] as const
export type PlaceKind = (typeof PLACE_KINDS)[number]

/** The words people put before a name; only the long ones are recognised when they are glued to it. */
const LEADING_WORDS: Record<PlaceKind, { apart: readonly string[]; glued: readonly string[] }> = {
  province: { apart: ['استان'], glued: ['استان'] },
  county: { apart: ['شهرستان', 'شهر', 'ش'], glued: ['شهرستان'] },
  district: { apart: ['بخش'], glued: ['بخش'] },
  'rural-district': { apart: ['دهستان'], glued: ['دهستان'] },
  city: { apart: ['شهر'], glued: [] },
  village: { apart: ['روستای', 'روستا', 'آبادی', 'ده'], glued: ['روستای'] },
}

/** Prepares the places of one kind for finding; a place outside the list is unknown to it. */
export function indexPlaces(places: readonly PlaceName[], kind: PlaceKind = 'county'): PlaceIndex {
  const { apart, glued } = LEADING_WORDS[kind]
  const leadingWord = new RegExp(`^(?:${apart.join('|')})[\\s\\u200c.:،-]+(?=.)`, 'u')
  return indexNames(places, {
    formsOf: () => [],
    readingsOf: (text) => {
      const key = foldText(text)
      const afterGlued = glued.filter((word) => key.startsWith(word)).map((word) => key.slice(word.length))
      return leadingWord.test(text) ? [foldText(text.replace(leadingWord, '')), ...afterGlued] : afterGlued
    },
  })
}

/** Finds the place that a cell names by its code or by its name in any spelling. */
export function findPlace(index: PlaceIndex, text: string | number | null | undefined): PlaceFinding {
  return findName(index, text)
}
