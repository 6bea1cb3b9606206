import { useSyncExternalStore } from 'react'
import { flushSync } from 'react-dom'

/** The room between the margins of A4 upright and lying, in pixels of a page. */
const ROOM = { tall: 700, wide: 1030 } as const

const root = document.documentElement
const listeners = new Set<() => void>()
let printedAt: string | null = null

/** The instant at which the page is just being printed, all of it and in light colours; null on screen. */
export function usePrintedAt(): string | null {
  return useSyncExternalStore(listen, () => printedAt)
}

/** Makes paper of the page whenever it is printed: nothing cut off, lying where a table needs the room. */
export function preparePrinting(): void {
  window.addEventListener('beforeprint', () => {
    tell(new Date().toISOString())
    root.dataset['printing'] = 'tall'
    const needed = Math.max(0, ...tables().map((table) => table.scrollWidth))
    if (needed > ROOM.tall) root.dataset['printing'] = 'wide'
    const room = needed > ROOM.tall ? ROOM.wide : ROOM.tall
    for (const table of tables()) table.style.zoom = String(Math.min(1, room / table.scrollWidth))
  })
  window.addEventListener('afterprint', () => {
    delete root.dataset['printing']
    for (const table of tables()) table.style.zoom = ''
    tell(null)
  })
}

function tables(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('main table, .side-panel[open] table')]
}

function tell(now: string | null): void {
  printedAt = now
  flushSync(() => listeners.forEach((listener) => listener()))
}

function listen(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
