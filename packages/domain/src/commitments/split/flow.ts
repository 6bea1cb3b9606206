/** The fewest and the most jobs that may pass. */
export type Range = readonly [least: number, most: number]
/** A way that jobs may pass along, from one point to another. */
export type Arc = { from: number; to: number; range: Range }

/** Half-arcs in pairs: `at` and `at ^ 1` are the two directions of one arc. */
type Residual = { to: number[]; room: number[]; leaving: number[][] }

/** A circulation that keeps every range, and whether an arc is empty in every such circulation. */
export type Circulation = { isForcedEmpty: (arc: number) => boolean }

/**
 * A whole-number circulation through the arcs that keeps every range, or undefined when there is none
 * (Hoffman's theorem by maximum flow: Dinic's algorithm over the arcs less their least values).
 */
export function findCirculation(points: number, arcs: readonly Arc[]): Circulation | undefined {
  const residual: Residual = { to: [], room: [], leaving: Array.from({ length: points + 2 }, () => []) }
  const [source, sink] = [points, points + 1]
  const excess = new Float64Array(points)
  for (const { from, to, range } of arcs) {
    const [least, most] = range
    if (least > most) return undefined
    addArc(residual, from, to, most - least)
    excess[to]! += least
    excess[from]! -= least
  }
  let wanted = 0
  for (const [point, over] of excess.entries()) {
    if (over > 0) addArc(residual, source, point, over)
    else if (over < 0) addArc(residual, point, sink, -over)
    wanted += Math.max(over, 0)
  }
  if (fill(residual, source, sink) < wanted) return undefined
  const reaches = reachability(residual)
  const passing = arcs.map(({ range }, arc) => range[0] + residual.room[2 * arc + 1]!)
  return {
    isForcedEmpty: (arc) => {
      const { from, to, range } = arcs[arc]!
      return range[1] === 0 || (passing[arc] === 0 && !reaches(to, from))
    },
  }
}

function addArc({ to, room, leaving }: Residual, from: number, end: number, most: number): void {
  leaving[from]!.push(to.length)
  leaving[end]!.push(to.length + 1)
  to.push(end, from)
  room.push(most, 0)
}

function fill(residual: Residual, source: number, sink: number): number {
  let filled = 0
  for (;;) {
    const levels = levelsFrom(residual, source)
    if (levels[sink] === -1) return filled
    const next = new Int32Array(levels.length)
    for (;;) {
      const sent = send(residual, levels, next, source, sink, Infinity)
      if (sent === 0) break
      filled += sent
    }
  }
}

function levelsFrom({ to, room, leaving }: Residual, start: number): Int32Array {
  const levels = new Int32Array(leaving.length).fill(-1)
  const queue = [start]
  levels[start] = 0
  for (const point of queue)
    for (const half of leaving[point]!) {
      if (!(room[half]! > 0) || levels[to[half]!] !== -1) continue
      levels[to[half]!] = levels[point]! + 1
      queue.push(to[half]!)
    }
  return levels
}

function send(
  residual: Residual,
  levels: Int32Array,
  next: Int32Array,
  point: number,
  sink: number,
  most: number,
): number {
  if (point === sink) return most
  const leaving = residual.leaving[point]!
  for (; next[point]! < leaving.length; next[point]!++) {
    const half = leaving[next[point]!]!
    const end = residual.to[half]!
    if (!(residual.room[half]! > 0) || levels[end] !== levels[point]! + 1) continue
    const sent = send(residual, levels, next, end, sink, Math.min(most, residual.room[half]!))
    if (sent === 0) continue
    residual.room[half]! -= sent
    residual.room[half ^ 1]! += sent
    return sent
  }
  return 0
}

function reachability(residual: Residual): (from: number, to: number) => boolean {
  const known = new Map<number, Int32Array>()
  return (from, to) => {
    const levels = known.get(from) ?? levelsFrom(residual, from)
    known.set(from, levels)
    return levels[to] !== -1
  }
}
