import { useText } from '../../shared/language.ts'
import type { VersionHead } from './commitments-query.ts'
import { STATE_MEANING, STATE_TEXT } from './commitments-text.ts'
import { stateOf } from './version-state.ts'

/** Where a version stands, with what that means. */
export function StateMark({ head, inForce }: { head: VersionHead; inForce: number | null }) {
  const names = useText(STATE_TEXT)
  const meanings = useText(STATE_MEANING)
  const state = stateOf(head, inForce)
  return (
    <span className="version-state" data-state={state} title={meanings[state]}>
      {names[state]}
    </span>
  )
}
