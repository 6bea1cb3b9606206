import { nameOfActor } from '../../shared/actor-name.ts'
import { useFormat } from '../../shared/fa.ts'
import { Code } from '../../shared/ui/code.tsx'
import type { VersionHead } from './commitments-query.ts'

/** A version that somebody else made meanwhile, in a line: its number, who made it, its total and why. */
export function OtherVersion({ head }: { head: VersionHead }) {
  const { count, moment } = useFormat()
  return (
    <p>
      <strong>{count(head.version)}</strong>
      {' · '}
      <Code>{nameOfActor(head.setBy)}</Code>
      {` · ${moment(head.setAt)} · ${count(head.total)}`}
      {head.reason !== null && ` · ${head.reason}`}
    </p>
  )
}
