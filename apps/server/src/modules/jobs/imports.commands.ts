import { createReadStream } from 'node:fs'
import type { ImportOutcome, ImportSheet } from '@rasad/contracts/imports'
import type { Actor } from '@rasad/domain/access/scope'
import { COLUMNS, type Column } from '@rasad/domain/imports/columns'
import type pg from 'pg'
import { actInBulk, analyze, copyWords, type CopyInto } from '../../platform/bulk.ts'
import { readSnapshot, type Database, type ReadDb, type WriteTx } from '../../platform/db.ts'
import { type FileStore } from '../../platform/file-store.ts'
import { Problem } from '../../platform/problem.ts'
import { openWorkbook, type Workbook } from '../../platform/workbook/workbook.ts'
import { getPeriod } from '../commitments/periods.queries.ts'
import { insertEntry } from '../ledger/ledger.queries.ts'
import { keepCheckpoints, lockSettlement, settleEntry } from '../ledger/ledger.settlement.queries.ts'
import { openLowerPlaces } from '../places/lower-places.queries.ts'
import { openConflicts } from './import-claims.queries.ts'
import { writeErrorWorkbook } from './import-errors.commands.ts'
import * as staging from './import-staging.queries.ts'
import { findMapping, insertImport, nextImportId, saveMapping } from './imports.queries.ts'
import { readJobList, type ListContext, type ListReading, type RefusedRow } from './job-list.commands.ts'
import { loadRules } from './registration.commands.ts'

/** The largest file taken. */
export const LARGEST_LIST_BYTES = 200 * 1024 * 1024

export type ImportOrder = {
  province: string
  period: string
  /** The sender: whoever the list speaks for. */
  agency: string
  /** A file of the disk, or one that the store holds already. */
  path?: string
  kept?: { sha256: string; bytes: number; path: string }
  fileName: string
  dryRun: boolean
  /** Column names that go before the recognised and the saved ones. */
  mapping?: Readonly<Record<string, Column | 'ignore'>>
  saveMapping?: boolean
  /** Where to write the sender's file with the reasons in it. */
  errorsPath?: string
}

export type ImportProgress = { phase: 'reading' | 'entering'; progress: number; rowsRead: number }
type Circumstances = { actor: Actor; now: number; onProgress?: (progress: ImportProgress) => void }
type Holding = { database: Database; pool: pg.Pool; files: FileStore }

/** Imports a job list: every row that may be entered enters in one act with the record of the import, or none does. */
export async function importJobList(
  { database, pool, files }: Holding,
  order: ImportOrder,
  circumstances: Circumstances,
): Promise<ImportOutcome> {
  const { province, agency, dryRun } = order
  const file = order.kept ?? (await files.keep(createReadStream(order.path ?? ''), LARGEST_LIST_BYTES))
  const context = await readSnapshot(database, (db) => loadContext(db, order, circumstances.now))
  const act = {
    actor: circumstances.actor,
    action: 'import.run',
    province,
    subject: (outcome: ImportOutcome) => ({
      agency,
      sha256: file.sha256,
      importId: outcome.importId,
      rows: outcome.rows,
      accepted: outcome.accepted,
    }),
    rollBack: dryRun,
  }
  return actInBulk(pool, act, async (tx, copyInto) => {
    const workbook = await openWorkbook(file.path, { name: order.fileName })
    try {
      const reading = await stage(tx, copyInto, workbook, context, circumstances)
      const outcome = await enter(tx, { order, file, context, workbook, reading }, circumstances)
      if (order.errorsPath !== undefined) {
        const noted = (await staging.listNotedRows(tx)).map((row) => ({
          ...row,
          sheet: outcome.sheets[row.sheet]!.name,
        }))
        await writeErrorWorkbook({
          path: file.path,
          sheets: outcome.sheets,
          rows: noted,
          out: order.errorsPath,
        })
      }
      return outcome
    } finally {
      await workbook.close()
    }
  })
}

async function loadContext(
  db: ReadDb,
  { province, period, agency, mapping }: ImportOrder,
  now: number,
): Promise<ListContext & { cutoff: string }> {
  const { cutoff } = await getPeriod(db, province, period)
  const override = { ...(await findMapping(db, province, agency)), ...mapping }
  const rules = await loadRules(db, { province, period, agency }, now)
  return { rules, places: await openLowerPlaces(db, province), override, cutoff }
}

/** Reads the list into the transaction's own tables, reading and writing at the same time. */
async function stage(
  tx: WriteTx,
  copyInto: CopyInto,
  workbook: Workbook,
  context: ListContext,
  { onProgress }: Circumstances,
): Promise<ListReading> {
  const reading: ListReading = { sheets: [], refused: [], rowsRead: 0 }
  await staging.createStaging(tx)
  const columns = staging.STAGED_NAMES
  await copyInto(
    `staged (${columns})`,
    watched(readJobList(workbook, context, reading), () => {
      onProgress?.({ phase: 'reading', progress: workbook.progress() / 2, rowsRead: reading.rowsRead })
    }),
  )
  if (reading.sheets.every(({ mapping }) => mapping === null)) {
    throw new Problem('import.not-a-job-list', { sheets: reading.sheets.map(({ name }) => name) })
  }
  await copyInto('refused', reading.refused.map(refusedLine))
  await analyze(tx, 'staged')
  return reading
}

