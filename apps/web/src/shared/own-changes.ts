import type { QueryKey } from '@tanstack/react-query'

/** Whether what is known under a key stays as it is although something was changed. */
export type Keeps = (queryKey: QueryKey) => boolean

/** Made by this page, perhaps made by it where no answer came, or made by another page of this browser. */
type ChangeKind = 'made' | 'perhaps' | 'elsewhere'

type Listener = (kind: ChangeKind, keeps: Keeps) => void

/** Where the other pages of this browser are told of a change. */
const CHANNEL = 'rasad.changes'

const nothing = () => false
let changes = 0
const heard = new Map<string, number>()
const listeners = new Set<Listener>()
const otherPages = new BroadcastChannel(CHANNEL)
otherPages.addEventListener('message', () => tellAll('elsewhere', nothing))

/** Remembers that this page has changed something, or may have: what was asked before may be older than that. */
export function noteChange(kind: Exclude<ChangeKind, 'elsewhere'>, keeps: Keeps = nothing): void {
  tellAll(kind, keeps)
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- A channel reaches its own origin only.
  otherPages.postMessage(null)
}

/** Remembers that the server has told by itself what a path answers: an answer under way may be older. */
export function noteTold(path: string): void {
  heard.set(path, (heard.get(path) ?? 0) + 1)
}

/** Grows with all that could make an answer of a path old: one that was asked for before it grew is not to be shown. */
export function ageOf(path: string): number {
  return changes + (heard.get(path) ?? 0)
}

/** Tells of each change of this page, and of those of the other pages of this browser. */
export function onChange(listener: Listener): void {
  listeners.add(listener)
}

function tellAll(kind: ChangeKind, keeps: Keeps): void {
  changes += 1
  for (const tell of listeners) tell(kind, keeps)
}
