import type { Passport } from '@rasad/contracts/figures'
import { CAUSE_TEXT } from '../../shared/cause-text.ts'
import { useFormat } from '../../shared/fa.ts'
import type { valueNames } from '../../shared/figure-queries.ts'
import { useText } from '../../shared/language.ts'
import { PageLink } from '../../shared/page-link.tsx'
import { Code } from '../../shared/ui/code.tsx'
import { Count } from '../../shared/ui/count.tsx'
import { ListTable } from '../../shared/ui/list-table.tsx'
import { nameOfActor } from '../../shared/actor-name.ts'
import { PASSPORT_TEXT } from './passport-text.ts'

type PassportPostingsProps = { passport: Passport; nameOf: ReturnType<typeof valueNames> }
type Posting = Passport['postings'][number]

/** The postings behind the figure: when, why, by whom, which record, and which row of which file it came from. */
export function PassportPostings({ passport, nameOf }: PassportPostingsProps) {
  const text = useText(PASSPORT_TEXT)
  const causes = useText(CAUSE_TEXT)
  const { moment, count, digits } = useFormat()
  const { postings, postingCount, province } = passport
  return (
    <section className="passport-part">
      <ListTable
        caption={
          <>
            {text.postingsTitle}
            <small>{`${text.shown} ${count(postings.length)} ${text.of} ${count(postingCount)}`}</small>
          </>
        }
        label={text.postingsTitle}
        rows={postings}
        keyOf={({ seq }) => String(seq)}
        columns={[
          {
            key: 'seq',
            label: text.seq,
            isHead: true,
            cell: ({ seq, postedAt }) => (
              <>
                {digits(String(seq))}
                <small className="under">
                  <time dateTime={postedAt}>{moment(postedAt)}</time>
                </small>
              </>
            ),
          },
          {
            key: 'amount',
            label: text.amount,
            isNumber: true,
            cell: ({ amount }) => <Count value={amount} as="signed" />,
          },
          {
            key: 'cause',
            label: text.cause,
            cell: ({ cause, reason, actor }) => (
              <>
                {causes[cause]}
                <small className="under">
                  {text.actor} <bdi>{nameOfActor(actor)}</bdi>
                </small>
                {reason !== null && <small className="under">{`${text.reason} ${reason}`}</small>}
              </>
            ),
          },
          {
            key: 'record',
            label: text.record,
            cell: (posting) => <RecordOf posting={posting} province={province} nameOf={nameOf} />,
          },
          { key: 'source', label: text.source, cell: ({ source }) => <SourceOf source={source} /> },
        ]}
      />
    </section>
  )
}

function RecordOf({
  posting,
  province,
  nameOf,
}: { posting: Posting; province: string } & Pick<PassportPostingsProps, 'nameOf'>) {
  const text = useText(PASSPORT_TEXT)
  const { digits } = useFormat()
  const { record, county, agency } = posting
  return (
    <>
      {record === null ? (
        text.commitmentPosting
      ) : (
        <PageLink route="/jobs/$province/$jobId" address={`/jobs/${province}/${record.jobId}`}>
          {record.name} <Code>{digits(record.nationalId)}</Code>
        </PageLink>
      )}
      <small className="under">{`${nameOf('county', county)} · ${nameOf('agency', agency)}`}</small>
    </>
  )
}

function SourceOf({ source }: { source: Posting['source'] }) {
  const text = useText(PASSPORT_TEXT)
  const { count } = useFormat()
  if (source === null) return text.byHand
  return (
    <>
      {source.file === null ? text.othersList : <Code>{source.file}</Code>}
      <small
        className="under"
        title={source.sha256 === null ? undefined : `${text.fingerprint}: ${source.sha256}`}
      >
        {text.sheet} <bdi>{source.sheet}</bdi>
        {` · ${text.row} ${count(source.row)}`}
      </small>
    </>
  )
}
