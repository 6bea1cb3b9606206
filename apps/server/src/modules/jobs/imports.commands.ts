import { createReadStream } from 'node:fs'
import type { ImportOfAgency, ImportOutcome, ImportSheet } from '@rasad/contracts/imports'
import type { Actor } from '@rasad/domain/access/scope'
import { COLUMNS, type Column } from '@rasad/domain/imports/columns'
import { placeOfList } from '@rasad/domain/imports/list-sender'
import { actInBulk, type CopyInto } from '../../platform/bulk.ts'
import { readInScope, type ReadDb, type WriteTx } from '../../platform/db.ts'
import type { Platform } from '../../platform/route.ts'
import { requireInScope } from '../../platform/scope.ts'
import { openWorkbook, type Workbook } from '../../platform/workbook/workbook.ts'
import { getPeriod } from '../commitments/periods.queries.ts'
import { keepCheckpoints, lockSettlement, settleEntry } from '../ledger/ledger.settlement.queries.ts'
import { openLowerPlaces } from '../places/lower-places.queries.ts'
import { openConflicts } from './import-claims.queries.ts'
import { REASON_HEADER, writeErrorWorkbook } from './import-errors.commands.ts'
import * as staging from './import-staging.queries.ts'
import { verdictsByCounty } from './import-counties.queries.ts'
import { enterList } from './import-entering.commands.ts'
import { findMapping, insertImport, saveMapping } from './imports.queries.ts'
import type { ListContext, ListReading, Mendings } from './job-list.commands.ts'
import { loadRules } from './registration.commands.ts'

/** The largest file taken. */
export const LARGEST_LIST_BYTES = 200 * 1024 * 1024

export type ImportOrder = {
  province: string
  period: string
  /** The sender: whoever the list speaks for; null where each row names its own agency. */
  agency: string | null
  /** A file of the disk, or one that the store holds already. */
  path?: string
  kept?: { sha256: string; bytes: number; path: string }
  fileName: string
  dryRun: boolean
  /** Column names that go before the recognised and the saved ones. */
  mapping?: Readonly<Record<string, Column | 'ignore'>>
  saveMapping?: boolean
  /** What was put in place of cells of the file. */
  mendings?: Mendings
  /** Told of a list that is judged and has entered, in the same act; a failure of it undoes the import. */
  onJudged?: (tx: WriteTx, judged: JudgedList) => Promise<void>
  /** Where to write the sender's file with the reasons in it. */
  errorsPath?: string
}

type ListKind = Pick<ImportOrder, 'province' | 'period' | 'agency' | 'mapping' | 'mendings'>

/** A list that was judged: how it was read, what there is to say about its rows, and the outcome. */
export type JudgedList = {
  reading: ListReading
  noted: (staging.NotedRow & { jobId: number | null })[]
  outcome: ImportOutcome
}

export type ImportProgress = { phase: 'reading' | 'entering'; progress: number; rowsRead: number }
type Circumstances = { actor: Actor; now: number; onProgress?: (progress: ImportProgress) => void }
type Holding = Pick<Platform, 'database' | 'pool' | 'files'>

/** Imports a job list: every row that may be entered enters in one act with the record of the import, or none does. */
export async function importJobList(
  { database, pool, files }: Holding,
  order: ImportOrder,
  circumstances: Circumstances,
): Promise<ImportOutcome> {
  const { province, agency, dryRun } = order
  requireInScope(circumstances.actor, placeOfList(order), 'import.run')
  const file = order.kept ?? (await files.keep(createReadStream(order.path ?? ''), LARGEST_LIST_BYTES))
  const { scope } = circumstances.actor
  const context = await readInScope(database, scope, (db) => loadListContext(db, order, circumstances))
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
      const outcome = await enter(tx, copyInto, { order, file, context, workbook }, circumstances)
      if (order.errorsPath !== undefined) {
        const noted = (await staging.listNotedRows(tx)).map((row) => ({
          ...row,
          sheet: outcome.sheets[row.sheet]!.name,
        }))
        await writeErrorWorkbook({
          path: file.path,
          sheets: outcome.sheets,
          rows: noted,
          isChecked: order.dryRun,
          out: order.errorsPath,
        })
      }
      return outcome
    } finally {
      await workbook.close()
    }
  })
}

