import { AXES, type Axis, type SplitRefusal } from './request.ts'
import {
  blockMarginOf,
  blockMembersOf,
  leftOf,
  leftToPlace,
  perBlockAxis,
  runsOf,
  type SplitBlock,
} from './block.ts'
import { fillExactly } from './exact-table.ts'
import { fitCells, type Grouping } from './fit.ts'
import { axesBeside, projectBlock, refusalAlong, refuseTriples } from './project-block.ts'
import { boundsOf, findRefusedMargin, openWeights } from './room.ts'
import { splitRows } from './split-last-axis.ts'
import { FREE, pairNameOf, sumOf } from './table.ts'
import { takePins } from './take-pins.ts'

/**
 * The cells of a block in whole numbers, pins included. The cells are fitted to everything that is set; then three axes
 * are split as a table, and each of its cells along the fourth, keeping both. The programme comes last; where that leads
 * nowhere, another axis does, if no pin needs the table to know it.
 */
export function fillBlock(
  block: SplitBlock,
): { cells: Float64Array; refusal?: never } | { cells?: never; refusal: SplitRefusal } {
  const opened = openBlock(block)
  if (opened.refusal) return opened
  const fitted = { ...block, weights: fitBlock({ ...block, weights: opened.weights }) }
  let first: SplitRefusal | undefined
  for (const last of lastAxes(block)) {
    const filled = fillWithLast(fitted, last)
    const broken = filled.refusal ?? findBrokenWhole(block, filled.cells)
    if (!broken) return { cells: filled.cells! }
    first ??= broken
  }
  return { refusal: first! }
}

function lastAxes({ names, triples, pairs }: SplitBlock): Axis[] {
  const isPinned = (values: Float64Array) => values.some((value) => value !== FREE)
  if (names.programme.length === 1 || isPinned(triples)) return ['programme']
  return isPinned(pairs) ? ['programme', 'sector'] : ['programme', 'sector', 'county', 'agency']
}

/** The weights without those that some three axes prove to be empty, or the first whole that three axes cannot hold. */
function openBlock(
  block: SplitBlock,
): { weights: Float64Array; refusal?: never } | { weights?: never; refusal: SplitRefusal } {
  const triple = refuseTriples(block)
  if (triple) return { refusal: triple }
  const isTable = block.names.programme.length === 1
  const weights = Float64Array.from(block.weights)
  for (const left of isTable ? (['programme'] as const) : AXES.toReversed()) {
    const axes = axesBeside(left)
    const { table, cellOf } = projectBlock(block, axes)
    const refusal = takePins(table) ?? findRefusedMargin(table)
    if (refusal) return { refusal: refusalAlong(refusal, axes) }
    const open = isTable ? undefined : openWeights(table, boundsOf(table))
    if (!open) continue
    for (let cell = 0; cell < weights.length; cell++)
      if (table.weights[cellOf[cell]!]! > 0 && open[cellOf[cell]!] === 0) weights[cell] = 0
  }
  return { weights }
}

/** The weights fitted to all that is set on four axes; of three axes the table is fitted when it is filled. */
function fitBlock(block: SplitBlock): Float64Array {
  if (block.names.programme.length === 1) return block.weights
  const left = leftToPlace(block)
  const groupings = AXES.map((axis): Grouping => {
    const margins = leftOf(block.margins[axis], blockMarginOf(block, axis, block.pinned))
    const rest = margins.length
    const set = margins.filter((value) => value !== FREE)
    return {
      groups: blockMembersOf(block, axis).map((member) => (margins[member] === FREE ? rest : member)),
      targets: Float64Array.of(...margins, set.length < rest ? left - sumOf(set) : NaN),
    }
  })
  const runs = [block.pairs, block.triples].map((wholes): Grouping => {
    const length = block.weights.length / wholes.length
    const targets = leftOf(wholes, runsOf(block.pinned, wholes.length))
    return {
      groups: Int32Array.from(block.weights, (_, cell) => Math.floor(cell / length)),
      targets: targets.map((target) => (target === FREE ? NaN : target)),
    }
  })
  return fitCells(block.weights, [
    ...runs.filter(({ targets }) => !targets.every(Number.isNaN)),
    ...groupings,
  ])
}

function fillWithLast(
  block: SplitBlock,
  last: Axis,
): { cells: Float64Array; refusal?: never } | { cells?: never; refusal: SplitRefusal } {
  const axes = axesBeside(last)
  const { table, cellOf } = projectBlock(block, axes)
  const pinnedBelow = projectBlock({ ...block, triples: block.triples.map(() => FREE) }, axes).table.pinned
  const withPins = Float64Array.from(table.pinned)
  const unfit = takePins(table)
  if (unfit) return { refusal: refusalAlong({ ...unfit, code: 'split.not-found' }, axes) }
  const filled = fillExactly(table)
  if (filled.refusal) return { refusal: refusalAlong(filled.refusal, axes) }
  const rowTotals = filled.cells.map((value, cell) => value + withPins[cell]! - pinnedBelow[cell]!)

  const columns = block.names[last].length
  const members = blockMembersOf(block, last)
  const slotOf = cellOf.map((cell, at) => cell * columns + members[at]!)
  const weights = new Float64Array(block.weights.length)
  for (const [cell, slot] of slotOf.entries()) weights[slot] = block.weights[cell]!
  const columnTotals = leftOf(block.margins[last], blockMarginOf(block, last, block.pinned))
  const split = columns === 1 ? rowTotals : splitRows({ weights, rowTotals, columnTotals })
  return { cells: block.pinned.map((pinned, cell) => pinned + split[slotOf[cell]!]!) }
}

/** The first whole that cells do not keep; the last guard, so that nothing that does not add up leaves here. */
function findBrokenWhole(block: SplitBlock, cells: Float64Array): SplitRefusal | undefined {
  const code = 'split.not-found'
  const { names, total, pairs, triples } = block
  const reached = sumOf(cells)
  if (reached !== total) return { code, of: 'total', name: '*', wanted: total, possible: reached }
  const sums = perBlockAxis((axis) => blockMarginOf(block, axis, cells))
  for (const of of AXES)
    for (const [at, wanted] of block.margins[of].entries())
      if (wanted !== FREE && wanted !== sums[of][at])
        return { code, of, name: names[of][at]!, wanted, possible: sums[of][at]! }
  for (const wholes of [pairs, triples]) {
    const runs = runsOf(cells, wholes.length)
    const at = wholes.findIndex((value, run) => value !== FREE && value !== runs[run])
    if (at === -1) continue
    const pair = Math.floor(at / (wholes.length / pairs.length))
    return { code, of: 'pair', name: pairNameOf(block, pair), wanted: wholes[at]!, possible: runs[at]! }
  }
  return undefined
}
