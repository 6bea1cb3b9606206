import type { Query, QueryClient } from '@tanstack/react-query'
import { onChange } from './own-changes.ts'

/** What changes with a release or with who is signed in, and not by what somebody does on a page. */
const REFERENCE = new Set<unknown>([
  'me',
  'sign-in-options',
  'provinces',
  'counties',
  'agencies',
  'banks',
  'activities',
  'labour-force',
  'map',
  'outlines',
])

/** Whether an answer stays right whatever is changed. */
export function isReference({ queryKey: [kind] }: Query): boolean {
  return REFERENCE.has(kind)
}

/** After each change nothing is shown any more that was known before: what is on the page is asked again, the rest forgotten. */
export function forgetOnChanges(queries: QueryClient): void {
  onChange((kind, keeps) => {
    const isPast = (query: Query) => !isReference(query) && !keeps(query.queryKey)
    // Where nobody answers, what is known is all there is; what is on its way is asked for again by whoever waits for it.
    if (kind !== 'perhaps')
      queries.removeQueries({
        type: 'inactive',
        predicate: (query) => isPast(query) && query.state.fetchStatus === 'idle',
      })
    const isSeen = kind === 'made' || (kind === 'elsewhere' && document.visibilityState === 'visible')
    void queries.invalidateQueries({ predicate: isPast, refetchType: isSeen ? 'active' : 'none' })
  })
}

/** Waits until what is on the page stands as it is after a change. */
export async function untilFresh(queries: QueryClient): Promise<void> {
  await queries.refetchQueries(
    { type: 'active', predicate: ({ state }) => state.isInvalidated },
    { cancelRefetch: false },
  )
}
