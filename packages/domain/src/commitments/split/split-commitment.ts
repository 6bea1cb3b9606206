import { inOrder, type SplitBlock } from './block.ts'
import { fillBlock } from './fill-block.ts'
import { readRequest } from './read-request.ts'
import { UNDIVIDED, type SplitCell, type SplitRefusal, type SplitRequest } from './request.ts'

/** A split that adds up on every axis, or why there is none. */
export type Split<S extends string = string, P extends string = string> =
  | { cells: SplitCell<S, P | typeof UNDIVIDED>[] }
  | { refusal: SplitRefusal }

/**
 * Splits a total over agencies × counties × sectors × programmes into whole numbers that add up on every axis, keep every
 * set whole and every pin, and follow the weights: what is not set is derived by largest remainder, the cells are fitted
 * to all wholes, agency × county is rounded keeping both, each pair is split into sectors keeping those, and what that
 * comes to into programmes keeping those (DESIGN promise 4, DOMAIN §10). The same request gives the same cells in
 * whatever order it is written, and only the ratios of the weights matter. Empty cells are left out.
 */
export function splitCommitment<S extends string, P extends string = string>(
  request: SplitRequest<S, P>,
): Split<S, P> {
  const read = readRequest(request)
  if (read.refusal) return read
  const filled = fillBlock(read.block)
  return filled.refusal ? filled : { cells: listCells(read.block, filled.cells, request) }
}

function listCells<S extends string, P extends string>(
  { names }: SplitBlock,
  cells: Float64Array,
  request: SplitRequest<S, P>,
): SplitCell<S, P | typeof UNDIVIDED>[] {
  const sectors = inOrder(request.sectors)
  const programmes = inOrder<P | typeof UNDIVIDED>(request.programmes ?? [UNDIVIDED])
  const inCounty = sectors.length * programmes.length
  return Array.from(cells, (value, at) => ({
    agency: names.agency[Math.floor(at / (names.county.length * inCounty))]!,
    county: names.county[Math.floor(at / inCounty) % names.county.length]!,
    sector: sectors[Math.floor(at / programmes.length) % sectors.length]!,
    programme: programmes[at % programmes.length]!,
    value,
  })).filter(({ value }) => value > 0)
}
