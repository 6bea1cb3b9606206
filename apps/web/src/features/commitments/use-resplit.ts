import type { CommitmentVersion } from '@rasad/contracts/commitments'
import type { SplitRefusal } from '@rasad/domain/commitments/split/request'
import { useEffect, useRef, useState } from 'react'
import { amendmentOf, isChanged, type Edits } from './edits.ts'
import type { ResplitAnswer, ResplitOrder } from './resplit-worker.ts'

type Cells = CommitmentVersion['cells']
/** What the edits of a version come to. */
export type Resplit = {
  /** The cells of the last split that holds; those of the version while nothing is changed. */
  cells: Cells
  /** Why the edits as they stand cannot hold. */
  refusal: SplitRefusal | null
  isBusy: boolean
  /** How long the last split took, in milliseconds. */
  took: number | null
}

type Outcome = {
  version: CommitmentVersion
  of: Edits
  cells: Cells
  refusal: SplitRefusal | null
  took: number
}

/** Splits a version anew by its edits, beside the page, so that typing never waits for it. */
export function useResplit(version: CommitmentVersion, edits: Edits): Resplit {
  const link = useRef<{ worker: Worker; version: CommitmentVersion } | null>(null)
  const asked = useRef<{ id: number; edits: Edits }>({ id: 0, edits })
  const [latest, setLatest] = useState<Outcome | null>(null)

  useEffect(() => {
    asked.current = { id: asked.current.id + 1, edits }
    if (!isChanged(edits)) return
    if (link.current?.version !== version) {
      link.current?.worker.terminate()
      const worker = openWorker(version, (answer) => {
        if (answer.id !== asked.current.id) return
        const of = asked.current.edits
        setLatest((before) => outcomeOf(answer, { version, of, before }))
      })
      link.current = { worker, version }
    }
    const { worker } = link.current
    tell(worker, { kind: 'amendment', id: asked.current.id, amendment: amendmentOf(edits) })
  }, [edits, version])
  useEffect(
    () => () => {
      link.current?.worker.terminate()
      link.current = null
    },
    [],
  )

  if (!isChanged(edits)) return { cells: version.cells, refusal: null, isBusy: false, took: null }
  const outcome = latest?.version === version ? latest : null
  const isBusy = outcome?.of !== edits
  return {
    cells: outcome?.cells ?? version.cells,
    refusal: isBusy ? null : (outcome?.refusal ?? null),
    isBusy,
    took: outcome?.took ?? null,
  }
}

function openWorker(version: CommitmentVersion, onAnswer: (answer: ResplitAnswer) => void): Worker {
  const worker = new Worker(new URL('./resplit-worker.ts', import.meta.url), { type: 'module' })
  const { cells, pins } = version
  tell(worker, { kind: 'version', version: { cells, pins } })
  worker.addEventListener('message', ({ data }: MessageEvent<ResplitAnswer>) => onAnswer(data))
  return worker
}

function outcomeOf(
  { split, took }: ResplitAnswer,
  { version, of, before }: { version: CommitmentVersion; of: Edits; before: Outcome | null },
): Outcome {
  if ('refusal' in split) {
    const standing = before?.version === version ? before.cells : version.cells
    return { version, of, took, refusal: split.refusal, cells: standing }
  }
  const cells = split.cells.map(({ programme = 'unspecified', ...cell }) => ({ ...cell, programme }))
  return { version, of, took, refusal: null, cells }
}

function tell(worker: Worker, order: ResplitOrder): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- A worker has no origin to name.
  worker.postMessage(order)
}
