import type { Axis, SplitRefusal } from './request.ts'
import { AXES } from './request.ts'
import { blockMembersOf, runsOf, sumGroups, type SplitBlock } from './block.ts'
import { FREE, pairNameOf, TABLE_AXES, type SplitTable, type TableRefusal } from './table.ts'

/** Three of the four axes, in the places of agency, county and sector. */
export type ThreeAxes = readonly [Axis, Axis, Axis]
/** A block seen along three of its axes, and for each of its cells the cell of the table that it is part of. */
export type Projection = { table: SplitTable; cellOf: Int32Array }

/** All axes but one. */
export function axesBeside(left: Axis): ThreeAxes {
  const [first, second, third] = AXES.filter((axis) => axis !== left)
  return [first!, second!, third!]
}

/**
 * A block summed over the axis that is left out. Every split of the block is a split of the table, so that what the table
 * cannot hold the block cannot. Pinned pairs and triples are in it where the table knows their axes.
 */
export function projectBlock(block: SplitBlock, axes: ThreeAxes): Projection {
  const { names, margins, total } = block
  const [first, second, third] = axes
  const [ones, others, thirds] = axes.map((axis) => blockMembersOf(block, axis))
  const [width, depth] = [names[second].length, names[third].length]
  const cellOf = ones!.map((one, cell) => (one * width + others![cell]!) * depth + thirds![cell]!)
  const cells = names[first].length * width * depth
  const hasPairs = first === 'agency' && second === 'county'
  const table = {
    names: { agency: names[first], county: names[second], sector: names[third] },
    weights: sumGroups(block.weights, cellOf, cells),
    pinned: sumGroups(block.pinned, cellOf, cells),
    pairs: hasPairs
      ? Float64Array.from(block.pairs)
      : new Float64Array(names[first].length * width).fill(FREE),
    margins: { agency: margins[first], county: margins[second], sector: margins[third] },
    total,
  }
  if (hasPairs && third === 'sector')
    for (const [triple, value] of block.triples.entries()) {
      if (value === FREE) continue
      table.pinned[triple] = value
      table.weights[triple] = 0
    }
  return { table, cellOf }
}

/** A refusal of a table by the axes that stand in it. */
export function refusalAlong(refusal: TableRefusal, axes: ThreeAxes): SplitRefusal {
  const { of } = refusal
  return of === 'pair' || of === 'total' ? refusal : { ...refusal, of: axes[TABLE_AXES.indexOf(of)]! }
}

/** The first triple that cannot hold what its programmes are pinned at, or has no open cell for what is left. */
export function refuseTriples(block: SplitBlock): SplitRefusal | undefined {
  const { names, triples } = block
  const pinned = runsOf(block.pinned, triples.length)
  const weights = runsOf(block.weights, triples.length)
  for (const [at, wanted] of triples.entries()) {
    if (wanted === FREE) continue
    const name = pairNameOf({ names }, Math.floor(at / names.sector.length))
    const of = { of: 'pair', name, wanted, possible: pinned[at]! } as const
    if (pinned[at]! > wanted) return { code: 'split.pins-exceed-margin', ...of }
    if (pinned[at]! < wanted && weights[at] === 0) return { code: 'split.weights-empty', ...of }
  }
  return undefined
}
