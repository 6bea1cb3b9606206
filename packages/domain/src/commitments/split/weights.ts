import {
  blockMarginOf as marginOf,
  blockMembersOf as membersOf,
  cellCount,
  namesOf,
  perBlockAxis,
  type SplitBlock,
} from './block.ts'
import { AXES, type Axis, type CellWeight } from './request.ts'
import { sumOf } from './table.ts'

/** A number given exactly: 0.35 is 35 / 100. */
export type Ratio = { numerator: number; denominator: number }

/**
 * One ground for the split and how much it counts: last period's commitment or achievement (by agency, county and
 * sector, the commitment also by programme), population or unemployed (by county), or chosen weights (by any axes).
 * Every value of one factor names the same axes. Values are whole numbers of any unit, of which only the proportions count.
 */
export type Factor = { coefficient: Ratio; values: readonly FactorValue[] }
export type FactorValue = { [axis in Axis]?: string | undefined } & { value: number }

/** What weights are made from, for whom, and what an agency without history counts beside the average one with it. */
export type WeightGrounds = {
  agencies: readonly string[]
  counties: readonly string[]
  sectors: readonly string[]
  programmes?: readonly string[] | undefined
  factors: readonly Factor[]
  floor: Ratio
}

/** Why no weights can be made; the codes are permanent, and `factor` counts from 0 (undefined for the floor). */
export type WeightRefusal = {
  code: 'weights.ratio-invalid' | 'weights.value-invalid' | 'weights.place-unknown' | 'weights.factor-empty'
  factor: number | undefined
}

/** What a factor names when it is history: who promised or achieved what, and where. */
const HISTORY: readonly Axis[] = ['agency', 'county', 'sector']

type Names = Pick<SplitBlock, 'names'>

/**
 * The weight of every cell; together they are 1. With k the coefficients over their sum:
 *
 *   weight(cell) = Σ k(factor) × value(group of the cell) / Σ values × pattern(cell) / pattern(group of the cell)
 *
 * The pattern is what the factors that name agency, county and sector come to together by k, as shares of 1 (those that
 * name no programme are divided into programmes as those that do); it stands for them in the sum, and a factor that names fewer axes is spread inside each of its groups by it (evenly where it has nothing).
 * An agency without history takes, in the pattern, the floor times the average agency with history, spread over
 * counties and sectors as all history is. Without such factors the pattern is even.
 */
export function weightsFrom(
  grounds: WeightGrounds,
): { weights: CellWeight[]; refusal?: never } | { weights?: never; refusal: WeightRefusal } {
  const names: Names = { names: namesOf(grounds) }
  const refusal = refuseGrounds(grounds, names)
  if (refusal) return { refusal }
  const whole = sumOf(grounds.factors.map(({ coefficient }) => ratio(coefficient)))
  const parts = grounds.factors.map((factor) => ({
    factor,
    part: ratio(factor.coefficient) / whole,
    isHistory: HISTORY.every((axis) => axesOf(factor).includes(axis)),
  }))
  const pattern = evenPattern(names)
  const history = parts.filter(({ isHistory, part }) => isHistory && part > 0)
  if (history.length > 0) {
    pattern.fill(0)
    const [byProgramme, others] = [true, false].map((is) =>
      history.filter(({ factor }) => axesOf(factor).includes('programme') === is),
    )
    for (const { factor, part } of byProgramme!) addSpread(pattern, factor, part, evenPattern(names), names)
    const known = Float64Array.from(pattern)
    for (const { factor, part } of others!) addSpread(pattern, factor, part, known, names)
    raiseAgencies(pattern, ratio(grounds.floor), names)
  }
  const historyPart = sumOf(history.map(({ part }) => part))
  const weights = pattern.map((share) => share * historyPart)
  for (const { factor, part, isHistory } of parts)
    if (!isHistory && part > 0) addSpread(weights, factor, part, pattern, names)
  return { weights: listWeights(weights, names) }
}

function ratio({ numerator, denominator }: Ratio): number {
  return numerator / denominator
}

