import { SEVERAL_AGENCIES } from '@rasad/contracts/import-mappings'
import { type ImportRun } from '@rasad/contracts/imports'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useFormat } from '../../shared/fa.ts'
import { useText } from '../../shared/language.ts'
import { Code } from '../../shared/ui/code.tsx'
import { isKept, isUnderWay, runsQuery } from './imports-query.ts'
import { IMPORTS_TEXT } from './imports-text.ts'
import { useSenderName } from './sender-name.ts'

const MOST_FAILED = 3

/** What is under way in a period, what was checked and waits to be entered, and what failed lately. */
export function RecentRuns({ province, period }: { province: string; period: string }) {
  const text = useText(IMPORTS_TEXT)
  const { data } = useQuery(runsQuery({ province, period }))
  const runs = data?.runs ?? []
  const lists = [
    { key: 'runs', runs: runs.filter(isUnderWay) },
    {
      key: 'unfinished',
      runs: runs.filter((run) => isKept(run) && (run.importingRunId ?? run.checkingRunId) === null),
    },
    {
      key: 'failures',
      runs: runs.filter(({ phase }) => phase === 'refused' || phase === 'failed').slice(0, MOST_FAILED),
    },
  ] as const
  return lists
    .filter((list) => list.runs.length > 0)
    .map((list) => (
      <section key={list.key} className="card recent-runs no-print" aria-labelledby={`recent-${list.key}`}>
        <h2 id={`recent-${list.key}`}>{text[list.key]}</h2>
        <ul>
          {list.runs.map((run) => (
            <li key={run.runId}>
              <RecentRun run={run} />
            </li>
          ))}
        </ul>
      </section>
    ))
}

function RecentRun({ run }: { run: ImportRun }) {
  const text = useText(IMPORTS_TEXT)
  const { moment, percent } = useFormat()
  const senderName = useSenderName()
  const phases = {
    waiting: text.waiting,
    reading: text.reading,
    entering: text.entering,
    done: text.checked,
    refused: text.refused,
    failed: text.failed,
    cancelled: text.cancelled,
  }
  return (
    <>
      <Link to="/imports/new" search={{ agency: run.agency ?? SEVERAL_AGENCIES, run: run.runId }}>
        <Code>{run.file}</Code>
      </Link>
      <span>{senderName(run.agency)}</span>
      {isKept(run) ? (
        <Standing run={run} />
      ) : (
        <>
          <span>{run.dryRun ? text.checking : text.importing}</span>
          <span data-phase={run.phase}>
            {phases[run.phase]}
            {isUnderWay(run) && run.phase !== 'waiting' && ` ${percent(run.progress * 100)}`}
          </span>
        </>
      )}
      <time dateTime={run.startedAt}>{moment(run.startedAt)}</time>
    </>
  )
}

/** How a list stands that was checked: how much would enter, what is still wrong, what was mended. */
function Standing({
  run: { outcome, mended },
}: {
  run: ImportRun & { outcome: NonNullable<ImportRun['outcome']> }
}) {
  const text = useText(IMPORTS_TEXT)
  const { count } = useFormat()
  return (
    <span>
      {`${count(outcome.accepted)} ${text.accepted}`}
      {outcome.rejected > 0 && (
        <span data-phase="refused">{` · ${count(outcome.rejected)} ${text.rejected}`}</span>
      )}
      {mended > 0 && ` · ${count(mended)} ${text.mended}`}
    </span>
  )
}
