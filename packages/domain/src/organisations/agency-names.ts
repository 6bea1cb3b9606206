import { foldText } from '../persian/text.ts'
import { findName, indexNames, type Named, type NameFinding, type NameIndex } from '../places/name-index.ts'

/** An executive agency as people write it; the alternatives are its short and everyday names. */
export type AgencyName = Named

/** The agencies of a province, ready for finding. */
export type AgencyIndex = NameIndex

/** The agency a cell names, or why that cannot be said; candidates are codes. */
export type AgencyFinding = NameFinding

const LEADING_WORD = /^(?:سازمان|اداره[ \u200c]?کل|اداره|مدیریت|شرکت)\s+(?=.)/u
const SEAT = /\s(?:(?:مستقر )?در )?(?:استان|شهرستان)(?:\s+(?<seat>.+))?$|\sمنطقه$/u

/**
 * Prepares the agencies for finding. With `seats`, the province and its counties, a name may end in one of them («جهاد کشاورزی لرستان»)
 * and an agency of another province («… استان ایلام») is unknown; without them any «استان …» at the end is set aside.
 */
export function indexAgencies(agencies: readonly AgencyName[], seats?: readonly string[]): AgencyIndex {
  const seatKeys = seats && new Set(seats.map(foldText))
  const shorten = (text: string): readonly string[] => {
    const full = text
      .replace(/[،,/]+/gu, ' ')
      .replace(/\s+/gu, ' ')
      .trim()
    const atHome = withoutSeat(full, seatKeys)
    return [full, atHome, atHome.replace(LEADING_WORD, '')].map(keyWithoutAnd)
  }
  return indexNames(agencies, { formsOf: shorten, readingsOf: shorten })
}

/** Finds the agency that a cell names by its code or by its name in any spelling. */
export function findAgency(index: AgencyIndex, text: string | number | null | undefined): AgencyFinding {
  return findName(index, text)
}

function withoutSeat(text: string, seatKeys: ReadonlySet<string> | undefined): string {
  const named = SEAT.exec(text)
  if (named !== null) {
    const seats = named.groups?.['seat']?.split(/\s(?:استان|شهرستان)\s/u) ?? []
    const isHere = seatKeys === undefined || seats.every((seat) => seatKeys.has(foldText(seat)))
    return isHere ? text.slice(0, named.index) : text
  }
  if (seatKeys === undefined) return text
  const words = text.split(' ')
  for (let count = words.length - 1; count > 0; count--) {
    if (seatKeys.has(foldText(words.slice(count).join(' ')))) return words.slice(0, count).join(' ')
  }
  return text
}

/** «فنی و حرفه‌ای» and «فنی حرفه‌ای» are one name. */
function keyWithoutAnd(text: string): string {
  return foldText(
    text
      .split(/[\s\u200c]+/u)
      .filter((word) => word !== 'و')
      .join(' '),
  )
}
