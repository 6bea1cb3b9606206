/** What somebody had seen of a period when they last left it. */
export type LastVisit = { batch: number; at: string }

/**
 * Notes that somebody sees a batch now, and tells what they had seen before this visit; null on the first. A visit is
 * one tab: until it is closed, the same earlier batch is told.
 */
export function noteVisit(key: string, now: LastVisit): LastVisit | null {
  const name = `rasad.seen.${key}`
  const begun = sessionStorage.getItem(name)
  const before = begun ?? localStorage.getItem(name) ?? ''
  if (begun === null) sessionStorage.setItem(name, before)
  localStorage.setItem(name, JSON.stringify(now))
  return readVisit(before)
}

function readVisit(text: string): LastVisit | null {
  try {
    const kept: unknown = JSON.parse(text)
    if (typeof kept !== 'object' || kept === null || !('batch' in kept) || !('at' in kept)) return null
    const { batch, at } = kept
    return typeof batch === 'number' && typeof at === 'string' ? { batch, at } : null
  } catch {
    return null
  }
}
