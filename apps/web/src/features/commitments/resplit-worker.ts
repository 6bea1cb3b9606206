import {
  amendVersion,
  type KeptVersion,
  type VersionAmendment,
} from '@rasad/domain/commitments/split/amend-version'

/** What the page says to the worker: the version it starts from, or an amendment of it. */
export type ResplitOrder =
  | { kind: 'version'; version: KeptVersion }
  | { kind: 'amendment'; id: number; amendment: VersionAmendment }
/** What the worker answers: the split or its refusal, and how long it took in milliseconds. */
export type ResplitAnswer = { id: number; split: ReturnType<typeof amendVersion>['split']; took: number }

let version: KeptVersion = { cells: [], pins: [] }

self.addEventListener('message', ({ data }: MessageEvent<ResplitOrder>) => {
  if (data.kind === 'version') {
    version = data.version
    return
  }
  const began = performance.now()
  const { split } = amendVersion(version, data.amendment)
  const answer: ResplitAnswer = { id: data.id, split, took: performance.now() - began }
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- A worker answers only the page that opened it.
  self.postMessage(answer)
})
