import type { CommitmentVersion } from '@rasad/contracts/commitments'
import type { SplitRefusal } from '@rasad/domain/commitments/split/request'
import type { FactorSplitOutcome } from '@rasad/domain/commitments/split/split-by-factors'
import type { WeightRefusal } from '@rasad/domain/commitments/split/weights'
import { useQueries, useSuspenseQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState } from 'react'
import { countiesQuery } from '../../shared/places.ts'
import { groundQuery, type CommitmentName } from './commitments-query.ts'
import { factorSplitOf, faultsOf, orderOfForm, type FactorKind, type SplitForm } from './split-form.ts'
import type { PreviewAnswer, PreviewOrder } from './split-preview-worker.ts'

type Cells = CommitmentVersion['cells']

/** What a split comes to before it is made. */
export type SplitPreview = {
  /** The cells of the last split that holds; null before the first. */
  cells: Cells | null
  refusal: { split: SplitRefusal } | { weights: WeightRefusal } | null
  /** Why the grounds could not be fetched. */
  error: Error | null
  isBusy: boolean
  /** How long the last split took, in milliseconds. */
  took: number | null
}

const NOTHING: SplitPreview = { cells: null, refusal: null, error: null, isBusy: false, took: null }

/** Works out a split by the server's own rule while its form is being filled in; null while the form has faults. */
export function useSplitPreview(name: CommitmentName, form: SplitForm): SplitPreview | null {
  const { counties } = useSuspenseQuery(countiesQuery(name.province)).data
  const isWhole = faultsOf(form).length === 0
  const kinds = useMemo(() => kindsOf(form), [form])
  const fetched = useQueries({
    queries: kinds.map((kind) => ({
      ...groundQuery(name, kind, kind.startsWith('last-') ? form.fromPeriod : null),
      enabled: isWhole,
    })),
    combine: (results) => ({
      values: results.map(({ data }) => data?.values),
      error: results.find(({ error }) => error !== null)?.error ?? null,
    }),
  })
  const order = useMemo(() => {
    const grounds = new Map<FactorKind, NonNullable<(typeof fetched.values)[number]>>()
    for (const [at, kind] of kinds.entries()) {
      const values = fetched.values[at]
      if (values === undefined) return undefined
      grounds.set(kind, values)
    }
    if (!isWhole) return undefined
    const present = counties.filter(({ validTo }) => validTo === null).map(({ code }) => code)
    return factorSplitOf(orderOfForm(name, form), { grounds, counties: present })
  }, [name, form, kinds, fetched.values, counties, isWhole])

  const worker = useRef<Worker | null>(null)
  const asked = useRef<{ id: number; order: typeof order }>({ id: 0, order: undefined })
  const [latest, setLatest] = useState<(SplitPreview & { of: typeof order }) | null>(null)
  useEffect(() => {
    asked.current = { id: asked.current.id + 1, order }
    if (order === undefined) return
    worker.current ??= openWorker((answer) => {
      if (answer.id !== asked.current.id) return
      const of = asked.current.order
      setLatest((before) => ({ ...outcomeOf(answer, before?.cells ?? null), of }))
    })
    const told: PreviewOrder = { id: asked.current.id, order }
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- A worker has no origin to name.
    worker.current.postMessage(told)
  }, [order])
  useEffect(
    () => () => {
      worker.current?.terminate()
      worker.current = null
    },
    [],
  )
  if (!isWhole) return null
  const { error } = fetched
  if (latest === null) return { ...NOTHING, error, isBusy: error === null }
  const { of, ...preview } = latest
  return { ...preview, error, isBusy: error === null && of !== order }
}

function kindsOf({ factors }: SplitForm) {
  const all = ['last-commitment', 'last-achievement', 'population', 'unemployed'] as const
  return all.filter((kind) => factors[kind] !== undefined)
}

function openWorker(onAnswer: (answer: PreviewAnswer) => void): Worker {
  const worker = new Worker(new URL('./split-preview-worker.ts', import.meta.url), { type: 'module' })
  worker.addEventListener('message', ({ data }: MessageEvent<PreviewAnswer>) => onAnswer(data))
  return worker
}

function outcomeOf({ split, took }: PreviewAnswer, standing: Cells | null): SplitPreview {
  const refusal = refusalOf(split)
  if (refusal !== null || !('cells' in split)) return { ...NOTHING, cells: standing, refusal, took }
  const cells = split.cells.map(({ programme = 'unspecified', ...cell }) => ({ ...cell, programme }))
  return { ...NOTHING, cells, took }
}

function refusalOf(split: FactorSplitOutcome['split']): SplitPreview['refusal'] {
  if ('refusal' in split) return { split: split.refusal }
  return 'weights' in split ? { weights: split.weights } : null
}
