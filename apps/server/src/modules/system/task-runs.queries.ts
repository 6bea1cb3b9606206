import type { ScheduledTask, SystemTask } from '@rasad/contracts/system'
import { sql } from 'kysely'
import type { ReadDb, WriteTx } from '../../platform/db.ts'

type QueuedTask = Pick<SystemTask, 'task' | 'waiting' | 'running' | 'runningSince' | 'failed' | 'retryAt'>
type TaskRun = NonNullable<SystemTask['lastRun']> & { task: string }

/** What the queue holds, by kind of work; nothing where no queue was ever started. */
export async function listQueuedTasks(db: ReadDb): Promise<QueuedTask[]> {
  const { rows } = await sql<QueuedTask>`
    select task,
      count(*) filter (where locked_at is null and attempts < max_attempts) as waiting,
      count(locked_at) as running,
      min(locked_at) as running_since,
      count(*) filter (where locked_at is null and attempts >= max_attempts) as failed,
      min(run_at) filter (where locked_at is null and attempts between 1 and max_attempts - 1) as retry_at
    from queued_task() group by task order by task`.execute(db)
  return rows.map((row) => ({
    ...row,
    runningSince: instantOf(row.runningSince),
    retryAt: instantOf(row.retryAt),
  }))
}

/** How each kind of work went last. */
export async function listLastRuns(db: ReadDb): Promise<TaskRun[]> {
  const { rows } = await sql<TaskRun>`
    select distinct on (task) task, started_at, ended_at, fault
    from task_run order by task, task_run_id desc`.execute(db)
  return rows.map((row) => ({
    ...row,
    startedAt: new Date(row.startedAt).toISOString(),
    endedAt: new Date(row.endedAt).toISOString(),
  }))
}

/** Keeps how a run that ends now went. */
export async function insertTaskRun(
  tx: WriteTx,
  { task, tookMs, fault }: { task: string; tookMs: number; fault: string | null },
): Promise<void> {
  await sql`
    insert into task_run (task, started_at, fault)
    values (${task}, clock_timestamp() - make_interval(secs => ${tookMs / 1000}), ${fault})`.execute(tx)
}

/** Puts a scheduled task into the queue for now; false where no queue was ever started. */
export async function queueTaskNow(tx: WriteTx, task: ScheduledTask): Promise<boolean> {
  const { rows } = await sql<{ queued: boolean }>`select run_task_now(${task}) as queued`.execute(tx)
  return rows[0]!.queued
}

function instantOf(moment: string | null): string | null {
  return moment === null ? null : new Date(moment).toISOString()
}
