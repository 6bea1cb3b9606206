import { AXES, LARGEST_TOTAL, type Axis, type SplitRefusal, type SplitRequest } from './request.ts'
import { FREE, namesOf, perAxis, sizeOf, type SplitTable } from './table.ts'

type Place = { agency: string; county: string; sector?: string | undefined }

/** The table of a request, or what in it is no number of jobs, names nobody or is said twice. */
export function readRequest(
  request: SplitRequest,
): { table: SplitTable; refusal?: never } | { table?: never; refusal: SplitRefusal } {
  const table = emptyTable(request)
  const positions = perAxis((axis) => new Map(table.names[axis].map((name, position) => [name, position])))
  const refusal =
    refuseValue('total', '*', request.total) ??
    readWeights(request, table, positions) ??
    readPins(request, table, positions) ??
    readMargins(request, table, positions)
  return refusal === undefined ? { table } : { refusal }
}

type Positions = Record<Axis, ReadonlyMap<string, number>>

function emptyTable(request: SplitRequest): SplitTable {
  const names = namesOf(request)
  const [agencies, counties, sectors] = sizeOf({ names })
  return {
    names,
    weights: new Float64Array(agencies * counties * sectors),
    pinned: new Float64Array(agencies * counties * sectors),
    pairs: new Float64Array(agencies * counties).fill(FREE),
    margins: perAxis((axis) => new Float64Array(names[axis].length).fill(FREE)),
    total: request.total,
  }
}

function readWeights(
  { weights }: SplitRequest,
  table: SplitTable,
  positions: Positions,
): SplitRefusal | undefined {
  for (const entry of weights) {
    const unknown = refuseName(entry, entry.weight, positions)
    if (unknown) return unknown
    if (!(entry.weight >= 0 && entry.weight < Infinity))
      return refuse('split.value-invalid', 'pair', pairName(entry), entry.weight, 0)
    table.weights[cellAt(entry, table, positions)]! += entry.weight
  }
  return undefined
}

function readPins(
  { pins = [] }: SplitRequest,
  table: SplitTable,
  positions: Positions,
): SplitRefusal | undefined {
  const seen = new Set<string>()
  for (const pin of pins) {
    const refusal = refuseName(pin, pin.value, positions) ?? refuseValue('pair', pairName(pin), pin.value)
    if (refusal) return refusal
    const key = JSON.stringify([pin.agency, pin.county, pin.sector])
    if (seen.has(key)) return refuse('split.pin-repeated', 'pair', pairName(pin), pin.value, pin.value)
    seen.add(key)
    const cell = cellAt(pin, table, positions)
    if (pin.sector === undefined) table.pairs[Math.floor(cell / table.names.sector.length)] = pin.value
    else {
      table.pinned[cell] = pin.value
      table.weights[cell] = 0
    }
  }
  return undefined
}

function readMargins(
  { margins = {}, total }: SplitRequest,
  table: SplitTable,
  positions: Positions,
): SplitRefusal | undefined {
  for (const axis of AXES) {
    let sum = 0
    for (const [name, value] of margins[axis] ?? []) {
      const position = positions[axis].get(name)
      if (position === undefined) return refuse('split.name-unknown', axis, name, value, 0)
      const invalid = refuseValue(axis, name, value)
      if (invalid) return invalid
      table.margins[axis][position] = value
      sum += value
    }
    const isWhole = !table.margins[axis].includes(FREE)
    if (sum > total || (isWhole && sum !== total))
      return refuse('split.margins-disagree', axis, '*', total, sum)
  }
  return undefined
}

function refuseName(place: Place, value: number, positions: Positions): SplitRefusal | undefined {
  const axis = AXES.find((one) => place[one] !== undefined && !positions[one].has(place[one]))
  return axis && refuse('split.name-unknown', axis, place[axis] ?? '', value, 0)
}

function refuseValue(of: SplitRefusal['of'], name: string, value: number): SplitRefusal | undefined {
  if (Number.isInteger(value) && value >= 0 && value <= LARGEST_TOTAL) return undefined
  const nearest = value > 0 ? Math.min(Math.round(value), LARGEST_TOTAL) : 0
  return refuse('split.value-invalid', of, name, value, nearest)
}

function cellAt({ agency, county, sector }: Place, table: SplitTable, positions: Positions): number {
  const [, counties, sectors] = sizeOf(table)
  const pair = positions.agency.get(agency)! * counties + positions.county.get(county)!
  return pair * sectors + (sector === undefined ? 0 : positions.sector.get(sector)!)
}

function pairName({ agency, county }: Place): string {
  return `${agency}/${county}`
}

function refuse(
  code: SplitRefusal['code'],
  of: SplitRefusal['of'],
  name: string,
  wanted: number,
  possible: number,
): SplitRefusal {
  return { code, of, name, wanted, possible }
}
