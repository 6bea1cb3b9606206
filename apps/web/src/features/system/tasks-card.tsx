import { runTask, type ScheduledTask, type System, type SystemTask } from '@rasad/contracts/system'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../../shared/api.ts'
import { NO_FIGURE, useFormat } from '../../shared/fa.ts'
import { untilFresh } from '../../shared/forgetting.ts'
import { useText } from '../../shared/language.ts'
import { useMe } from '../../shared/session.ts'
import { Code } from '../../shared/ui/code.tsx'
import { ForbiddenButton } from '../../shared/ui/forbidden-button.tsx'
import { ListTable } from '../../shared/ui/list-table.tsx'
import { Mark } from '../../shared/ui/mark.tsx'
import { ProblemAlert } from '../../shared/ui/problem-alert.tsx'
import { isScheduled, taskStateOf } from './task-state.ts'
import { TASK_FAULT_TEXT, TASK_NAME_TEXT, TASKS_TEXT } from './tasks-text.ts'

const MINUTE = 60

/** What the system does by itself: how it stands, how it went last, when it is next, and doing it now. */
export function TasksCard({ tasks }: { tasks: System['tasks'] }) {
  const text = useText(TASKS_TEXT)
  const names = useText(TASK_NAME_TEXT)
  return (
    <ListTable
      caption={text.title}
      label={text.caption}
      rows={tasks}
      keyOf={({ task }) => task}
      columns={[
        {
          key: 'task',
          label: text.task,
          isHead: true,
          cell: ({ task }) => names[task] ?? <Code>{task}</Code>,
        },
        { key: 'state', label: text.state, cell: (task) => <State task={task} /> },
        { key: 'last', label: text.lastRun, cell: ({ lastRun }) => <LastRun run={lastRun} /> },
        { key: 'next', label: text.nextRun, cell: (task) => <NextRun task={task} /> },
        {
          key: 'act',
          label: text.act,
          cell: (task) => (isScheduled(task.task) ? <RunNow task={task} name={task.task} /> : NO_FIGURE),
        },
      ]}
    />
  )
}

function State({ task }: { task: SystemTask }) {
  const text = useText(TASKS_TEXT)
  const { moment } = useFormat()
  const state = taskStateOf(task)
  const { runningSince, retryAt, lastRun } = task
  switch (state) {
    case 'running':
      if (task.task === 'settle') return <Mark tone="good">{text.settling}</Mark>
      return <Mark tone="good">{`${text.running} ${moment(runningSince ?? '')}`}</Mark>
    case 'waiting':
      return <Mark tone="quiet">{text.queued}</Mark>
    case 'stopped':
      return (
        <Trouble label={text.settlingStopped} tone="warning">
          {text.settlingStoppedWhy}
        </Trouble>
      )
    case 'retried':
      return <Failure label={`${text.retry} ${moment(retryAt ?? '')}`} fault={lastRun?.fault} />
    case 'given-up':
      return <Failure label={text.gaveUp} fault={lastRun?.fault} />
    case 'failed':
      return <Failure label={text.failed} fault={lastRun?.fault} />
    case 'done':
      return <Mark tone="good">{text.done}</Mark>
    case 'never':
      return <span className="quiet">{text.never}</span>
  }
}

function Failure({ label, fault }: { label: string; fault: string | null | undefined }) {
  const faults: Readonly<Record<string, string>> = useText(TASK_FAULT_TEXT)
  return (
    <Trouble label={label} tone="bad">
      {faults[fault ?? ''] ?? faults['unforeseen'] ?? ''}
    </Trouble>
  )
}

function Trouble({ label, tone, children }: { label: string; tone: 'bad' | 'warning'; children: string }) {
  return (
    <>
      <Mark tone={tone}>{label}</Mark>
      <p className="task-trouble">{children}</p>
    </>
  )
}

function LastRun({ run }: { run: SystemTask['lastRun'] }) {
  const text = useText(TASKS_TEXT)
  const { moment, count } = useFormat()
  if (run === null) return NO_FIGURE
  const seconds = Math.round((Date.parse(run.endedAt) - Date.parse(run.startedAt)) / 1000)
  const took =
    seconds < MINUTE
      ? `${count(seconds)} ${text.seconds}`
      : `${count(Math.round(seconds / MINUTE))} ${text.minutes}`
  return (
    <>
      <time dateTime={run.endedAt}>{moment(run.endedAt)}</time>
      {seconds > 0 && <small className="task-took">{`${text.took} ${took}`}</small>}
    </>
  )
}

function NextRun({ task: { task, nextRunAt } }: { task: SystemTask }) {
  const text = useText(TASKS_TEXT)
  const { moment } = useFormat()
  if (nextRunAt !== null) return <time dateTime={nextRunAt}>{moment(nextRunAt)}</time>
  if (task === 'settle') return text.always
  return isScheduled(task) ? <span className="quiet">{text.notScheduled}</span> : NO_FIGURE
}

function RunNow({ task, name }: { task: SystemTask; name: ScheduledTask }) {
  const text = useText(TASKS_TEXT)
  const names = useText(TASK_NAME_TEXT)
  const queries = useQueryClient()
  const { may } = useMe()
  const run = useMutation({
    mutationFn: () => call(runTask, { params: { task: name }, body: {} }),
    onSuccess: () => untilFresh(queries),
  })
  const state = taskStateOf(task)
  const hasFailed = state === 'retried' || state === 'given-up' || state === 'failed'
  const label = hasFailed ? text.tryAgain : text.runNow
  const reason = may('system.operate') ? (state === 'running' ? text.isRunning : undefined) : text.mayNotRun
  return (
    <>
      <ForbiddenButton
        size="small"
        reason={reason}
        aria-label={`${label}: ${names[name] ?? name}`}
        aria-busy={run.isPending}
        onClick={() => !run.isPending && run.mutate()}
      >
        {label}
      </ForbiddenButton>
      <span className="visually-hidden" aria-live="polite">
        {run.isSuccess && text.asked}
      </span>
      {run.error !== null && <ProblemAlert error={run.error} />}
    </>
  )
}
