import { cellCount, namesOf, perBlockAxis, type SplitBlock } from './block.ts'
import {
  AXES,
  LARGEST_TOTAL,
  UNDIVIDED,
  type Axis,
  type CellWeight,
  type Pin,
  type SplitRefusal,
  type SplitRequest,
} from './request.ts'
import { FREE } from './table.ts'

type Place = Omit<Pin, 'value'>

/** The block of a request, or what in it is no number of jobs, names nobody or is said twice. */
export function readRequest(
  request: SplitRequest,
): { block: SplitBlock; refusal?: never } | { block?: never; refusal: SplitRefusal } {
  const block = emptyBlock(request)
  const positions = perBlockAxis(
    (axis) => new Map(block.names[axis].map((name, position) => [name, position])),
  )
  const refusal =
    refuseValue('total', '*', request.total) ??
    readWeights(request, block, positions) ??
    readPins(request, block, positions) ??
    readMargins(request, block, positions)
  return refusal === undefined ? { block } : { refusal }
}

type Positions = Record<Axis, ReadonlyMap<string, number>>

function emptyBlock(request: SplitRequest): SplitBlock {
  const names = namesOf(request)
  const cells = cellCount({ names })
  const pairs = names.agency.length * names.county.length
  return {
    names,
    weights: new Float64Array(cells),
    pinned: new Float64Array(cells),
    triples: new Float64Array(pairs * names.sector.length).fill(FREE),
    pairs: new Float64Array(pairs).fill(FREE),
    margins: perBlockAxis((axis) => new Float64Array(names[axis].length).fill(FREE)),
    total: request.total,
  }
}

function readWeights(
  { weights }: SplitRequest,
  block: SplitBlock,
  positions: Positions,
): SplitRefusal | undefined {
  for (const given of weights) {
    const entry = withProgramme(given, block)
    const unknown = refuseName(entry, entry.weight, positions)
    if (unknown) return unknown
    if (!(entry.weight >= 0 && entry.weight <= Number.MAX_SAFE_INTEGER))
      return refuse('split.value-invalid', 'pair', pairName(entry), entry.weight, 0)
    block.weights[cellAt(entry, block, positions)]! += entry.weight
  }
  return undefined
}

function readPins(
  { pins = [] }: SplitRequest,
  block: SplitBlock,
  positions: Positions,
): SplitRefusal | undefined {
  const seen = new Set<string>()
  for (const given of pins) {
    const pin = placed(given, block)
    const refusal = refuseName(pin, pin.value, positions) ?? refuseValue('pair', pairName(pin), pin.value)
    if (refusal) return refusal
    if (pin.programme !== undefined && pin.sector === undefined)
      return refuse('split.pin-without-sector', 'pair', pairName(pin), pin.value, pin.value)
    const key = JSON.stringify([pin.agency, pin.county, pin.sector, pin.programme])
    if (seen.has(key)) return refuse('split.pin-repeated', 'pair', pairName(pin), pin.value, pin.value)
    seen.add(key)
    hold(block, pin, cellAt(pin, block, positions))
  }
  return undefined
}

function hold(block: SplitBlock, { sector, programme, value }: Pin, cell: number): void {
  const { pairs, triples, pinned, weights } = block
  if (sector === undefined) pairs[Math.floor((cell * pairs.length) / pinned.length)] = value
  else if (programme === undefined) triples[Math.floor((cell * triples.length) / pinned.length)] = value
  else {
    pinned[cell] = value
    weights[cell] = 0
  }
}

/** A weight that names no programme is of the only one, or of what is in none. */
function withProgramme(entry: CellWeight, { names }: SplitBlock): CellWeight {
  if (entry.programme !== undefined) return entry
  return { ...entry, programme: names.programme.length === 1 ? names.programme[0] : UNDIVIDED }
}

/** With one programme alone, what names a sector names the cell; with one sector alone, what names a programme does. */
function placed(pin: Pin, { names }: SplitBlock): Pin {
  const only = (members: readonly string[]) => (members.length === 1 ? members[0] : undefined)
  if (pin.sector !== undefined) return { ...pin, programme: pin.programme ?? only(names.programme) }
  return pin.programme === undefined ? pin : { ...pin, sector: only(names.sector) }
}

function readMargins(
  { margins = {}, total }: SplitRequest,
  block: SplitBlock,
  positions: Positions,
): SplitRefusal | undefined {
  for (const axis of AXES) {
    let sum = 0
    for (const [name, value] of margins[axis] ?? []) {
      const position = positions[axis].get(name)
      if (position === undefined) return refuse('split.name-unknown', axis, name, value, 0)
      const invalid = refuseValue(axis, name, value)
      if (invalid) return invalid
      block.margins[axis][position] = value
      sum += value
    }
    const isWhole = !block.margins[axis].includes(FREE)
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

function cellAt(place: Place, { names }: SplitBlock, positions: Positions): number {
  return AXES.reduce((cell, axis) => {
    const name = place[axis]
    return cell * names[axis].length + (name === undefined ? 0 : positions[axis].get(name)!)
  }, 0)
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
