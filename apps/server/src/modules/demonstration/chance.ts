/** Numbers that look like chance and come again the same for the same seed. */
export type Chance = {
  /** From 0 up to, not including, 1. */
  next: () => number
  /** A whole number from 0 up to, not including, the limit. */
  below: (limit: number) => number
  pick: <T>(list: readonly T[]) => T
  /** One of the keys, as often as its weight. */
  weighted: <K extends string>(weights: Readonly<Partial<Record<K, number>>>) => K
}

/** Chance from a seed in words. */
export function chanceOf(seed: string): Chance {
  let state = 2166136261
  for (let index = 0; index < seed.length; index += 1)
    state = Math.imul(state ^ seed.charCodeAt(index), 16777619)
  // The generator mulberry32: 32 bits of state, one step a number.
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const below = (limit: number) => Math.floor(next() * limit)
  return {
    next,
    below,
    pick: (list) => list[below(list.length)]!,
    weighted: (weights) => {
      const { entries, whole } = measured(weights)
      let left = next() * whole
      return (entries.find(([, weight]) => (left -= weight) < 0) ?? entries[0]!)[0]
    },
  }
}

type Measured<K extends string> = { entries: readonly (readonly [K, number])[]; whole: number }

const MEASURED = new WeakMap<object, Measured<string>>()

/** Weights with their sum: the same few are drawn from for every person. */
function measured<K extends string>(weights: Readonly<Partial<Record<K, number>>>): Measured<K> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- What is kept for weights was made of them.
  const known = MEASURED.get(weights) as Measured<K> | undefined
  if (known) return known
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- The entries of a record have its keys.
  const entries = Object.entries<number | undefined>(weights) as [K, number][]
  const made = { entries, whole: entries.reduce((sum, [, weight]) => sum + weight, 0) }
  MEASURED.set(weights, made)
  return made
}

/** Divides a whole into parts in proportion to weights, exactly: the largest remainders are rounded up. */
export function apportion(total: number, weights: readonly number[]): number[] {
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  const shares = weights.map((weight) => (total * weight) / whole)
  const parts = shares.map(Math.floor)
  const left = total - parts.reduce((sum, part) => sum + part, 0)
  const byRemainder = shares
    .map((share, index) => ({ index, remainder: share - Math.floor(share) }))
    .toSorted((one, other) => other.remainder - one.remainder || one.index - other.index)
  for (const { index } of byRemainder.slice(0, left)) parts[index]! += 1
  return parts
}
