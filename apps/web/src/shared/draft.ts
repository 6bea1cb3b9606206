import { use, useState } from 'react'
import { SessionContext } from './session.ts'

/** What somebody has begun to type: kept in this tab, and for them only, until it is done, whatever becomes of the page or the connection. */
export function useDraft<Value extends object>(key: string, first: Value) {
  const nameOf = useKeptName('draft')
  const name = nameOf(key)
  const [typed, setTyped] = useState<{ name: string; part: Partial<Value> }>(() => ({
    name,
    part: readDraft<Value>(name),
  }))
  const part = typed.name === name ? typed.part : readDraft<Value>(name)
  const write = (next: Partial<Value>) => {
    setTyped({ name, part: next })
    keep(name, next)
  }
  return {
    draft: { ...first, ...part },
    change: (changed: Partial<Value>) => write({ ...part, ...changed }),
    discard: () => write({}),
    /** Puts what was typed under another key, beside what stands there. */
    moveTo: (otherKey: string) => {
      const other = nameOf(otherKey)
      keep(other, { ...readDraft<Value>(other), ...part })
      write({})
    },
    isKept: Object.keys(part).length > 0,
  }
}

/** Names what a browser keeps of a kind, so that nobody finds there what another person left. */
export function useKeptName(kind: string): (key: string) => string {
  const user = use(SessionContext)?.userName ?? ''
  return (key) => `rasad.${kind}.${user}.${key}`
}

function keep(name: string, part: object): void {
  if (Object.keys(part).length === 0) sessionStorage.removeItem(name)
  else sessionStorage.setItem(name, JSON.stringify(part))
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
