import { useEffect, useReducer } from 'react'
import { NO_EDITS, isChanged, type Edits } from './edits.ts'

type History = { past: readonly Edits[]; now: Edits; future: readonly Edits[] }
/** What can be done with unsaved edits. */
export type EditAct = { kind: 'do'; change: (edits: Edits) => Edits } | { kind: 'undo' | 'redo' | 'discard' }

const MOST_STEPS = 200

/**
 * The unsaved edits of one version with their history. They are kept in this browser until they are saved or discarded:
 * a lost connection or a closed page loses nothing.
 */
export function useEdits(keptAs: string) {
  const [history, act] = useReducer(step, keptAs, open)
  useEffect(() => {
    const { now } = history
    if (isChanged(now) || now.added.length > 0) localStorage.setItem(keptAs, JSON.stringify(now))
    else localStorage.removeItem(keptAs)
  }, [history, keptAs])
  return {
    edits: history.now,
    act,
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
  }
}

/** Forgets what is kept of a version's edits. */
export function forgetEdits(keptAs: string): void {
  localStorage.removeItem(keptAs)
}

/** Keeps edits for another version of the commitment. */
export function keepEdits(keptAs: string, edits: Edits): void {
  localStorage.setItem(keptAs, JSON.stringify(edits))
}

function step(history: History, act: EditAct): History {
  const { past, now, future } = history
  switch (act.kind) {
    case 'do':
      return { past: [...past, now].slice(-MOST_STEPS), now: act.change(now), future: [] }
    case 'undo': {
      const before = past.at(-1)
      return before === undefined
        ? history
        : { past: past.slice(0, -1), now: before, future: [now, ...future] }
    }
    case 'redo': {
      const [next, ...later] = future
      return next === undefined ? history : { past: [...past, now], now: next, future: later }
    }
    case 'discard':
      return { past: [...past, now], now: NO_EDITS, future: [] }
  }
}

function open(keptAs: string): History {
  return { past: [], now: readKept(localStorage.getItem(keptAs)), future: [] }
}

function readKept(text: string | null): Edits {
  if (text === null) return NO_EDITS
  try {
    const kept: Partial<Edits> = JSON.parse(text)
    return { ...NO_EDITS, ...kept, margins: { ...NO_EDITS.margins, ...kept.margins } }
  } catch {
    return NO_EDITS
  }
}
