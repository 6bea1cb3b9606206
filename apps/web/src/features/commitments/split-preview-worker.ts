import {
  splitByFactors,
  type FactorSplit,
  type FactorSplitOutcome,
} from '@rasad/domain/commitments/split/split-by-factors'

/** What the page asks the worker to split. */
export type PreviewOrder = { id: number; order: FactorSplit }
/** The split or its refusal, and how long it took in milliseconds. */
export type PreviewAnswer = { id: number; split: FactorSplitOutcome['split']; took: number }

self.addEventListener('message', ({ data: { id, order } }: MessageEvent<PreviewOrder>) => {
  const began = performance.now()
  const { split } = splitByFactors(order)
  const answer: PreviewAnswer = { id, split, took: performance.now() - began }
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- A worker answers only the page that opened it.
  self.postMessage(answer)
})
