import { SECTORS } from '../../organisations/sectors.ts'
import type { CommitmentCell } from '../matrix.ts'
import { PROGRAMMES } from '../programmes.ts'
import { amendCommitment } from './amend-commitment.ts'
import type { CellWeight, GivenMargins, Pin } from './request.ts'
import type { Split } from './split-commitment.ts'

type CellSector = CommitmentCell['sector']
type CellProgramme = NonNullable<CommitmentCell['programme']>

/** Who and what takes part in a commitment. */
export type CommitmentAxes = {
  agencies: string[]
  counties: string[]
  sectors: CellSector[]
  programmes: CellProgramme[]
}

/** A version as it is kept: its cells and the values held in it. */
export type KeptVersion = {
  cells: readonly { agency: string; county: string; sector: string; programme: string; value: number }[]
  pins: readonly VersionPin[]
}

type Place = {
  agency: string
  county: string
  sector?: CellSector | undefined
  programme?: CellProgramme | undefined
}
/** A value held in a version. */
export type VersionPin = Place & { value: number }

/** What the next version is to have otherwise, and which held values of this one are held no more. */
export type VersionAmendment = {
  total?: number | undefined
  margins?: GivenMargins | undefined
  cells?: readonly VersionPin[] | undefined
  released?: readonly Place[] | undefined
}

/** How much more than an empty place a job that stands there weighs. */
const WELL_ABOVE = 100

/** The next version from one that is kept, as people amend it: its cells or the refusal, the pins it holds, and its axes. */
export function amendVersion(
  version: KeptVersion,
  { total, margins, cells: named = [], released = [] }: VersionAmendment,
): { split: Split<CellSector, CellProgramme>; pins: VersionPin[]; axes: CommitmentAxes } {
  const cells = readCells(version.cells)
  const axes = axesOf(cells, named, margins)
  const gone = new Set([...released, ...named].map((place) => placeOf(place, axes)))
  const kept = version.pins.filter((pin) => !gone.has(placeOf(pin, axes)))
  const amendment = {
    total,
    margins,
    cells: pinsWithin(named, axes),
    weights: weightsOfPlaces(axes, cells),
  }
  const split = amendCommitment({ ...axes, cells, pins: pinsWithin(kept, axes) }, amendment)
  return { split, pins: [...kept, ...named], axes }
}

/** With one sector alone, a pin of a pair is a pin of it, and with one programme, a pin of a sector is a pin of a cell. */
export function pinsWithin(
  pins: readonly Pin[],
  { sectors, programmes }: Pick<CommitmentAxes, 'sectors' | 'programmes'>,
): Pin[] {
  const only = (members: readonly string[]) => (members.length === 1 ? members[0] : undefined)
  return pins.map(({ sector = only(sectors), programme, ...pin }) => ({
    ...pin,
    sector,
    programme: sector === undefined ? programme : (programme ?? only(programmes)),
  }))
}

function placeOf(place: Place, axes: CommitmentAxes): string {
  const [{ agency, county, sector, programme } = place] = pinsWithin([{ ...place, value: 0 }], axes)
  return JSON.stringify([agency, county, sector, programme])
}

function readCells(cells: KeptVersion['cells']): CommitmentCell[] {
  return cells.map(({ sector, programme, ...cell }) => ({
    ...cell,
    sector: SECTORS.find((known) => known === sector) ?? 'unspecified',
    programme: PROGRAMMES.find((known) => known === programme) ?? 'unspecified',
  }))
}

function axesOf(
  cells: readonly CommitmentCell[],
  changes: readonly VersionPin[],
  margins: GivenMargins = {},
): CommitmentAxes {
  const named = [...cells, ...changes]
  const sectors = new Set(named.flatMap(({ sector }) => sector ?? []))
  const programmes = new Set([
    ...named.flatMap(({ programme }) => programme ?? []),
    ...PROGRAMMES.filter((programme) => margins.programme?.get(programme) !== undefined),
  ])
  const namesOf = (codes: readonly string[], set: ReadonlyMap<string, number> | undefined) =>
    [...new Set([...codes, ...(set?.keys() ?? [])])].toSorted()
  return {
    agencies: namesOf(
      named.map(({ agency }) => agency),
      margins.agency,
    ),
    counties: namesOf(
      named.map(({ county }) => county),
      margins.county,
    ),
    sectors: [...sectors].toSorted(),
    programmes: [...programmes].toSorted(),
  }
}

/**
 * A place that held nothing may be named: it weighs as much as the average cell of the version. A programme that held
 * nothing there takes after what the agency, county and sector hold together.
 */
function weightsOfPlaces(axes: CommitmentAxes, cells: readonly CommitmentCell[]): CellWeight[] {
  const tripleOf = (place: Pick<CommitmentCell, 'agency' | 'county' | 'sector'>) =>
    `${place.agency}/${place.county}/${place.sector}`
  const standing = new Map<string, number>()
  for (const cell of cells) standing.set(tripleOf(cell), (standing.get(tripleOf(cell)) ?? 0) + cell.value)
  const { agencies, counties, sectors, programmes } = axes
  return agencies.flatMap((agency) =>
    counties.flatMap((county) =>
      sectors.flatMap((sector) => {
        const held = standing.get(tripleOf({ agency, county, sector })) ?? 0
        const weight = programmes.length === 1 ? 1 : 1 + WELL_ABOVE * held
        return programmes.map((programme) => ({ agency, county, sector, programme, weight }))
      }),
    ),
  )
}
