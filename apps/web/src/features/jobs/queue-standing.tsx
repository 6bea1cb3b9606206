import { JOB_STEPS } from '@rasad/domain/jobs/job-life-cycle'
import { Alert, Button } from 'antd'
import { useConnectionLost } from '../../shared/connection.ts'
import { useFormat } from '../../shared/fa.ts'
import { useText } from '../../shared/language.ts'
import { useErrorWords } from '../../shared/problem-text.ts'
import { STEP_TEXT } from '../../shared/step-text.ts'
import { forgetRefusal, keyOf, useDecisions, type Decision } from './decisions.ts'
import { QUEUE_TEXT } from './queue-text.ts'
import { nextState, resultOf } from './step-refusal.ts'

const TAKE_BACK_KEY = 'Z'

type QueueStandingProps = { waiting: number; isMore: boolean; said: string; onTakeBack: () => void }

/** How the work stands: what is left, what was decided, what has become of the last decision and of those refused. */
export function QueueStanding({ waiting, isMore, said, onTakeBack }: QueueStandingProps) {
  const text = useText(QUEUE_TEXT)
  const { count } = useFormat()
  const isLost = useConnectionLost()
  const decisions = useDecisions()
  const unsent = decisions.waiting.length
  return (
    <div className="queue-standing">
      <p className="queue-counts">
        <span>
          <strong>{`${count(waiting)}${isMore ? '+' : ''}`}</strong> {text.waiting}
        </span>
        {decisions.decided.size > 0 && (
          <span>
            <strong>{count(decisions.decided.size)}</strong> {text.decided}
          </span>
        )}
        {isLost && unsent > 0 && (
          <span className="queue-unsent">
            <strong>{count(unsent)}</strong> {`${text.unsent}. ${text.waitsForConnection}`}
          </span>
        )}
      </p>
      <p className="queue-last" role="status">
        {said === '' && decisions.last !== null ? (
          <LastDecision
            decision={decisions.last}
            isWaiting={isAmong(decisions.waiting, decisions.last)}
            onTakeBack={onTakeBack}
          />
        ) : (
          said
        )}
      </p>
      {decisions.refused.map(({ decision, error }) => (
        <RefusedDecision key={`${decision.jobId}/${decision.due}`} decision={decision} error={error} />
      ))}
    </div>
  )
}

function isAmong(waiting: readonly Decision[], decision: Decision): boolean {
  return waiting.some((one) => keyOf(one) === keyOf(decision))
}

type LastDecisionProps = { decision: Decision; isWaiting: boolean; onTakeBack: () => void }

function LastDecision({ decision, isWaiting, onTakeBack }: LastDecisionProps) {
  const text = useText(QUEUE_TEXT)
  const steps = useText(STEP_TEXT)
  const state = resultOf(decision.step)
  const later = JOB_STEPS.filter((step) => state !== undefined && nextState(state, step) !== undefined)
  const what = `${decision.name}: ${steps[decision.step]}`
  if (isWaiting)
    return (
      <>
        {`${what} · ${text.canTakeBack} `}
        <Button size="small" onClick={onTakeBack}>
          {text.takeBack} <kbd>{TAKE_BACK_KEY}</kbd>
        </Button>
      </>
    )
  return `${what} · ${text.recorded} · ${text.later} ${later.map((step) => steps[step]).join('، ')}`
}

function RefusedDecision({ decision, error }: { decision: Decision; error: unknown }) {
  const text = useText(QUEUE_TEXT)
  const steps = useText(STEP_TEXT)
  const { sentence } = useErrorWords(error)
  return (
    <Alert
      type="warning"
      role="alert"
      showIcon
      title={`${text.refused}: ${decision.name} · ${steps[decision.step]}`}
      description={sentence}
      action={
        <Button size="small" onClick={() => forgetRefusal(decision)}>
          {text.seen}
        </Button>
      }
    />
  )
}
