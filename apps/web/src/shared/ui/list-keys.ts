import type { KeyboardEvent, RefObject } from 'react'

const FRAMES = 20
const PAGE = 10
const REACHABLE = 'a[href], button, input:not([type=hidden]), [tabindex="0"]'
const TYPED = 'input:not([type=checkbox]), textarea, select, [role=combobox], [contenteditable]'

type ListRows = {
  box: RefObject<HTMLElement | null>
  count: number
  /** Brings a row that is not drawn into view. */
  bring: (index: number) => void
}

/**
 * From a link, a button or a check mark in a row the arrows lead to the same one in the next row, a page further, and to
 * the first and the last row, however many are drawn.
 */
export function moveBetweenRows(event: KeyboardEvent, { box, count, bring }: ListRows): void {
  const { target, key } = event
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
  if (!(target instanceof HTMLElement) || target.matches(TYPED)) return
  const row = target.closest<HTMLElement>('tbody tr[data-index]')
  if (row === null) return
  const at = Number(row.dataset['index'])
  const to = rowAfterKey(at, key, count)
  if (to === null) return
  const place = reachableIn(row).indexOf(target)
  if (place === -1) return
  event.preventDefault()
  if (to !== at) focusRow(box, to, { place, bring, frames: FRAMES })
}

function rowAfterKey(at: number, key: string, count: number): number | null {
  const rows: Record<string, number> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + PAGE,
    PageUp: at - PAGE,
    Home: 0,
    End: count - 1,
  }
  const to = rows[key]
  return to === undefined ? null : Math.max(0, Math.min(to, count - 1))
}

type Way = { place: number; bring: (index: number) => void; frames: number }

/** A row that is far away is drawn a frame or two after it was brought into view. */
function focusRow(box: RefObject<HTMLElement | null>, index: number, { place, bring, frames }: Way): void {
  const row = box.current?.querySelector<HTMLElement>(`tbody tr[data-index="${index}"]`)
  if (row) {
    const all = reachableIn(row)
    row.scrollIntoView({ block: 'nearest' })
    all[Math.min(place, all.length - 1)]?.focus({ preventScroll: true })
  } else if (frames > 0) {
    bring(index)
    requestAnimationFrame(() => focusRow(box, index, { place, bring, frames: frames - 1 }))
  }
}

function reachableIn(row: HTMLElement): HTMLElement[] {
  return [...row.querySelectorAll<HTMLElement>(REACHABLE)]
}
