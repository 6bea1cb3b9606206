import type { Drill } from '@rasad/contracts/system'
import type { Backup } from '@rasad/server/modules/system/backup.commands'
import type { Restored } from '@rasad/server/modules/system/restore.commands'
import { formattingOf } from '@rasad/domain/persian/formatting'
import type { Language } from './language.ts'
import { DIFFERENCE_TEXT, OPERATION_TEXT } from './operation-text.ts'
import { factLines, tableLines } from './table-printing.ts'

/** A backup that was made. */
export function backupLines(language: Language, made: Backup): string[] {
  const text = OPERATION_TEXT[language]
  const { count } = formattingOf(language)
  return factLines([
    [text.made, made.folder],
    [text.tableCount, count(made.tables)],
    [text.rows, count(made.rows)],
    [text.fileCount, count(made.files)],
    [text.size, count(Math.ceil(made.bytes / 1024))],
    ...positionFact(language, made.provinces),
    ...listFact(text.removed, made.removed),
    ...listFact(text.damagedFiles, made.damagedFiles),
  ])
}

/** What a restore brought back. */
export function restoredLines(language: Language, restored: Restored): string[] {
  const text = OPERATION_TEXT[language]
  const { count, moment } = formattingOf(language)
  const { wrong } = restored.check
  return factLines([
    [text.restored, restored.folder],
    [text.made, restored.backup],
    [text.createdAt, moment(restored.createdAt)],
    [text.rows, count(restored.rows)],
    [text.fileCount, count(restored.files)],
    ...positionFact(language, restored.provinces),
    ...listFact(text.migrated, restored.migrated),
    [text.ledger, wrong === 0 ? text.allRight : `${text.notRight} (${count(wrong)})`],
  ])
}

/** What a drill compared, and where something differed. */
export function drillLines(language: Language, drill: Drill): string[] {
  const text = OPERATION_TEXT[language]
  const { count, moment } = formattingOf(language)
  const columns = [
    { header: text.kind, align: 'start' as const },
    { header: text.place, align: 'start' as const },
    { header: text.expected, align: 'end' as const },
    { header: text.found, align: 'end' as const },
  ]
  const rows = drill.differences.map(({ kind, place, expected, found }) => [
    DIFFERENCE_TEXT[language][kind],
    place,
    count(expected),
    count(found),
  ])
  return [
    ...factLines([
      [text.drillAt, moment(drill.endedAt)],
      [text.runBy, drill.runBy],
      [text.made, drill.backup],
      ...(drill.backupMadeAt === null ? [] : [[text.createdAt, moment(drill.backupMadeAt)] as const]),
      [text.rows, count(drill.rows)],
      [text.cells, count(drill.cells)],
      [text.checks, count(drill.checks)],
      [text.wrong, count(drill.wrong)],
    ]),
    ...(rows.length === 0 ? [] : ['', ...tableLines(columns, rows), '']),
    drill.wrong === 0 ? text.allRight : text.notRight,
  ]
}

type Fact = readonly [name: string, value: string]

function positionFact(language: Language, provinces: Backup['provinces']): Fact[] {
  const { digits } = formattingOf(language)
  const positions = provinces.map(({ province, batch }) => `${digits(province)}: ${digits(String(batch))}`)
  return listFact(OPERATION_TEXT[language].position, positions)
}

function listFact(name: string, values: readonly string[]): Fact[] {
  return values.length === 0 ? [] : [[name, values.join(' · ')]]
}
