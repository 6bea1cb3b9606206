import { z } from 'zod'
import { defineChange, defineRead } from './define-route.ts'
import { WholeNumber } from './wire.ts'

/** One thing that a drill found to be otherwise in the restored backup; a missing side is null. */
export const DrillDifference = z.object({
  /** What was compared: a file or the rows of a table with the manifest, a batch or a figure with the running system, a check of the ledger. */
  kind: z.enum(['file', 'rows', 'batch', 'figure', 'check']),
  /** Where: the file, the table, the province, or province, period, county, agency and truth. */
  place: z.string(),
  expected: z.number().nullable(),
  found: z.number().nullable(),
})
export type DrillDifference = z.infer<typeof DrillDifference>

/** A backup that was restored beside the running system, and what differed. */
export const Drill = z
  .object({
    drillId: z.number().int(),
    startedAt: z.string(),
    endedAt: z.string(),
    backup: z.string(),
    backupMadeAt: z.string().nullable(),
    tables: z.number().int(),
    rows: z.number().int(),
    /** Figures by county and agency that were compared, as of the backup's batch. */
    cells: z.number().int(),
    /** Sums that the ledger check compared in the restored copy. */
    checks: z.number().int(),
    wrong: z.number().int(),
    /** The first hundred. */
    differences: z.array(DrillDifference),
    runBy: z.string(),
  })
  .meta({ id: 'Drill' })
export type Drill = z.infer<typeof Drill>

/** What an installation demonstrates: every person in it is synthetic, every total was really announced. */
const Demonstration = z.object({
  /** Null while it is being loaded, and where that was broken off. */
  loadedAt: z.string().nullable(),
  sources: z.array(
    z.object({
      province: z.string(),
      period: z.string(),
      figure: z.enum(['committed', 'registered', 'verified']),
      /** The Jalali day at whose end the figure stands, as the question for figures takes it. */
      asOf: z.string(),
      /** The months the announcement names, as the question for figures takes them. */
      month: z.string().nullable(),
      value: z.number().int(),
      source: z.string(),
      url: z.string().nullable(),
    }),
  ),
})

/** What is done by itself at its hour, and may be asked for at any other. */
export const SCHEDULED_TASKS = ['backup', 'check', 'drill'] as const
export type ScheduledTask = (typeof SCHEDULED_TASKS)[number]

/** What ended a run of a task, where it has no refusal's code: no room, no right to write, no database, or unforeseen. */
export const TASK_FAULTS = ['disk-full', 'no-access', 'database-gone', 'unforeseen'] as const

/** A kind of work of the queue: what of it waits, is under way or was given up, and how it went last. */
const SystemTask = z.object({
  /** `settle`, a scheduled task, or the name of another kind of work. */
  task: z.string(),
  waiting: z.number().int(),
  running: z.number().int(),
  runningSince: z.string().nullable(),
  /** Given up after the last attempt. */
  failed: z.number().int(),
  /** When what failed is tried again. */
  retryAt: z.string().nullable(),
  /** When it is due next by the hours of the server that answers. */
  nextRunAt: z.string().nullable(),
  /** The fault is one of `TASK_FAULTS` or the code of a refusal; null when it was done. */
  lastRun: z.object({ startedAt: z.string(), endedAt: z.string(), fault: z.string().nullable() }).nullable(),
})
export type SystemTask = z.infer<typeof SystemTask>

/** How the system stands: what runs, on what, and when it was last backed up, drilled and checked. */
export const System = z
  .object({
    version: z.string(),
    uptimeSeconds: z.number().int(),
    database: z.object({
      version: z.string(),
      bytes: z.number().int(),
      migrations: z.array(z.object({ name: z.string(), appliedAt: z.string() })),
    }),
    /** The last settled batch of each province. */
    positions: z.array(z.object({ province: z.string(), batch: z.number().int() })),
    /** Postings that no batch holds yet. */
    unsettled: z.number().int(),
    lastBackup: z
      .object({
        name: z.string(),
        madeAt: z.string(),
        madeBy: z.string(),
        rows: z.number().int(),
        files: z.number().int(),
        bytes: z.number().int(),
      })
      .nullable(),
    lastDrill: Drill.nullable(),
    lastLedgerCheck: z.object({ at: z.string(), by: z.string(), wrong: z.number().int() }).nullable(),
    tasks: z.array(SystemTask),
    /** Null in an installation that holds what really is. */
    demonstration: Demonstration.nullable(),
  })
  .meta({ id: 'System' })
export type System = z.infer<typeof System>

export const getSystem = defineRead({
  path: '/system',
  summary:
    'Version, database, position of the ledger, the queue, and the last backup, drill and ledger check',
  permission: 'system.read',
  params: z.object({}),
  query: z.object({}),
  response: System,
})

export const runTask = defineChange({
  method: 'POST',
  path: '/system/tasks/:task/run',
  summary: 'Puts a scheduled task into the queue for now, after a failure or between its hours',
  permission: 'system.operate',
  action: 'task.asked',
  audited: [],
  params: z.object({ task: z.enum(SCHEDULED_TASKS) }),
  query: z.object({}),
  body: z.object({}),
  response: z.object({ tasks: z.array(SystemTask) }),
})

/** What an operator says of a backup: into which folder, and how many of this database's backups stay. */
export const BackupWords = z.object({
  to: z.string().min(1).optional(),
  keep: WholeNumber.pipe(z.number().min(1).max(1000)).optional(),
})

/** What an operator says of a drill: which backup, else the newest; or only what the last one found. */
export const DrillWords = z.object({
  backup: z.string().min(1).optional(),
  last: z.literal(true).optional(),
})
