import type { Job } from '@rasad/contracts/jobs'
import { useFormat } from '../../shared/fa.ts'
import { useText } from '../../shared/language.ts'
import { Code } from '../../shared/ui/code.tsx'
import { ListTable } from '../../shared/ui/list-table.tsx'
import { JobSource } from './job-facts.tsx'
import { JOB_TEXT } from './job-text.ts'
import { SERVICE_TEXT } from './job-words.ts'
import { useNames } from './use-names.ts'

type Service = Job['services'][number]

/** The services an agency gave the person, each with the file, sheet and row it came from. */
export function JobServices({ job }: { job: Job }) {
  const text = useText(JOB_TEXT)
  const words = useText(SERVICE_TEXT)
  const { day, digits, money } = useFormat()
  const names = useNames(job.province)
  if (job.services.length === 0) return null
  const written = (value: string | null) => (value === null ? text.nothing : <Code>{digits(value)}</Code>)
  const source = ({ source: from }: Service) =>
    from === null ? text.byHand : <JobSource province={job.province} source={from} />
  return (
    <ListTable
      label={text.services}
      caption={text.services}
      rows={job.services}
      keyOf={(service) => String(service.serviceId)}
      columns={[
        {
          key: 'type',
          label: text.serviceType,
          isHead: true,
          cell: ({ type }: Service) => (type === null ? text.nothing : words[type]),
        },
        { key: 'agency', label: text.agency, cell: ({ agency }: Service) => names.agency(agency) },
        { key: 'date', label: text.serviceDate, cell: ({ date }: Service) => <Code>{day(date)}</Code> },
        {
          key: 'amount',
          label: text.amount,
          isNumber: true,
          cell: ({ amountRial }: Service) => money(amountRial === null ? null : BigInt(amountRial), 'rial'),
        },
        {
          key: 'document',
          label: text.documentRef,
          cell: ({ documentRef }: Service) => written(documentRef),
        },
        { key: 'source', label: text.source, cell: source },
      ]}
    />
  )
}