async function* watched(lines: AsyncIterable<string>, seen: () => void): AsyncGenerator<string> {
  for await (const line of lines) {
    if (line !== '') yield line
    seen()
  }
}

function refusedLine({ sheet, row, verdict, reasons, warnings }: RefusedRow): string {
  return `${sheet}\t${row}\t${verdict}\t${copyWords(reasons)}\t${copyWords(warnings)}\n`
}

type Read = {
  order: ImportOrder
  file: { sha256: string; bytes: number }
  context: ListContext & { cutoff: string }
  workbook: Workbook
  reading: ListReading
}

async function enter(
  tx: WriteTx,
  { order, file, context, workbook, reading }: Read,
  { actor, onProgress }: Circumstances,
): Promise<ImportOutcome> {
  const { province, period, agency } = order
  const sheets = reading.sheets.map(({ name }) => name)
  const steps = 8
  let done = 0
  const advance = () =>
    onProgress?.({ phase: 'entering', progress: 0.5 + (done += 1) / (2 * steps), rowsRead: reading.rowsRead })

  await staging.lockRegistration(tx, province)
  await staging.findHeld(tx, order)
  await staging.numberEntering(tx, order)
  advance()
  const verdicts = await staging.countVerdicts(tx)
  const counts = countOf(verdicts)
  const noted = await notesOf(tx)
  const importId = await nextImportId(tx, province)
  const isEntering = counts.accepted > 0 || counts.conflict > 0
  const entryId = isEntering ? await insertEntry(tx, order, { action: 'import.run', actor: actor.id }) : null
  const outcome = {
    province,
    period,
    agency,
    file: order.fileName,
    sha256: file.sha256,
    rows: reading.rowsRead,
    ...counts,
    ...noted,
    sheets: reading.sheets.map((sheet, index) =>
      sheetOutcome(
        sheet,
        verdicts.filter((count) => count.sheet === index),
      ),
    ),
  }
  await insertImport(tx, { ...outcome, bytes: file.bytes }, { importId, entryId, actor: actor.id })
  advance()
  let batch: number | null = null
  if (entryId !== null) {
    await staging.enterPeople(tx, order)
    advance()
    await staging.enterJobs(tx, order, { entryId, actor: actor.id })
    advance()
    await staging.enterServices(tx, order, importId, sheets)
    advance()
    await openConflicts(tx, order, { importId, actor: actor.id, sheets })
    await staging.postRegistrations(tx, order, entryId)
    advance()
    batch = await settled(tx, province, entryId)
  }
  advance()
  await staging.insertImportRows(tx, province, importId, sheets)
  if (order.saveMapping && order.mapping)
    await saveMapping(tx, province, agency, { ...context.override }, actor.id)
  advance()
  const afterCutoff = context.rules.today > context.cutoff
  return {
    ...outcome,
    importId: order.dryRun ? null : importId,
    dryRun: order.dryRun,
    format: workbook.format,
    batch: order.dryRun ? null : batch,
    afterCutoff,
  }
}

async function settled(tx: WriteTx, province: string, entryId: number): Promise<number | null> {
  await lockSettlement(tx, province)
  const batch = await settleEntry(tx, province, entryId)
  if (batch === undefined) return null
  await keepCheckpoints(tx, province, batch)
  return batch
}

type Verdicts = Pick<ImportOutcome, 'accepted' | 'rejected' | 'duplicate' | 'conflict'>

function countOf(counts: Awaited<ReturnType<typeof staging.countVerdicts>>): Verdicts {
  const sum = (verdict: keyof Verdicts) =>
    counts.filter((count) => count.verdict === verdict).reduce((all, { n }) => all + n, 0)
  return {
    accepted: sum('accepted'),
    rejected: sum('rejected'),
    duplicate: sum('duplicate'),
    conflict: sum('conflict'),
  }
}

async function notesOf(tx: WriteTx): Promise<Pick<ImportOutcome, 'reasons' | 'corrections' | 'warnings'>> {
  const notes = await staging.countNotes(tx)
  const of = (kind: string) =>
    Object.fromEntries(notes.filter((note) => note.kind === kind).map(({ code, n }) => [code, n]))
  return { reasons: of('reasons'), corrections: of('corrections'), warnings: of('warnings') }
}

function sheetOutcome(
  sheet: ListReading['sheets'][number],
  counts: Parameters<typeof countOf>[0],
): ImportSheet {
  const { name, hidden, mapping, headerRows, rows, hiddenRows, totalRows } = sheet
  const columns = COLUMNS.flatMap((column) => {
    const index = mapping?.columns[column]
    return index === undefined ? [] : [{ index, header: mapping?.headers[index] ?? '', column }]
  })
  const told = {
    mapping: columns.toSorted((one, other) => one.index - other.index),
    unknownHeaders: mapping?.unknown.map(({ header }) => header) ?? [],
    repeatedHeaders: mapping?.repeated.map(({ header }) => header) ?? [],
  }
  return {
    name,
    skipped: mapping === null,
    hidden,
    rows,
    ...countOf(counts),
    hiddenRows,
    totalRows,
    headerRows,
    ...told,
  }
}
