import { AXES, type Axis, type CellWeight, type GivenMargins, type Pin, type SplitCell } from './request.ts'
import { splitCommitment, type Split } from './split-commitment.ts'

/** A split as it stands, with the values in it that are held. */
export type SplitVersion<S extends string = string> = {
  agencies: readonly string[]
  counties: readonly string[]
  sectors: readonly S[]
  cells: readonly SplitCell<S>[]
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
 * unnamed ones share what is left in proportion. Weights are used only where the version alone cannot follow, and then
 * count together for a thousandth of its total. Refused as a split is.
 */
export function amendCommitment<S extends string>(version: SplitVersion<S>, amendment: Amendment): Split<S> {
  const { agencies, counties, sectors, cells } = version
  const total = amendment.total ?? cells.reduce((sum, { value }) => sum + value, 0)
  const margins: GivenMargins = Object.fromEntries(
    AXES.map((axis) => [axis, marginsKept(version, amendment, axis, total)]),
  )
  const pins = pinsKept(version.pins ?? [], amendment.cells ?? [])
  const request = { total, agencies, counties, sectors, margins, pins }
  const standing = cells.map(({ value, ...place }) => ({ ...place, weight: value }))
  const split = splitCommitment({ ...request, weights: standing })
  if ('cells' in split || !amendment.weights) return split
  return splitCommitment({ ...request, weights: [...standing, ...fillers(standing, amendment.weights)] })
}

function marginsKept(
  version: SplitVersion,
  { margins = {} }: Amendment,
  axis: Axis,
  total: number,
): ReadonlyMap<string, number> {
  const named = margins[axis] ?? new Map<string, number>()
  const members = { agency: version.agencies, county: version.counties, sector: version.sectors }[axis]
  const standing = new Map(members.map((name) => [name, 0]))
  for (const cell of version.cells) standing.set(cell[axis], (standing.get(cell[axis]) ?? 0) + cell.value)
  const all = new Map([...standing, ...named])
  const sum = [...all.values()].reduce((whole, value) => whole + value, 0)
  return sum === total ? all : named
}

function pinsKept(pins: readonly Pin[], changes: readonly Pin[]): Pin[] {
  const placeOf = ({ agency, county, sector }: Pin): string => JSON.stringify([agency, county, sector])
  const changed = new Set(changes.map(placeOf))
  return [...pins.filter((pin) => !changed.has(placeOf(pin))), ...changes]
}

function fillers(standing: readonly CellWeight[], weights: readonly CellWeight[]): CellWeight[] {
  const sum = (all: readonly CellWeight[]): number => all.reduce((whole, { weight }) => whole + weight, 0)
  const whole = sum(weights)
  const part = whole > 0 ? (NOTHING_THERE * Math.max(sum(standing), 1)) / whole : 1
  return weights.map((entry) => ({ ...entry, weight: entry.weight * part }))
}
