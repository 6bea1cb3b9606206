import { decideConflict, type ConflictCase } from '@rasad/contracts/jobs'
import { mayDecideConflict } from '@rasad/domain/jobs/four-eyes'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Input, Radio } from 'antd'
import { useId } from 'react'
import { nameOfActor } from '../../shared/actor-name.ts'
import { call } from '../../shared/api.ts'
import { useDraft } from '../../shared/draft.ts'
import { useFormat } from '../../shared/fa.ts'
import { untilFresh } from '../../shared/forgetting.ts'
import { useText } from '../../shared/language.ts'
import { actorOf, useMe } from '../../shared/session.ts'
import { Code } from '../../shared/ui/code.tsx'
import { ForbiddenButton } from '../../shared/ui/forbidden-button.tsx'
import { ProblemAlert } from '../../shared/ui/problem-alert.tsx'
import { CONFLICTS_TEXT, DECISION_REASONS } from './conflicts-text.ts'
import { conflictQuery } from './jobs-query.ts'
import { useNames } from './use-names.ts'
import { ReasonChips } from './reason-chips.tsx'

type Draft = { claimId: number | null; reason: string }
const NO_DRAFT: Draft = { claimId: null, reason: '' }

/** What was decided, by whom and why. */
export function Decision({ conflict }: { conflict: ConflictCase }) {
  const text = useText(CONFLICTS_TEXT)
  const { moment } = useFormat()
  const names = useNames(conflict.province)
  const owner = conflict.claims.find(({ claimId }) => claimId === conflict.ownerClaim)
  return (
    <section className="card decision">
      <h2>{text.decision}</h2>
      <p>
        {`${text.owner}: `}
        <strong>{owner && names.given(owner.agencyName)}</strong>
      </p>
      {conflict.reason !== null && <blockquote>{conflict.reason}</blockquote>}
      <p className="quiet">
        {conflict.decidedAt !== null && (
          <time dateTime={conflict.decidedAt}>{moment(conflict.decidedAt)}</time>
        )}
        {conflict.decidedBy !== null && (
          <>
            {` · ${text.by} `}
            <Code>{nameOfActor(conflict.decidedBy)}</Code>
          </>
        )}
      </p>
    </section>
  )
}

function draftOf({ province, caseId }: ConflictCase): string {
  return `conflict.${province}.${caseId}`
}

/** Somebody else decided while a decision was being written: it is told, with what was written. */
export function OvertakenDraft({ conflict }: { conflict: ConflictCase }) {
  const text = useText(CONFLICTS_TEXT)
  const { draft, discard, isKept } = useDraft(draftOf(conflict), NO_DRAFT)
  // An answer that was lost on the way: the decision is one's own.
  if (!isKept || draft.reason.trim() === conflict.reason) return null
  return (
    <Alert
      type="warning"
      role="alert"
      showIcon
      title={text.overtaken}
      description={draft.reason.trim() === '' ? undefined : `${text.yourReason}: ${draft.reason}`}
      action={
        <Button size="small" onClick={discard}>
          {text.seen}
        </Button>
      }
    />
  )
}

/** Names the agency that the person is counted for; where one may not, it says why. */
export function DecisionForm({ conflict }: { conflict: ConflictCase }) {
  const text = useText(CONFLICTS_TEXT)
  const frequent = useText(DECISION_REASONS)
  const names = useNames(conflict.province)
  const queries = useQueryClient()
  const me = useMe()
  const id = useId()
  const { province, caseId, claims } = conflict
  const { draft, change, discard } = useDraft(draftOf(conflict), NO_DRAFT)
  const deciding = useMutation({
    mutationFn: (body: { claimId: number; reason: string }) =>
      call(decideConflict, { params: { province, caseId: String(caseId) }, body }),
    onSuccess: async () => {
      discard()
      await untilFresh(queries)
    },
    // Somebody else may have decided meanwhile: the case is shown as it stands now.
    onError: () => queries.invalidateQueries({ queryKey: conflictQuery(province, String(caseId)).queryKey }),
  })
  const { claimId, reason } = draft
  const own = mayDecideConflict(claims, actorOf(me))
  const notTheirs = !me.may('conflict.decide')
    ? text.noPermission
    : own && text[own.agency === me.agency?.code ? 'ownAgency' : 'ownClaim']
  if (notTheirs !== null)
    return (
      <section className="card decision">
        <h2>{text.decision}</h2>
        <p className="quiet">{notTheirs}</p>
        <div>
          <ForbiddenButton reason={notTheirs}>{text.decide}</ForbiddenButton>
        </div>
      </section>
    )
  const missing = claimId === null ? text.chooseFirst : reason.trim() === '' ? text.reasonFirst : undefined
  return (
    <form
      className="card decision"
      onSubmit={(event) => {
        event.preventDefault()
        if (missing === undefined && claimId !== null && !deciding.isPending)
          deciding.mutate({ claimId, reason: reason.trim() })
      }}
    >
      <h2>{text.decision}</h2>
      <fieldset>
        <legend>{text.chooseOwner}</legend>
        <Radio.Group
          value={claimId}
          onChange={(event) => change({ claimId: Number(event.target.value) })}
          options={claims.map((claim) => ({ value: claim.claimId, label: names.given(claim.agencyName) }))}
        />
      </fieldset>
      <div className="reason-field">
        <label htmlFor={id}>{text.reason}</label>
        <Input.TextArea
          id={id}
          maxLength={300}
          autoSize={{ minRows: 2, maxRows: 6 }}
          value={reason}
          onChange={(event) => change({ reason: event.target.value })}
        />
        <ReasonChips
          label={text.frequent}
          reasons={frequent}
          value={reason}
          onChoose={(chosen) => change({ reason: chosen })}
        />
      </div>
      {deciding.error !== null && <ProblemAlert error={deciding.error} />}
      <div>
        <ForbiddenButton type="primary" htmlType="submit" loading={deciding.isPending} reason={missing}>
          {text.decide}
        </ForbiddenButton>
      </div>
    </form>
  )
}
