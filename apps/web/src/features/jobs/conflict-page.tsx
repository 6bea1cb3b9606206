import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useFormat } from '../../shared/fa.ts'
import { useText } from '../../shared/language.ts'
import { lastList } from '../../shared/last-list.ts'
import { PageLink } from '../../shared/page-link.tsx'
import { Code } from '../../shared/ui/code.tsx'
import { PageHead } from '../../shared/ui/page-head.tsx'
import { ClaimsTable } from './claims-table.tsx'
import { Decision, DecisionForm, OvertakenDraft } from './conflict-decision.tsx'
import { NextCase } from './next-case.tsx'
import { CONFLICTS_TEXT } from './conflicts-text.ts'
import { conflictQuery } from './jobs-query.ts'
import './jobs.css'

const LOOK_AGAIN_MS = 10_000

/** One person whom several agencies claim: the claims side by side, and the decision. */
export function ConflictPage() {
  const { province, caseId } = useParams({ from: '/conflicts/$province/$caseId' })
  const text = useText(CONFLICTS_TEXT)
  const { digits } = useFormat()
  const { data: conflict } = useSuspenseQuery({
    ...conflictQuery(province, caseId),
    refetchInterval: ({ state }) => (state.data?.state === 'open' ? LOOK_AGAIN_MS : false),
  })
  return (
    <>
      <PageHead
        title={conflict.name}
        about={
          <>
            {`${text.case} `}
            <Code>{digits(caseId)}</Code>
            {` · ${text.nationalId} `}
            <Code>{digits(conflict.nationalId)}</Code>
          </>
        }
        actions={
          <>
            <Link to="/jobs/$province/$jobId" params={{ province, jobId: String(conflict.jobId) }}>
              {text.job}
            </Link>
            <PageLink route="/conflicts" address={lastList('/conflicts', province)}>
              {text.back}
            </PageLink>
          </>
        }
      />
      <div className="jobs">
        <ClaimsTable conflict={conflict} />
        {conflict.state === 'open' ? (
          <DecisionForm key={conflict.caseId} conflict={conflict} />
        ) : (
          <>
            <OvertakenDraft conflict={conflict} />
            <Decision conflict={conflict} />
            <NextCase conflict={conflict} />
          </>
        )}
      </div>
    </>
  )
}
