/** One round of a measure: our time or rate and the peer's, taken one after the other. */
export type Round = { ours: number; peer: number }

/** The middle value; of two middle ones their mean. Throws RangeError without values. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other)
  const upper = sorted[Math.floor(sorted.length / 2)]
  const lower = sorted[Math.floor((sorted.length - 1) / 2)]
  if (upper === undefined || lower === undefined) throw new RangeError('a median of nothing')
  return (lower + upper) / 2
}

/** Milliseconds that a work takes. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/** Medians of many short repetitions, the two sides in turn, so that what slows the machine slows both. */
export async function alternate(
  sides: { ours: () => Promise<unknown>; peer: () => Promise<unknown> },
  { rounds, repetitions }: { rounds: number; repetitions: number },
): Promise<Round[]> {
  await sides.ours()
  await sides.peer()
  const taken: Round[] = []
  for (let round = 0; round < rounds; round += 1) {
    const ours: number[] = []
    const peer: number[] = []
    for (let repetition = 0; repetition < repetitions; repetition += 1) {
      ours.push(await timed(sides.ours))
      peer.push(await timed(sides.peer))
    }
    taken.push({ ours: median(ours), peer: median(peer) })
  }
  return taken
}
