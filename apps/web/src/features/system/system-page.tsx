import type { System } from '@rasad/contracts/system'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Alert } from 'antd'
import { useFormat } from '../../shared/fa.ts'
import { useLanguage, useText } from '../../shared/language.ts'
import { namesByCode, provincesQuery } from '../../shared/places.ts'
import { Code } from '../../shared/ui/code.tsx'
import { EmptyState } from '../../shared/ui/empty-state.tsx'
import { ListTable } from '../../shared/ui/list-table.tsx'
import { PageHead } from '../../shared/ui/page-head.tsx'
import { BackupCard, DrillCard } from './backup-cards.tsx'
import { LedgerCard } from './ledger-card.tsx'
import { systemQuery } from './system-query.ts'
import { SYSTEM_TEXT } from './system-text.ts'
import { TasksCard } from './tasks-card.tsx'
import './system.css'

const BYTES_A_MEGABYTE = 1_048_576
const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** How the system stands. */
export function SystemPage() {
  const text = useText(SYSTEM_TEXT)
  const { data: system } = useSuspenseQuery({ ...systemQuery, refetchInterval: askedAgainAfter })
  return (
    <>
      <PageHead title={text.title} about={text.about} />
      {system.demonstration !== null && <DemonstrationMark demonstration={system.demonstration} />}
      <div className="system">
        <DatabaseCard system={system} />
        <LedgerCard system={system} />
        <BackupCard backup={system.lastBackup} />
        <DrillCard drill={system.lastDrill} />
        <div className="wide">
          <TasksCard tasks={system.tasks} />
        </div>
        <div className="wide">
          <Positions positions={system.positions} />
        </div>
      </div>
    </>
  )
}

const WATCHED_EVERY_MS = 2000
const SEEN_EVERY_MS = 30_000

/** While a task is waiting or under way the page follows it. */
function askedAgainAfter({ state }: { state: { data: System | undefined } }): number {
  const isBusy = state.data?.tasks.some(
    ({ task, waiting, running }) => task !== 'settle' && waiting + running > 0,
  )
  return isBusy ? WATCHED_EVERY_MS : SEEN_EVERY_MS
}

function DatabaseCard({ system: { version, uptimeSeconds, database } }: { system: System }) {
  const text = useText(SYSTEM_TEXT)
  const { count, moment } = useFormat()
  const last = database.migrations.at(-1)
  const [amount, unit] =
    uptimeSeconds >= DAY
      ? [uptimeSeconds / DAY, text.days]
      : uptimeSeconds >= HOUR
        ? [uptimeSeconds / HOUR, text.hours]
        : [uptimeSeconds / MINUTE, text.minutes]
  return (
    <section className="card" aria-labelledby="system-database">
      <h2 id="system-database">{text.database}</h2>
      <dl className="facts">
        <dt>{text.version}</dt>
        <dd>
          <Code>{version}</Code>
        </dd>
        <dt>{text.uptime}</dt>
        <dd>{`${count(Math.floor(amount))} ${unit}`}</dd>
        <dt>{text.engine}</dt>
        <dd>
          <Code>{database.version}</Code>
        </dd>
        <dt>{text.size}</dt>
        <dd>{`${count(Math.round(database.bytes / BYTES_A_MEGABYTE))} ${text.megabytes}`}</dd>
        <dt>{text.migrations}</dt>
        <dd>{count(database.migrations.length)}</dd>
        {last && (
          <>
            <dt>{text.lastMigration}</dt>
            <dd>
              <Code>{last.name}</Code>
              <small>{moment(last.appliedAt)}</small>
            </dd>
          </>
        )}
      </dl>
    </section>
  )
}

function Positions({ positions }: { positions: System['positions'] }) {
  const text = useText(SYSTEM_TEXT)
  const language = useLanguage()
  const { count } = useFormat()
  const { provinces } = useSuspenseQuery(provincesQuery).data
  const nameOfProvince = namesByCode(language, provinces)
  if (positions.length === 0) return <EmptyState title={text.noPositions} about={text.noPositionsWhy} />
  return (
    <ListTable
      caption={text.positions}
      label={text.positions}
      rows={positions}
      keyOf={({ province }) => province}
      columns={[
        {
          key: 'province',
          label: text.province,
          isHead: true,
          cell: ({ province }) => nameOfProvince(province),
        },
        { key: 'batch', label: text.batch, isNumber: true, cell: ({ batch }) => count(batch) },
      ]}
    />
  )
}

function DemonstrationMark({
  demonstration: { loadedAt },
}: {
  demonstration: NonNullable<System['demonstration']>
}) {
  const text = useText(SYSTEM_TEXT)
  const { moment } = useFormat()
  return (
    <Alert
      className="system-demonstration"
      showIcon
      type="warning"
      title={text.demonstration}
      description={`${text.demonstrationWhy} ${loadedAt === null ? text.loading : `${text.loadedAt}: ${moment(loadedAt)}`}`}
    />
  )
}
