import { useSyncExternalStore } from 'react'

const RETRY_MS = 4000

let lost = !navigator.onLine
let timer: number | undefined
const listeners = new Set<() => void>()

window.addEventListener('offline', () => noteConnection(false))
window.addEventListener('online', () => void tryAgain())

/** Remembers whether the server answered; while it does not, it is asked again every few seconds. */
export function noteConnection(answered: boolean): void {
  window.clearTimeout(timer)
  if (!answered) timer = window.setTimeout(() => void tryAgain(), RETRY_MS)
  if (lost === !answered) return
  lost = !answered
  for (const tell of listeners) tell()
}

/** Calls whenever the server is reached again after it could not be. */
export function onConnectionBack(tell: () => void): void {
  listen(() => {
    if (!lost) tell()
  })
}

/** Whether the server cannot be reached at the moment. */
export function useConnectionLost(): boolean {
  return useSyncExternalStore(listen, () => lost)
}

function listen(tell: () => void): () => void {
  listeners.add(tell)
  return () => listeners.delete(tell)
}

async function tryAgain(): Promise<void> {
  const answered = await fetch('/healthz', { cache: 'no-store' }).then(
    () => true,
    () => false,
  )
  noteConnection(answered)
}
