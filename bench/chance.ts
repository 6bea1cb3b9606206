/** Numbers that look random and are the same in every run. */
export type Chance = {
  /** 0 ≤ value < 1 */
  next: () => number
  /** A whole number, 0 ≤ value < limit. */
  below: (limit: number) => number
  pick: <T>(values: readonly T[]) => T
}

/** Starts a sequence (mulberry32) from a seed. */
export function openChance(seed: number): Chance {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (limit: number) => Math.floor(next() * limit)
  return { next, below, pick: <T>(values: readonly T[]) => values[below(values.length)] as T }
}
