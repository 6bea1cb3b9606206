import { useState } from 'react'

/** What somebody has begun to type: kept in this tab until it is done, whatever becomes of the page or the connection. */
export function useDraft<Value extends object>(
  key: string,
  first: Value,
): { draft: Value; change: (part: Partial<Value>) => void; discard: () => void; isKept: boolean } {
  const name = `rasad.draft.${key}`
  const [typed, setTyped] = useState<{ name: string; part: Partial<Value> }>(() => ({
    name,
    part: readDraft<Value>(name),
  }))
  const part = typed.name === name ? typed.part : readDraft<Value>(name)
  const write = (next: Partial<Value>) => {
    setTyped({ name, part: next })
    if (Object.keys(next).length === 0) sessionStorage.removeItem(name)
    else sessionStorage.setItem(name, JSON.stringify(next))
  }
  return {
    draft: { ...first, ...part },
    change: (changed) => write({ ...part, ...changed }),
    discard: () => write({}),
    isKept: Object.keys(part).length > 0,
  }
}

/** Puts what was typed in one place under another name, beside what stands there. */
export function keepDraft(key: string, part: object): void {
  const name = `rasad.draft.${key}`
  if (Object.keys(part).length > 0)
    sessionStorage.setItem(name, JSON.stringify({ ...readDraft(name), ...part }))
}

function readDraft<Value>(name: string): Partial<Value> {
  const kept = sessionStorage.getItem(name)
  if (kept === null) return {}
  try {
    return JSON.parse(kept)
  } catch {
    return {}
  }
}
