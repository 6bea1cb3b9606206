import { BASELINE_TEXT } from '@rasad/domain/commitments/baseline-text'
import type { ReactNode } from 'react'
import { nameOfActor } from '../../shared/actor-name.ts'
import { useFormat } from '../../shared/fa.ts'
import { useText } from '../../shared/language.ts'
import { Code } from '../../shared/ui/code.tsx'
import { Count } from '../../shared/ui/count.tsx'
import type { VersionHead } from './commitments-query.ts'
import { COMMITMENTS_TEXT, STATE_MEANING } from './commitments-text.ts'
import { MATRIX_TEXT } from './matrix-text.ts'
import { StateMark } from './state-mark.tsx'
import { inForceOf, stateOf } from './version-state.ts'

/** What is known of a version beside its cells: its total, where it stands, by which letter, and why it was made. */
export function VersionFacts({
  version,
  versions,
  act,
}: {
  version: VersionHead
  versions: readonly VersionHead[]
  /** Where one goes from here. */
  act?: ReactNode
}) {
  const text = useText(COMMITMENTS_TEXT)
  const matrix = useText(MATRIX_TEXT)
  const meanings = useText(STATE_MEANING)
  const baselines = useText(BASELINE_TEXT)
  const { count, moment, day, digits } = useFormat()
  const inForce = inForceOf(versions)
  const { notice, reason, total, setBy, setAt } = version
  return (
    <dl className="card version-facts">
      <div>
        <dt>{`${text.committed} · ${baselines[version.baseline]}`}</dt>
        <dd className="version-total">
          <Count value={total} />
        </dd>
      </div>
      <div>
        <dt>{text.state}</dt>
        <dd>
          <StateMark head={version} inForce={inForce} />
          <small>{meanings[stateOf(version, inForce)]}</small>
        </dd>
      </div>
      {notice !== null && (
        <div>
          <dt>{text.letter}</dt>
          <dd>
            {notice.letter === null ? (
              text.noLetter
            ) : (
              <>
                <Code>{digits(notice.letter.number)}</Code>
                {` · ${day(notice.letter.date)}`}
              </>
            )}
            <small>{`${matrix.since} ${moment(notice.at)}`}</small>
          </dd>
        </div>
      )}
      {reason !== null && (
        <div>
          <dt>{text.reason}</dt>
          <dd>{reason}</dd>
        </div>
      )}
      <div>
        <dt>{text.setBy}</dt>
        <dd>
          <Code>{nameOfActor(setBy)}</Code>
          <small>{`${matrix.asOf} ${moment(setAt)}`}</small>
        </dd>
      </div>
      {act !== undefined && (
        <div className="version-act">
          <dt className="visually-hidden">{`${text.version} ${count(version.version)}`}</dt>
          <dd>{act}</dd>
        </div>
      )}
    </dl>
  )
}
