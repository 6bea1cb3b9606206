import type { Job } from '@rasad/contracts/jobs'
import { useFormat } from '../../shared/fa.ts'
import { useText } from '../../shared/language.ts'
import { Code } from '../../shared/ui/code.tsx'
import { Count } from '../../shared/ui/count.tsx'
import { ListTable } from '../../shared/ui/list-table.tsx'
import { JOB_TEXT } from './job-text.ts'
import { CAUSE_TEXT } from './job-words.ts'
import { StateTag } from './state-tag.tsx'
import { useNames } from './use-names.ts'

type Posting = Job['postings'][number]

/** The postings of a job: every movement in the counts that it caused, and the batch that holds it. */
export function JobPostings({ job }: { job: Job }) {
  const text = useText(JOB_TEXT)
  const causes = useText(CAUSE_TEXT)
  const { moment, day, count } = useFormat()
  const names = useNames(job.province)
  return (
    <ListTable
      label={text.postings}
      caption={
        <>
          {text.postings}
          <small>{text.postingsAbout}</small>
        </>
      }
      rows={job.postings}
      keyOf={({ seq }) => String(seq)}
      columns={[
        {
          key: 'at',
          label: text.at,
          cell: ({ at }: Posting) => <time dateTime={at}>{moment(at)}</time>,
        },
        { key: 'cause', label: text.cause, isHead: true, cell: ({ cause }: Posting) => causes[cause] },
        { key: 'state', label: text.state, cell: ({ state }: Posting) => <StateTag state={state} /> },
        {
          key: 'amount',
          label: text.amountCounted,
          isNumber: true,
          cell: ({ amount }: Posting) => <Count value={amount} as="signed" />,
        },
        { key: 'month', label: text.month, cell: ({ month }: Posting) => <Code>{day(month)}</Code> },
        { key: 'county', label: text.county, cell: ({ county }: Posting) => names.county(county) },
        { key: 'agency', label: text.agency, cell: ({ agency }: Posting) => names.agency(agency) },
        { key: 'entry', label: text.entry, cell: ({ entry }: Posting) => <Code>{count(entry)}</Code> },
        {
          key: 'batch',
          label: text.batch,
          cell: ({ batch }: Posting) => (batch === null ? text.notSettled : <Code>{count(batch)}</Code>),
        },
      ]}
    />
  )
}
