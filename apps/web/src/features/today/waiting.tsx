import type { QueueCounts } from '@rasad/contracts/queues'
import { useQuery } from '@tanstack/react-query'
import { useFormat } from '../../shared/fa.ts'
import { useText } from '../../shared/language.ts'
import { PageLink } from '../../shared/page-link.tsx'
import { Count } from '../../shared/ui/count.tsx'
import { ProblemAlert } from '../../shared/ui/problem-alert.tsx'
import { queuesQuery, type Place } from './today-query.ts'
import { QUEUE_TEXT, TODAY_TEXT } from './today-text.ts'

const PAGES = [
  { queue: 'confirmation', route: '/queues/confirmation' },
  { queue: 'verification', route: '/queues/verification' },
  { queue: 'returned', route: '/jobs', state: 'returned' },
  { queue: 'unreachable', route: '/queues/verification', state: 'unreachable' },
  { queue: 'appeals', route: '/queues/verification', state: 'appealed' },
  { queue: 'conflicts', route: '/conflicts' },
] as const satisfies readonly { queue: keyof QueueCounts; route: string; state?: string }[]

/** What waits for whoever looks; work that is not theirs is not there. */
export function Waiting({ place }: { place: Place }) {
  const text = useText(TODAY_TEXT)
  const names = useText(QUEUE_TEXT)
  const { moment } = useFormat()
  const { data, error, dataUpdatedAt } = useQuery(queuesQuery(place))
  if (error !== null) return <ProblemAlert error={error} />
  const theirs = PAGES.filter(({ queue }) => (data?.counts[queue] ?? null) !== null)
  if (data === undefined || theirs.length === 0) return null
  const some = theirs.filter(({ queue }) => data.counts[queue] !== 0)
  const at = new Date(dataUpdatedAt).toISOString()
  return (
    <section className="card waiting" aria-labelledby="waiting">
      <h2 id="waiting">{text.waiting}</h2>
      <p className="today-note">
        <time dateTime={at}>{moment(at)}</time>
      </p>
      {some.length === 0 ? (
        <p className="today-note">{text.nothingWaits}</p>
      ) : (
        <ul aria-live="polite">
          {some.map((page) => {
            const search = new URLSearchParams({ ...place, ...('state' in page && { state: page.state }) })
            return (
              <li key={page.queue}>
                <PageLink route={page.route} address={`${page.route}?${search.toString()}`}>
                  <span>{names[page.queue]}</span>
                  <strong>
                    <Count value={data.counts[page.queue]} />
                  </strong>
                </PageLink>
              </li>
            )
          })}
        </ul>
      )}
    </section>
  )
}
