import type { CommitmentVersion } from '@rasad/contracts/commitments'
import { PROGRAMMES } from '@rasad/domain/commitments/programmes'
import type { VersionPin } from '@rasad/domain/commitments/split/amend-version'
import { SECTORS } from '@rasad/domain/organisations/sectors'
import { keyOf, type Edits, type MarginAxis, type Place } from './edits.ts'
import type { GridPlace } from './matrix-keys.ts'
import type { PlaceMark } from './matrix-row.tsx'
import { partsOf, type Slice } from './matrix-slice.ts'

type Axes = { agencies: readonly string[]; counties: readonly string[] }
/** What a place of the grid is: a cell that can be held, a whole that can be set, or a sum of both that cannot. */
export type PlaceMeaning =
  | { kind: 'cell'; place: Place }
  | { kind: 'whole'; axis: MarginAxis; name: string }
  | { kind: 'total' }
  | { kind: 'fixed'; why: 'chooseSector' | 'sumOfSlice' }

/** Whether a version is divided by sector, and by programme. */
export type Division = { hasSectors: boolean; hasProgrammes: boolean }

/** How a version is divided. */
export function divisionOf(cells: CommitmentVersion['cells']): Division {
  return {
    hasSectors: partsOf(cells, 'sector', []).length > 1,
    hasProgrammes: partsOf(cells, 'programme', []).length > 1,
  }
}

/** What a place of the grid stands for in a slice of a version. */
export function meaningOf(
  { row, column }: GridPlace,
  { agencies, counties }: Axes,
  { sector, programme }: Slice,
  { hasSectors }: Division,
): PlaceMeaning {
  const [agency, county] = [agencies[row], counties[column]]
  const isWhole = sector === undefined && programme === undefined
  if (agency !== undefined && county !== undefined) {
    if (programme !== undefined && sector === undefined && hasSectors)
      return { kind: 'fixed', why: 'chooseSector' }
    return { kind: 'cell', place: placeIn({ agency, county }, { sector, programme }) }
  }
  if (agency === undefined && county === undefined) {
    if (isWhole) return { kind: 'total' }
    if (sector !== undefined && programme !== undefined) return { kind: 'fixed', why: 'sumOfSlice' }
    return sector === undefined
      ? { kind: 'whole', axis: 'programme', name: programme ?? '' }
      : { kind: 'whole', axis: 'sector', name: sector }
  }
  if (!isWhole) return { kind: 'fixed', why: 'sumOfSlice' }
  return agency === undefined
    ? { kind: 'whole', axis: 'county', name: county ?? '' }
    : { kind: 'whole', axis: 'agency', name: agency }
}

function placeIn(pair: { agency: string; county: string }, { sector, programme }: Slice): Place {
  const [inSector, inProgramme] = [
    [...SECTORS, 'unspecified' as const].find((known) => known === sector),
    [...PROGRAMMES, 'unspecified' as const].find((known) => known === programme),
  ]
  return {
    ...pair,
    ...(inSector !== undefined && { sector: inSector }),
    ...(inProgramme !== undefined && { programme: inProgramme }),
  }
}

/** The pins of a version under the names its slices have: what is not divided is not named. */
export function pinsNamed(
  pins: readonly VersionPin[],
  { hasSectors, hasProgrammes }: Division,
): VersionPin[] {
  return pins.map(({ sector, programme, ...pin }) => ({
    ...pin,
    ...(hasSectors && sector !== undefined && { sector }),
    ...(hasProgrammes && programme !== undefined && { programme }),
  }))
}

/** The values that are held: the version's pins but for those released, and what the edits hold. */
export function heldIn(pins: readonly VersionPin[], { cells, released }: Edits): Map<string, VersionPin> {
  const gone = new Set(released.map(keyOf))
  const kept = pins.filter((pin) => !gone.has(keyOf(pin)))
  return new Map([...kept, ...cells].map((pin) => [keyOf(pin), pin]))
}

/** How every place of a slice stands: the rows of the agencies, then the row of sums. */
export function marksOf(
  axes: Axes,
  slice: Slice,
  division: Division,
  held: ReadonlyMap<string, VersionPin>,
  { margins, total }: Edits,
): PlaceMark[][] {
  const inner = new Set([...held.values()].map(({ agency, county }) => `${agency}/${county}`))
  const markOf = (place: GridPlace): PlaceMark => {
    const meaning = meaningOf(place, axes, slice, division)
    switch (meaning.kind) {
      case 'cell':
        if (held.has(keyOf(meaning.place))) return 'pinned'
        return inner.has(`${meaning.place.agency}/${meaning.place.county}`) ? 'inner' : 'free'
      case 'whole':
        return margins[meaning.axis][meaning.name] === undefined ? 'free' : 'set'
      case 'total':
        return total === null ? 'free' : 'set'
      case 'fixed':
        return 'free'
    }
  }
  return Array.from({ length: axes.agencies.length + 1 }, (_row, row) =>
    Array.from({ length: axes.counties.length + 1 }, (_column, column) => markOf({ row, column })),
  )
}