function refuseGrounds({ factors, floor }: WeightGrounds, { names }: Names): WeightRefusal | undefined {
  const isRatio = ({ numerator, denominator }: Ratio): boolean =>
    Number.isSafeInteger(numerator) && numerator >= 0 && Number.isSafeInteger(denominator) && denominator > 0
  if (!isRatio(floor) || !factors.some(({ coefficient }) => coefficient.numerator > 0))
    return { code: 'weights.ratio-invalid', factor: undefined }
  const known = perBlockAxis((axis) => new Set(names[axis]))
  for (const [at, factor] of factors.entries()) {
    const refuse = (code: WeightRefusal['code']): WeightRefusal => ({ code, factor: at })
    const axes = axesOf(factor)
    if (!isRatio(factor.coefficient)) return refuse('weights.ratio-invalid')
    if (!factor.values.every(({ value }) => Number.isSafeInteger(value) && value >= 0))
      return refuse('weights.value-invalid')
    const isPlaced = (value: FactorValue): boolean =>
      AXES.every((axis) =>
        axes.includes(axis) ? known[axis].has(value[axis] ?? '') : value[axis] === undefined,
      )
    if (!factor.values.every(isPlaced)) return refuse('weights.place-unknown')
    if (factor.values.every(({ value }) => value === 0)) return refuse('weights.factor-empty')
  }
  return undefined
}

function axesOf({ values: [first] }: Factor): Axis[] {
  return AXES.filter((axis) => first?.[axis] !== undefined)
}

function evenPattern(names: Names): Float64Array {
  const cells = cellCount(names)
  return new Float64Array(cells).fill(cells > 0 ? 1 / cells : 0)
}

/** Adds a factor's part of the whole to the cells: to each group by its value, inside it by the pattern. */
function addSpread(
  cells: Float64Array,
  factor: Factor,
  part: number,
  pattern: Float64Array,
  names: Names,
): void {
  const groups = groupsOf(factor, names)
  const values = new Map<string, number>()
  for (const entry of factor.values) {
    const key = JSON.stringify(axesOf(factor).map((axis) => entry[axis]))
    values.set(key, (values.get(key) ?? 0) + entry.value)
  }
  const whole = sumOf(values.values())
  const patterns = new Map<string, { sum: number; cells: number }>()
  for (const [cell, group] of groups.entries()) {
    const { sum, cells: count } = patterns.get(group) ?? { sum: 0, cells: 0 }
    patterns.set(group, { sum: sum + pattern[cell]!, cells: count + 1 })
  }
  for (const [cell, group] of groups.entries()) {
    const { sum, cells: count } = patterns.get(group)!
    cells[cell]! += part * ((values.get(group) ?? 0) / whole) * (sum > 0 ? pattern[cell]! / sum : 1 / count)
  }
}

function groupsOf(factor: Factor, names: Names): string[] {
  const axes = axesOf(factor).map((axis) => ({ members: membersOf(names, axis), names: names.names[axis] }))
  const cells = cellCount(names)
  return Array.from({ length: cells }, (_, cell) =>
    JSON.stringify(axes.map((axis) => axis.names[axis.members[cell]!])),
  )
}

/** Gives every agency without history the floor, and makes the pattern whole again. */
function raiseAgencies(pattern: Float64Array, floor: number, names: Names): void {
  const agencies = membersOf(names, 'agency')
  const shares = marginOf(names, 'agency', pattern)
  const whole = sumOf(shares)
  const average = whole / shares.filter((share) => share > 0).length
  const inside = pattern.length / shares.length
  const common = new Float64Array(inside)
  for (const [cell, share] of pattern.entries()) common[cell % inside]! += share / whole
  for (const [cell, agency] of agencies.entries())
    if (shares[agency] === 0) pattern[cell] = floor * average * common[cell % inside]!
  const raised = sumOf(pattern)
  for (const cell of pattern.keys()) pattern[cell]! /= raised
}

function listWeights(weights: Float64Array, { names }: Names): CellWeight[] {
  const cells = { names }
  const members = perBlockAxis((axis) => membersOf(cells, axis))
  return Array.from(weights, (weight, cell) => ({
    agency: names.agency[members.agency[cell]!]!,
    county: names.county[members.county[cell]!]!,
    sector: names.sector[members.sector[cell]!]!,
    programme: names.programme[members.programme[cell]!]!,
    weight,
  }))
}
