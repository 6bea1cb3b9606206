import type { ImportRun } from '@rasad/contracts/imports'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useFormat } from '../../shared/fa.ts'
import { useText } from '../../shared/language.ts'
import { isUnderWay, runsQuery } from './imports-query.ts'
import { IMPORTS_TEXT } from './imports-text.ts'
import { useSenderName } from './sender-name.ts'

const MOST_SHOWN = 6

/** What is under way in a period and what was lately only checked: a page that was closed is found again here. */
export function RecentRuns({ province, period }: { province: string; period: string }) {
  const text = useText(IMPORTS_TEXT)
  const { data } = useQuery(runsQuery(province))
  const runs = (data?.runs ?? [])
    .filter((run) => run.period === period && (run.outcome?.importId ?? null) === null)
    .slice(0, MOST_SHOWN)
  if (runs.length === 0) return null
  return (
    <section className="card recent-runs no-print" aria-labelledby="recent-runs">
      <h2 id="recent-runs">{text.runs}</h2>
      <ul>
        {runs.map((run) => (
          <li key={run.runId}>
            <RecentRun run={run} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function RecentRun({ run }: { run: ImportRun }) {
  const text = useText(IMPORTS_TEXT)
  const { moment, percent } = useFormat()
  const senderName = useSenderName()
  const phases = {
    reading: text.reading,
    entering: text.entering,
    done: text.checked,
    refused: text.refused,
    failed: text.failed,
    waiting: text.waiting,
    cancelled: text.cancelled,
  }
  return (
    <>
      <Link to="/imports/new" search={{ agency: run.agency ?? undefined, run: run.runId }}>
        <bdi>{run.file}</bdi>
      </Link>
      <span>{senderName(run.agency)}</span>
      <span>{run.dryRun ? text.checking : text.importing}</span>
      <span data-phase={run.phase}>
        {phases[run.phase]}
        {isUnderWay(run) && ` ${percent(run.progress * 100)}`}
      </span>
      <time dateTime={run.startedAt}>{moment(run.startedAt)}</time>
    </>
  )
}
