import type { Job } from '@rasad/contracts/jobs'
import { Link } from '@tanstack/react-router'
import { Alert } from 'antd'
import { useText } from '../../shared/language.ts'
import { ClaimsTable } from './claims-table.tsx'
import { JOB_TEXT } from './job-text.ts'

/** The cases in which several agencies claim the person of a job, with their claims. */
export function JobConflicts({ job }: { job: Job }) {
  const text = useText(JOB_TEXT)
  return job.cases.map((conflict) => (
    <div key={conflict.caseId} className="job-conflict">
      <Alert
        showIcon
        type={conflict.state === 'open' ? 'warning' : 'info'}
        title={conflict.state === 'open' ? text.openConflict : text.decidedConflict}
        action={
          <Link
            to="/conflicts/$province/$caseId"
            params={{ province: job.province, caseId: String(conflict.caseId) }}
          >
            {text.seeCase}
          </Link>
        }
      />
      <ClaimsTable conflict={conflict} />
    </div>
  ))
}
