import { useSyncExternalStore } from 'react'

let ended = false
const listeners = new Set<() => void>()

/** Remembers that the server no longer knows who asks, or knows it again. */
export function noteSessionEnd(isEnded: boolean): void {
  if (ended === isEnded) return
  ended = isEnded
  for (const tell of listeners) tell()
}

/** Whether the server has forgotten who asks while the page was open. */
export function useSessionEnded(): boolean {
  return useSyncExternalStore(listen, () => ended)
}

function listen(tell: () => void): () => void {
  listeners.add(tell)
  return () => listeners.delete(tell)
}
