import { claimJob } from '@rasad/contracts/jobs'
import { sentenceOf } from '@rasad/domain/imports/verdict-text'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Alert, Button } from 'antd'
import type { ReactNode } from 'react'
import { ApiProblem, call, type WordsOf } from '../../shared/api.ts'
import { untilFresh } from '../../shared/forgetting.ts'
import { useLanguage, useText } from '../../shared/language.ts'
import { useErrorWords } from '../../shared/problem-text.ts'
import { ProblemAlert } from '../../shared/ui/problem-alert.tsx'
import { NEW_JOB_TEXT } from './new-job-text.ts'

type RefusedEntryProps = {
  error: unknown
  province: string
  body: Exclude<WordsOf<typeof claimJob>['body'], Blob>
  onClaimed: () => void
}

/** Why a job was not registered and the way on: what to mend, the job that stands in the way, or a claim. */
export function RefusedEntry({ error, province, body, onClaimed }: RefusedEntryProps) {
  const text = useText(NEW_JOB_TEXT)
  const language = useLanguage()
  if (!(error instanceof ApiProblem)) return <ProblemAlert error={error} />
  const { problem } = error
  if (problem.code === 'job.refused')
    return (
      <Alert
        type="warning"
        role="alert"
        showIcon
        title={text.neededBefore}
        description={
          <ul>
            {problem.params.reasons.map((reason) => (
              <li key={reason}>{sentenceOf(language, reason)}</li>
            ))}
          </ul>
        }
      />
    )
  if (problem.code !== 'job.claimed-elsewhere' && problem.code !== 'job.person-already-counted')
    return <ProblemAlert error={error} />
  return (
    <Held error={error} province={province} jobId={String(problem.params.jobId)}>
      {problem.code === 'job.claimed-elsewhere' && <Claim body={body} onClaimed={onClaimed} />}
    </Held>
  )
}

function Held({
  error,
  province,
  jobId,
  children,
}: {
  error: unknown
  province: string
  jobId: string
  children: ReactNode
}) {
  const text = useText(NEW_JOB_TEXT)
  const { sentence } = useErrorWords(error)
  return (
    <Alert
      type="warning"
      role="alert"
      showIcon
      title={sentence}
      description={children}
      action={
        <Link to="/jobs/$province/$jobId" params={{ province, jobId }}>
          {text.seeHolder}
        </Link>
      }
    />
  )
}

function Claim({ body, onClaimed }: Pick<RefusedEntryProps, 'body' | 'onClaimed'>) {
  const text = useText(NEW_JOB_TEXT)
  const queries = useQueryClient()
  const navigate = useNavigate()
  const claiming = useMutation({
    mutationFn: () => call(claimJob, { body }),
    onSuccess: async ({ province, caseId }) => {
      onClaimed()
      await untilFresh(queries)
      await navigate({ to: '/conflicts/$province/$caseId', params: { province, caseId: String(caseId) } })
    },
  })
  return (
    <>
      <p>{text.claimAbout}</p>
      <Button loading={claiming.isPending} onClick={() => claiming.mutate()}>
        {text.claim}
      </Button>
      {claiming.error !== null && <ProblemAlert error={claiming.error} />}
    </>
  )
}
