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

type Outcome = { of: Edits; cells: Cells; refusal: SplitRefusal | null; took: number }

/** Splits a version anew by its edits, beside the page, so that typing never waits for it. */
export function useResplit(version: CommitmentVersion, edits: Edits): Resplit {
  const [worker, setWorker] = useState<Worker | null>(null)
  const asked = useRef<{ id: number; edits: Edits }>({ id: 0, edits })
  const [outcome, setOutcome] = useState<Outcome | null>(null)

  useEffect(() => {
    const opened = new Worker(new URL('./resplit-worker.ts', import.meta.url), { type: 'module' })
    setWorker(opened)
    const { cells, pins } = version
    tell(opened, { kind: 'version', version: { cells, pins } })
    opened.addEventListener('message', ({ data }: MessageEvent<ResplitAnswer>) => {
      if (data.id !== asked.current.id) return
      const { split, took } = data
      const of = asked.current.edits
      setOutcome((before) =>
        'cells' in split
          ? {
              of,
              took,
              refusal: null,
              cells: split.cells.map(({ programme = 'unspecified', ...cell }) => ({ ...cell, programme })),
            }
          : { of, took, refusal: split.refusal, cells: before?.cells ?? cells },
      )
    })
    return () => {
      opened.terminate()
      setWorker(null)
      setOutcome(null)
    }
  }, [version])

  useEffect(() => {
    asked.current = { id: asked.current.id + 1, edits }
    if (!isChanged(edits) || worker === null) return
    tell(worker, { kind: 'amendment', id: asked.current.id, amendment: amendmentOf(edits) })
  }, [edits, worker])

  if (!isChanged(edits)) return { cells: version.cells, refusal: null, isBusy: false, took: null }
  const isBusy = outcome?.of !== edits
  return {
    cells: outcome?.cells ?? version.cells,
    refusal: isBusy ? null : (outcome?.refusal ?? null),
    isBusy,
    took: outcome?.took ?? null,
  }
}

function tell(worker: Worker, order: ResplitOrder): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- A worker has no origin to name.
  worker.postMessage(order)
}
