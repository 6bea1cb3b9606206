import type { System, SystemTask } from '@rasad/contracts/system'
import { formattingOf } from '@rasad/domain/persian/formatting'
import { getSystem } from '@rasad/server/modules/system/system.commands'
import { readSnapshot } from '@rasad/server/platform/db'
import { addDeskCommand, type Branch } from './command.ts'
import { EXIT } from './exit-codes.ts'
import type { Language } from './language.ts'
import { readSchedules } from './schedule-settings.ts'
import { STATUS_TEXT, TASK_TEXT } from './status-text.ts'
import { factLines, tableLines } from './table-printing.ts'

const BYTES_A_MEGABYTE = 1_048_576

/** `rasad status`. */
export function addStatusCommand(branch: Branch): void {
  const { language } = branch
  const shape = { name: 'status', summary: STATUS_TEXT[language].status } as const
  addDeskCommand(branch, shape, async ({ rasad, actor, now, schedules: words }) => {
    const schedules = readSchedules(words)
    const value = await readSnapshot(rasad.database, (db) => getSystem(db, { actor, schedules, now }))
    const isWell = value.tasks.every(
      ({ failed, lastRun }) => failed === 0 && (lastRun?.fault ?? null) === null,
    )
    return {
      value,
      lines: () => statusLines(language, value),
      exitCode: isWell ? EXIT.done : EXIT.refused,
    }
  })
}

function statusLines(language: Language, system: System): string[] {
  const text = STATUS_TEXT[language]
  const { count, moment } = formattingOf(language)
  const { database, lastBackup, lastDrill, lastLedgerCheck } = system
  const wrong = (found: { wrong: number }) =>
    found.wrong === 0 ? text.agrees : `${count(found.wrong)} ${text.differ}`
  const columns = [text.task, text.state, text.lastRun, text.nextRun].map((header) => ({
    header,
    align: 'start' as const,
  }))
  const rows = system.tasks.map((task) => [
    TASK_TEXT[language][task.task] ?? task.task,
    stateLine(language, task),
    task.lastRun === null ? text.never : moment(task.lastRun.endedAt),
    task.nextRunAt === null ? text.none : moment(task.nextRunAt),
  ])
  return [
    ...factLines([
      [text.version, system.version],
      [
        text.database,
        `PostgreSQL ${database.version} · ${count(Math.round(database.bytes / BYTES_A_MEGABYTE))} MB`,
      ],
      [text.unsettled, count(system.unsettled)],
      [text.backup, lastBackup === null ? text.never : `${moment(lastBackup.madeAt)} · ${lastBackup.name}`],
      [text.drill, lastDrill === null ? text.never : `${moment(lastDrill.endedAt)} · ${wrong(lastDrill)}`],
      [
        text.check,
        lastLedgerCheck === null ? text.never : `${moment(lastLedgerCheck.at)} · ${wrong(lastLedgerCheck)}`,
      ],
    ]),
    '',
    ...tableLines(columns, rows),
  ]
}

function stateLine(language: Language, { running, waiting, failed, retryAt, lastRun }: SystemTask): string {
  const text = STATUS_TEXT[language]
  const { moment } = formattingOf(language)
  const ended = lastRun?.fault ?? null
  const fault = ended === null ? '' : ` (${ended})`
  if (retryAt !== null) return `${text.retried} ${moment(retryAt)}${fault}`
  if (running > 0) return text.running
  if (failed > 0) return `${text.failed}${fault}`
  if (waiting > 0) return text.waiting
  return fault === '' ? text.idle : `${text.failed}${fault}`
}
