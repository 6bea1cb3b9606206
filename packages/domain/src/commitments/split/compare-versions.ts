import { inOrder, perBlockAxis } from './block.ts'
import { AXES, UNDIVIDED, type Axis, type SplitCell } from './request.ts'

/** A value of two versions; the difference is the later less the earlier. */
export type Change = { before: number; after: number; difference: number }

/** What differs between two versions: the total always, wholes and cells only where they changed, in the order of codes. */
export type VersionDifference = {
  total: Change
  margins: Record<Axis, ({ name: string } & Change)[]>
  cells: ({ agency: string; county: string; sector: string; programme: string } & Change)[]
}

/** How a later version of a commitment differs from an earlier one; the differences of each axis add up to the total's. */
export function compareVersions(
  before: readonly SplitCell[],
  after: readonly SplitCell[],
): VersionDifference {
  const places = new Map(
    [...before, ...after].map((cell) => [keyOf(cell), perBlockAxis((axis) => nameOf(cell, axis))]),
  )
  return {
    total: changeOf(sumBy(before, () => '').get('') ?? 0, sumBy(after, () => '').get('') ?? 0),
    margins: perBlockAxis((axis) =>
      changesBy(before, after, (cell) => nameOf(cell, axis)).map(([name, change]) => ({ name, ...change })),
    ),
    cells: changesBy(before, after, keyOf).map(([key, change]) => ({ ...places.get(key)!, ...change })),
  }
}

function changesBy(
  before: readonly SplitCell[],
  after: readonly SplitCell[],
  groupOf: (cell: SplitCell) => string,
): [string, Change][] {
  const [earlier, later] = [sumBy(before, groupOf), sumBy(after, groupOf)]
  return inOrder([...earlier.keys(), ...later.keys()])
    .map((group): [string, Change] => [group, changeOf(earlier.get(group) ?? 0, later.get(group) ?? 0)])
    .filter(([, { difference }]) => difference !== 0)
}

function sumBy(cells: readonly SplitCell[], groupOf: (cell: SplitCell) => string): Map<string, number> {
  const sums = new Map<string, number>()
  for (const cell of cells) sums.set(groupOf(cell), (sums.get(groupOf(cell)) ?? 0) + cell.value)
  return sums
}

function changeOf(before: number, after: number): Change {
  return { before, after, difference: after - before }
}

function nameOf(cell: SplitCell, axis: Axis): string {
  return cell[axis] ?? UNDIVIDED
}

function keyOf(cell: SplitCell): string {
  return JSON.stringify(AXES.map((axis) => nameOf(cell, axis)))
}