/** What a list of a sender in a period is read and judged with. */
export async function loadListContext(
  db: ReadDb,
  { province, period, agency, mapping, mendings }: ListKind,
  { actor, now }: Pick<Circumstances, 'actor' | 'now'>,
): Promise<ListContext & { cutoff: string }> {
  const { cutoff } = await getPeriod(db, province, period, actor.scope)
  const override = { ...(await findMapping(db, province, agency, actor.scope)), ...mapping }
  const rules = await loadRules(db, { province, period, agency }, { actor, now })
  return {
    rules,
    places: await openLowerPlaces(db, province),
    register: { province, period },
    override,
    cutoff,
    ...(mendings && { mendings }),
  }
}

type Received = {
  order: ImportOrder
  file: { sha256: string; bytes: number }
  context: ListContext & { cutoff: string }
  workbook: Workbook
}

async function enter(
  tx: WriteTx,
  copyInto: CopyInto,
  { order, file, context, workbook }: Received,
  { actor, onProgress }: Circumstances,
): Promise<ImportOutcome> {
  const { province, period, agency } = order
  const steps = 8
  let done = 0
  let rowsRead = 0
  const onRead = (reading: ListReading) => {
    rowsRead = reading.rowsRead
    onProgress?.({ phase: 'reading', progress: workbook.progress() / 2, rowsRead })
  }
  const advance = () =>
    onProgress?.({ phase: 'entering', progress: 0.5 + (done += 1) / (2 * steps), rowsRead })

  const act = { tx, copyInto, actor, province, period, onRead, onEntered: advance }
  const { reading, importId, entryId, counts, counties } = await enterList(act, workbook, context)
  done = steps / 2
  const sheets = reading.sheets.map(({ name }) => name)
  const outcome = {
    province,
    period,
    agency,
    file: order.fileName,
    sha256: file.sha256,
    rows: reading.rowsRead,
    ...countOf(counts),
    ...(await notesOf(tx)),
    agencies: countsByAgency(counts),
    sheets: reading.sheets.map((sheet, index) =>
      sheetOutcome(
        sheet,
        counts.filter((count) => count.sheet === index),
      ),
    ),
  }
  await insertImport(tx, { ...outcome, bytes: file.bytes }, { importId, entryId, actor: actor.id })
  advance()
  if (outcome.conflict > 0) await openConflicts(tx, order, { importId, actor: actor.id, sheets })
  advance()
  const batch = entryId === null ? null : await settled(tx, province, entryId)
  advance()
  await staging.insertImportRows(tx, province, importId, sheets)
  if (order.dryRun && entryId !== null) await staging.forgetJobsOf(tx, province, entryId)
  if (order.saveMapping && order.mapping)
    await saveMapping(tx, province, agency, { ...context.override }, actor.id)
  advance()
  const whole: ImportOutcome = {
    ...outcome,
    counties: verdictsByCounty(counties),
    importId: order.dryRun ? null : importId,
    dryRun: order.dryRun,
    format: workbook.format,
    batch: order.dryRun ? null : batch,
    afterCutoff: context.rules.today > context.cutoff,
  }
  await order.onJudged?.(tx, { reading, noted: await staging.listJudgedRows(tx), outcome: whole })
  return whole
}

async function settled(tx: WriteTx, province: string, entryId: number): Promise<number | null> {
  await lockSettlement(tx, province)
  const batch = await settleEntry(tx, province, entryId)
  if (batch === undefined) return null
  await keepCheckpoints(tx, province, batch)
  return batch
}

type Verdicts = Pick<ImportOutcome, 'accepted' | 'rejected' | 'duplicate' | 'conflict'>

function countOf(counts: readonly staging.VerdictCount[]): Verdicts {
  const sum = (verdict: keyof Verdicts) =>
    counts.filter((count) => count.verdict === verdict).reduce((all, { n }) => all + n, 0)
  return {
    accepted: sum('accepted'),
    rejected: sum('rejected'),
    duplicate: sum('duplicate'),
    conflict: sum('conflict'),
  }
}

function countsByAgency(counts: readonly staging.VerdictCount[]): ImportOfAgency[] {
  const byCode = Map.groupBy(counts, ({ agency }) => agency)
  const known = [...byCode.keys()].filter((agency) => agency !== null).toSorted()
  const named = byCode.has(null) ? [...known, null] : known
  return named.map((agency) => {
    const own = byCode.get(agency) ?? []
    return { agency, rows: own.reduce((all, { n }) => all + n, 0), ...countOf(own) }
  })
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
    unknownHeaders:
      mapping?.unknown.map(({ header }) => header).filter((header) => header !== REASON_HEADER) ?? [],
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
