import { SCHEDULED_TASKS, type ScheduledTask, type SystemTask } from '@rasad/contracts/system'

/** How a task stands now, in the order in which one asks: is it under way, did it fail, does it wait, how did it end. */
export type TaskState =
  | 'running'
  | 'retried'
  | 'given-up'
  | 'failed'
  | 'waiting'
  | 'stopped'
  | 'done'
  | 'never'

/** Reads from what the queue holds and how the last run went how a task stands. */
export function taskStateOf({
  task,
  running,
  runningSince,
  waiting,
  failed,
  retryAt,
  lastRun,
}: SystemTask): TaskState {
  const hasFailed = lastRun !== null && lastRun.fault !== null
  // Settling that fails goes on trying; its last word is that of its last failure or recovery.
  if (task === 'settle') {
    if (running === 0) return 'stopped'
    return hasFailed && (runningSince ?? '') < lastRun.endedAt ? 'failed' : 'running'
  }
  if (running > 0) return 'running'
  if (retryAt !== null) return 'retried'
  if (failed > 0) return 'given-up'
  if (waiting > 0) return 'waiting'
  if (hasFailed) return 'failed'
  return lastRun === null ? 'never' : 'done'
}

/** Whether a task may be asked for by hand. */
export function isScheduled(task: string): task is ScheduledTask {
  return SCHEDULED_TASKS.some((known) => known === task)
}
