/**
 * How many letters must be added, dropped, replaced or swapped with their neighbour to make one word of the other;
 * Infinity where that is more than `limit`.
 */
export function editDistance(from: string, to: string, limit = Infinity): number {
  if (Math.abs(from.length - to.length) > limit) return Infinity
  let beforePrevious: number[] = []
  let previous: number[] = []
  for (let column = 0; column <= to.length; column++) previous.push(column)
  for (let row = 1; row <= from.length; row++) {
    const current = [row]
    let least = row
    for (let column = 1; column <= to.length; column++) {
      let cost = Math.min(at(previous, column), at(current, column - 1)) + 1
      if (from[row - 1] === to[column - 1]) cost = Math.min(cost, at(previous, column - 1))
      else cost = Math.min(cost, at(previous, column - 1) + 1)
      if (row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]) {
        cost = Math.min(cost, at(beforePrevious, column - 2) + 1)
      }
      current.push(cost)
      if (cost < least) least = cost
    }
    if (least > limit) return Infinity
    beforePrevious = previous
    previous = current
  }
  const distance = at(previous, to.length)
  return distance > limit ? Infinity : distance
}

function at(distances: readonly number[], column: number): number {
  return distances[column] ?? Infinity
}
