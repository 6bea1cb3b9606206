import { useSyncExternalStore } from 'react'
import { flushSync } from 'react-dom'

/** The room between the margins of A4 upright and lying, in pixels of a page. */
const ROOM = { tall: 700, wide: 1030 } as const

const root = document.documentElement
const listeners = new Set<() => void>()
let isPrinting = false

/** Whether the page is just being printed: then all of a list is drawn, in the light colours. */
export function usePrinting(): boolean {
  return useSyncExternalStore(listen, () => isPrinting)
}

/** Makes paper of the page whenever it is printed: nothing cut off, lying where a table needs the room. */
export function preparePrinting(): void {
  window.addEventListener('beforeprint', () => {
    tell(true)
    root.dataset['printing'] = 'tall'
    const needed = Math.max(0, ...tables().map((table) => table.scrollWidth))
    if (needed > ROOM.tall) root.dataset['printing'] = 'wide'
    const room = needed > ROOM.tall ? ROOM.wide : ROOM.tall
    for (const table of tables()) table.style.zoom = String(Math.min(1, room / table.scrollWidth))
  })
  window.addEventListener('afterprint', () => {
    delete root.dataset['printing']
    for (const table of tables()) table.style.zoom = ''
    tell(false)
  })
}

function tables(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('main table')]
}

function tell(now: boolean): void {
  isPrinting = now
  flushSync(() => listeners.forEach((listener) => listener()))
}

function listen(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
