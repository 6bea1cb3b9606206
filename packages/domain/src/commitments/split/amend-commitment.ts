import {
  AXES,
  UNDIVIDED,
  type Axis,
  type CellWeight,
  type GivenMargins,
  type Pin,
  type SplitCell,
} from './request.ts'
import { namesOf } from './block.ts'
import { splitCommitment, type Split } from './split-commitment.ts'

/** A split as it stands, with the values in it that are held. */
export type SplitVersion<S extends string = string, P extends string = string> = {
  agencies: readonly string[]
  counties: readonly string[]
  sectors: readonly S[]
  programmes?: readonly P[] | undefined
  cells: readonly SplitCell<S, P>[]
  pins?: readonly Pin[] | undefined
}

/** What is to be otherwise: the total, wholes, cells or pairs, in jobs; a new value of a pinned place replaces the pin. */
export type Amendment = {
  total?: number | undefined
  margins?: GivenMargins | undefined
  cells?: readonly Pin[] | undefined
  /** Weights for places where the version has nothing; without them, what is empty stays empty. */
  weights?: readonly CellWeight[] | undefined
}

const NOTHING_THERE = 0.001

/**
 * The next version of a split: what is named in the amendment and every pin exactly, and the rest in the proportions it
 * had (the fit nearest to them). An axis whose unnamed members still add up with the named ones keeps them all; else the
 * unnamed ones share what is left in proportion, and so do all programmes when a cell of a new one is named. While the
 * total stays, a cell of a programme takes from the other programmes there, where that can be. Weights are used only where the version alone cannot follow, and then
 * count together for a thousandth of its total. Refused as a split is.
 */
export function amendCommitment<S extends string, P extends string = string>(
  version: SplitVersion<S, P>,
  amendment: Amendment,
): Split<S, P> {
  const { agencies, counties, sectors, programmes, cells } = version
  const total = amendment.total ?? cells.reduce((sum, { value }) => sum + value, 0)
  const margins: GivenMargins = Object.fromEntries(
    AXES.map((axis) => [axis, marginsKept(version, amendment, axis, total)]),
  )
  const pins = pinsKept(version.pins ?? [], amendment.cells ?? [])
  const request = { total, agencies, counties, sectors, programmes, margins }
  const standing = cells.map(({ value, ...place }) => ({ ...place, weight: value }))
  const { weights = [] } = amendment
  const grounds = weights.length === 0 ? [standing] : [standing, [...standing, ...fillers(standing, weights)]]
  const around = triplesAround(version, amendment, pins)
  const ways = [...(around.length > 0 ? [[...pins, ...around]] : []), pins].flatMap((held) =>
    grounds.map((ground) => ({ ...request, pins: held, weights: ground })),
  )
  const [first, ...others] = ways
  let split = splitCommitment(first!)
  for (const way of others) {
    if ('cells' in split) break
    split = splitCommitment(way)
  }
  return split
}

/** What an agency has in a county and sector, held where a cell of one of its programmes is named and the total stays. */
function triplesAround(
  { cells, programmes = [] }: SplitVersion,
  { total, cells: changes = [] }: Amendment,
  pins: readonly Pin[],
): Pin[] {
  if (programmes.length < 2 || total !== undefined) return []
  const named = changes.filter(({ sector, programme }) => sector !== undefined && programme !== undefined)
  const triples = new Map(
    named.map(({ agency, county, sector }) => [
      placeOf({ agency, county, sector }),
      { agency, county, sector },
    ]),
  )
  for (const pin of pins) triples.delete(placeOf(pin))
  return [...triples.values()].map((triple) => ({
    ...triple,
    value: cells
      .filter(({ agency, county, sector }) => placeOf({ agency, county, sector }) === placeOf(triple))
      .reduce((sum, { value }) => sum + value, 0),
  }))
}

function marginsKept(
  version: SplitVersion,
  { margins = {}, cells: changes = [] }: Amendment,
  axis: Axis,
  total: number,
): ReadonlyMap<string, number> {
  const named = margins[axis] ?? new Map<string, number>()
  const members = namesOf(version)[axis]
  const standing = new Map(members.map((name) => [name, 0]))
  for (const cell of version.cells) {
    const name = cell[axis] ?? UNDIVIDED
    standing.set(name, (standing.get(name) ?? 0) + cell.value)
  }
  const isNew = ({ programme, value }: Pin) =>
    programme !== undefined && value > 0 && standing.get(programme) === 0 && !named.has(programme)
  if (axis === 'programme' && changes.some(isNew)) return named
  const all = new Map([...standing, ...named])
  const sum = [...all.values()].reduce((whole, value) => whole + value, 0)
  return sum === total ? all : named
}

function pinsKept(pins: readonly Pin[], changes: readonly Pin[]): Pin[] {
  const changed = new Set(changes.map(placeOf))
  return [...pins.filter((pin) => !changed.has(placeOf(pin))), ...changes]
}

function placeOf(place: Omit<Pin, 'value'>): string {
  return JSON.stringify(AXES.map((axis) => place[axis]))
}

function fillers(standing: readonly CellWeight[], weights: readonly CellWeight[]): CellWeight[] {
  const sum = (all: readonly CellWeight[]): number => all.reduce((whole, { weight }) => whole + weight, 0)
  const whole = sum(weights)
  const part = whole > 0 ? (NOTHING_THERE * Math.max(sum(standing), 1)) / whole : 1
  return weights.map((entry) => ({ ...entry, weight: entry.weight * part }))
}
