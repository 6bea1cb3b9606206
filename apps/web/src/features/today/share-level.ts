const STEPS = [1, 2, 5, 10, 20] as const
/** How many colours there are. */
const LEVELS = 5

/** The shares from which each colour begins: five equal steps that hold the smallest and the largest share. */
export function scaleOf(shares: readonly number[]): readonly number[] {
  const [least, most] = shares.length === 0 ? [0, 0] : [Math.min(...shares), Math.max(...shares)]
  const beginOf = (step: number) => Math.floor(least / step) * step
  const step = STEPS.find((one) => beginOf(one) + one * LEVELS > most) ?? 20
  return Array.from({ length: LEVELS }, (_, index) => beginOf(step) + index * step)
}

/** The step of a scale that a share stands on; null where there is no share. */
export function levelOf(share: number | null, scale: readonly number[]): number | null {
  return share === null
    ? null
    : Math.max(
        0,
        scale.findLastIndex((from) => share >= from),
      )
}

/** The tile that an arrow leads to from one of them: the nearest in that direction, of those the one least aside. */
export function tileTowards<Tile extends { column: number; row: number }>(
  tiles: readonly Tile[],
  from: Tile,
  step: { columns: number; rows: number },
): Tile | undefined {
  const ahead = tiles.flatMap((tile) => {
    const [columns, rows] = [tile.column - from.column, tile.row - from.row]
    const onward = columns * step.columns + rows * step.rows
    const aside = Math.abs(columns * step.rows) + Math.abs(rows * step.columns)
    return onward > 0 ? [{ tile, way: onward + aside * 2 }] : []
  })
  return ahead.toSorted((one, other) => one.way - other.way)[0]?.tile
}
