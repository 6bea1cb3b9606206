import type { amendCommitment } from '@rasad/contracts/commitments'
import type { VersionAmendment, VersionPin } from '@rasad/domain/commitments/split/amend-version'
import type { z } from 'zod'

/** An axis whose wholes can be set. */
export type MarginAxis = 'agency' | 'county' | 'sector' | 'programme'
/** One cell of a commitment, or, without sector or programme, all cells together that share what is named. */
export type Place = Omit<VersionPin, 'value'>

/** What somebody changed in a version and has not saved; every part of it can be written down and read again. */
export type Edits = {
  total: number | null
  margins: Record<MarginAxis, Record<string, number>>
  /** Values that are held: those typed, and those pinned as they stood. */
  cells: VersionPin[]
  /** Pinned places of the version that are held no more. */
  released: Place[]
  /** Agencies that were put beside those of the version. */
  added: string[]
}

/** Nothing is changed. */
export const NO_EDITS: Edits = {
  total: null,
  margins: { agency: {}, county: {}, sector: {}, programme: {} },
  cells: [],
  released: [],
  added: [],
}

/** Whether there is anything to split anew, and to save. */
export function isChanged({ total, margins, cells, released }: Edits): boolean {
  const isSet = Object.values(margins).some((wholes) => Object.keys(wholes).length > 0)
  return total !== null || isSet || cells.length > 0 || released.length > 0
}

/** One text for each place, to tell them apart. */
export function keyOf({ agency, county, sector, programme }: Place): string {
  return `${agency}/${county}/${sector ?? ''}/${programme ?? ''}`
}

/** Holds a place at a value. */
export function holdAt(edits: Edits, place: Place, value: number): Edits {
  const key = keyOf(place)
  return {
    ...edits,
    cells: [...edits.cells.filter((cell) => keyOf(cell) !== key), { ...place, value }],
    released: edits.released.filter((released) => keyOf(released) !== key),
  }
}

/** Holds a place no more, whether it was pinned in the version or held since. */
export function letGo(edits: Edits, place: Place, isPinnedInVersion: boolean): Edits {
  const key = keyOf(place)
  const others = edits.released.filter((released) => keyOf(released) !== key)
  return {
    ...edits,
    cells: edits.cells.filter((cell) => keyOf(cell) !== key),
    released: isPinnedInVersion ? [...others, place] : others,
  }
}

/** Takes back what was done to a place: it is as in the version again. */
export function restore(edits: Edits, place: Place): Edits {
  return letGo(edits, place, false)
}

/** Sets a whole, or with null sets it free. */
export function setWhole(edits: Edits, axis: MarginAxis, name: string, value: number | null): Edits {
  const { [name]: _before, ...others } = edits.margins[axis]
  const wholes = value === null ? others : { ...others, [name]: value }
  return { ...edits, margins: { ...edits.margins, [axis]: wholes } }
}

/** The amendment as the rule of the domain takes it. */
export function amendmentOf({ total, margins, cells, released }: Edits): VersionAmendment {
  const map = (wholes: Record<string, number>) => new Map(Object.entries(wholes))
  return {
    total: total ?? undefined,
    margins: {
      agency: map(margins.agency),
      county: map(margins.county),
      sector: map(margins.sector),
      programme: map(margins.programme),
    },
    cells,
    released,
  }
}

/** The same amendment as it goes to the server. */
export function orderOf({
  total,
  margins,
  cells,
  released,
}: Edits): Pick<z.input<(typeof amendCommitment)['body']>, 'total' | 'margins' | 'cells' | 'released'> {
  return { ...(total !== null && { total }), margins, cells, released }
}
