import { runLedgerCheck } from '@rasad/contracts/ledger'
import type { System } from '@rasad/contracts/system'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert } from 'antd'
import { call } from '../../shared/api.ts'
import { useFormat } from '../../shared/fa.ts'
import { untilFresh } from '../../shared/forgetting.ts'
import { useText } from '../../shared/language.ts'
import { useMe } from '../../shared/session.ts'
import { ActorName } from '../../shared/ui/actor-name.tsx'
import { ForbiddenButton } from '../../shared/ui/forbidden-button.tsx'
import { ProblemAlert } from '../../shared/ui/problem-alert.tsx'
import { SYSTEM_TEXT } from './system-text.ts'
import { WrongMark } from './wrong-mark.tsx'

/** The ledger: its last check, and a check now. */
export function LedgerCard({ system: { unsettled, lastLedgerCheck } }: { system: System }) {
  const text = useText(SYSTEM_TEXT)
  const { count, moment } = useFormat()
  const { may } = useMe()
  const queries = useQueryClient()
  const check = useMutation({
    mutationFn: () => call(runLedgerCheck, { body: {} }),
    onSuccess: () => untilFresh(queries),
  })
  return (
    <section className="card" aria-labelledby="system-ledger">
      <h2 id="system-ledger">{text.ledger}</h2>
      <dl className="facts">
        <dt>{text.unsettled}</dt>
        <dd>{unsettled === 0 ? text.unsettledNone : count(unsettled)}</dd>
        <dt>{text.lastCheck}</dt>
        <dd>
          {lastLedgerCheck === null ? (
            text.never
          ) : (
            <>
              <WrongMark wrong={lastLedgerCheck.wrong} />
              <small>
                {`${moment(lastLedgerCheck.at)} · ${text.by} `}
                <ActorName actor={lastLedgerCheck.by} />
              </small>
            </>
          )}
        </dd>
      </dl>
      <div className="card-part" aria-live="polite">
        <ForbiddenButton
          reason={may('ledger.check') ? undefined : text.mayNotCheck}
          aria-busy={check.isPending}
          onClick={() => !check.isPending && check.mutate()}
        >
          {check.isPending ? text.checking : text.check}
        </ForbiddenButton>
        {check.error !== null && <ProblemAlert error={check.error} />}
        {check.data && <CheckResult provinces={check.data.provinces} wrong={check.data.wrong} />}
      </div>
    </section>
  )
}

type CheckResultProps = {
  provinces: readonly {
    province: string
    postings: number
    checks: readonly { name: string; checked: number; wrong: number; examples: readonly string[] }[]
  }[]
  wrong: number
}

function CheckResult({ provinces, wrong }: CheckResultProps) {
  const text = useText(SYSTEM_TEXT)
  const { count } = useFormat()
  const checks = provinces.flatMap((one) => one.checks)
  const compared = checks.reduce((sum, { checked }) => sum + checked, 0)
  const postings = provinces.reduce((sum, one) => sum + one.postings, 0)
  const examples = checks.flatMap((one) => one.examples)
  return (
    <Alert
      className="check-result"
      showIcon
      type={wrong === 0 ? 'success' : 'error'}
      title={wrong === 0 ? text.checked : text.checkedWrong}
      description={
        <>
          <span>{`${count(compared)} ${text.compared} · ${count(postings)} ${text.postings}`}</span>
          {examples.length > 0 && (
            <ul dir="ltr">
              {examples.map((example) => (
                <li key={example}>{example}</li>
              ))}
            </ul>
          )}
        </>
      }
    />
  )
}
