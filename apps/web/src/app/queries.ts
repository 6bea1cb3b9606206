import { notifyManager, QueryClient } from '@tanstack/react-query'
import { ConnectionLost } from '../shared/api.ts'
import { onConnectionBack } from '../shared/connection.ts'
import { forgetOnChanges, isReference } from '../shared/forgetting.ts'

const FRESH_MS = 15_000
const KEPT_MS = 30 * 60_000
const RETRIES = 2

/** What the server has answered, kept for half an hour and asked again in the background when it is older than a moment. */
export function openQueries(): QueryClient {
  // That an act is under way is drawn before the second press of a double click: it is taken once.
  notifyManager.setScheduler(queueMicrotask)
  const queries = new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: FRESH_MS,
        gcTime: KEPT_MS,
        networkMode: 'always',
        retry: (failures, error) => error instanceof ConnectionLost && failures < RETRIES,
      },
      mutations: { networkMode: 'always' },
    },
  })
  forgetOnChanges(queries)
  // What happened meanwhile nobody has told of.
  onConnectionBack(() => void queries.invalidateQueries({ predicate: (query) => !isReference(query) }))
  return queries
}
