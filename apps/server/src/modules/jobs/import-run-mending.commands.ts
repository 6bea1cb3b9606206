import type { AnswerOf, InputOf } from '@rasad/contracts/define-route'
import type * as contract from '@rasad/contracts/import-runs'
import type { RunRow, WholeRunRow } from '@rasad/contracts/import-runs'
import type { ImportRun } from '@rasad/contracts/imports'
import type { Actor } from '@rasad/domain/access/scope'
import { COLUMNS } from '@rasad/domain/imports/columns'
import { placeOfList } from '@rasad/domain/imports/list-sender'
import { mendRow, type MendedCells } from '@rasad/domain/imports/mended-row'
import { personOfRow } from '@rasad/domain/imports/row-place'
import { recount } from '@rasad/domain/imports/verdict-counts'
import type { CopyInto } from '../../platform/bulk.ts'
import type { ReadDb, WriteTx } from '../../platform/db.ts'
import type { FileStore } from '../../platform/file-store.ts'
import { Problem } from '../../platform/problem.ts'
import { requireInScope, requirePermission } from '../../platform/scope.ts'
import { insertMending, listMendings } from './import-mendings.queries.ts'
import { cellsByColumn, identifying, masked, maskedCells, storableText } from './import-rows.commands.ts'
import {
  judgeAgain,
  readAlone,
  standingOf,
  type Judgement,
  type SourceRow,
} from './import-run-judging.commands.ts'
import { readRowsOfFile } from './import-run-keeping.commands.ts'
import * as rowQueries from './import-run-rows.queries.ts'
import type { KeptRow, RowPlace } from './import-run-rows.queries.ts'
import { getRun, getSheets, setOutcome } from './import-runs.queries.ts'
import { lockKeptRun } from './import-runs.commands.ts'
import { MOST_SHOWN } from './import-staging.queries.ts'
import { loadListContext } from './imports.commands.ts'
import type { SheetReading } from './import-runs.queries.ts'
import { placeKey, type ListContext } from './job-list.commands.ts'

type Circumstances = { actor: Actor; now: number; files: FileStore }
type Revealed = AnswerOf<typeof contract.revealRunRow>
type MendedValues = InputOf<typeof contract.mendRunRow>['body']['values']
type List = { run: ImportRun; sheets: SheetReading[]; context: ListContext }

/** One row of a kept dry run; what identifies its person is masked. */
export async function readRunRow(
  db: ReadDb,
  runId: string,
  place: RowPlace,
  circumstances: Circumstances,
): Promise<WholeRunRow> {
  const list = await loadKept(db, runId, circumstances)
  const row = await getKept(db, list, place, circumstances)
  return wholeRow(db, list, row)
}

/** What identifies the person of a row of a kept dry run, in full, for whoever may send the list. */
export async function revealRunRow(
  tx: WriteTx,
  runId: string,
  place: RowPlace,
  circumstances: Circumstances,
): Promise<Revealed> {
  const { actor } = circumstances
  requirePermission(actor, 'import.run')
  const list = await loadKept(tx, runId, circumstances)
  requireInScope(actor, placeOfList(list.run), 'import.run')
  const row = await getKept(tx, list, place, circumstances)
  const { mapping } = list.sheets[row.sheetNumber]!
  const now = mendRow(row.source, mapping!, row.mended)
  return {
    cells: identifying(cellsByColumn(now.row.cells, now.mapping)),
    original: identifying(cellsByColumn(row.source.cells, mapping!)),
  }
}

/** Puts other values in place of cells of a row, and judges it and the rows of the same person again. */
export async function mendRunRow(
  { tx, copyInto }: { tx: WriteTx; copyInto: CopyInto },
  { runId, place, version }: { runId: string; place: RowPlace; version: number },
  values: MendedValues,
  circumstances: Circumstances,
): Promise<{ run: ImportRun; row: WholeRunRow; others: RunRow[] }> {
  const { actor } = circumstances
  await lockKeptRun(tx, runId, actor)
  const list = await loadKept(tx, runId, circumstances)
  const { run } = list
  const row = await getKept(tx, list, place, circumstances)
  if (row.version !== version)
    throw new Problem('import.row-mended-meanwhile', { row: place.row, version: row.version })
  const mended = differing(row, await asTexts(tx, list, row, values), list.sheets)
  const group = await listTogether(tx, list, { row, mended }, circumstances)

  const mendings = new Map(group.map((each) => [placeKey(each), each.mended]))
  const judged = await judgeAgain({ tx, copyInto, province: run.province, period: run.period }, group, {
    ...list,
    context: { ...list.context, mendings },
  })
  const after = group.map((each) => ({ ...each, ...judged.get(placeKey(each))! }))
  const changed = group.flatMap((each, index) => {
    const now = after[index]!
    return placeKey(each) === placeKey(row) || differs(each, now)
      ? [{ ...now, version: each.version + 1 }]
      : []
  })
  await rowQueries.setKeptRows(tx, run, changed)
  await movePerson(tx, list, { row, mended })
  await insertMending(tx, run, { ...place, version: version + 1, mended, by: actor.id })
  await setOutcome(tx, run, recount(run.outcome!, asCounted(group, row, list), after))

  const [now] = await rowQueries.listKept(tx, run, [place])
  return {
    run: await getRun(tx, runId, actor.scope),
    row: await wholeRow(tx, list, now!),
    others: changed
      .filter((each) => placeKey(each) !== placeKey(row))
      .map((each) => tellRow(each, list.sheets)),
  }
}

/** Rows as they were counted, the mended one as it stood before. */
function asCounted(group: readonly KeptRow[], before: KeptRow, { sheets, context }: List) {
  const stood = group.map((each) => (placeKey(each) === placeKey(before) ? before : each))
  const mendings = new Map(stood.map((each) => [placeKey(each), each.mended]))
  return stood.map((each) => {
    const { agency } = standingOf(each, { sheets, context: { ...context, mendings } })
    return { ...each, agency }
  })
}

async function loadKept(
  db: ReadDb,
  runId: string,
  { actor, now }: { actor: Actor; now: number },
): Promise<List> {
  const run = await getRun(db, runId, actor.scope)
  if (run.keptUntil === null) throw new Problem('import.run-not-kept', { runId })
  const context = await loadListContext(db, run, { actor, now })
  return { run, context, sheets: await getSheets(db, run.province, runId) }
}

/** A row as it is kept; one that there was nothing to say about is read from the file. */
async function getKept(
  db: ReadDb,
  list: List,
  place: RowPlace,
  circumstances: Circumstances,
): Promise<KeptRow> {
  const [row] = await getTogether(db, list, [place], circumstances)
  if (!row) {
    const id = `${list.run.runId}/${place.sheetNumber}/${place.row}`
    throw new Problem('not-found', { kind: 'import-row', id })
  }
  return row
}

async function getTogether(
  db: ReadDb,
  { run, sheets, context }: List,
  places: readonly RowPlace[],
  { files }: Circumstances,
): Promise<KeptRow[]> {
  const kept = await rowQueries.listKept(db, run, places)
  const known = new Set(kept.map(placeKey))
  const missing = places.filter((place) => !known.has(placeKey(place)))
  const file = { path: files.pathOf(run.sha256), name: run.file }
  const found = await readRowsOfFile(file, { sheets, rules: context.rules }, await asPlain(db, run, missing))
  const notes = { verdict: 'accepted' as const, reasons: [], corrections: [], warnings: [], jobId: null }
  const plain = missing.flatMap((place) => {
    const source = found.get(placeKey(place))
    const alone = source && readAlone({ ...place, source }, { sheets, context })
    if (!alone) return []
    const county = alone.read?.county ?? null
    return [{ ...place, ...notes, county, source, mended: {}, version: 0 }]
  })
  return [...kept, ...plain].toSorted(inOrderOfFile)
}

/** Rows that are not kept stand as they are, unless there were more to be kept than are. */
async function asPlain(
  db: ReadDb,
  run: ImportRun,
  places: readonly RowPlace[],
): Promise<readonly RowPlace[]> {
  if (places.length === 0) return places
  const { count } = await rowQueries.listRunPage(db, run, { offset: 0, limit: 1 })
  return count >= MOST_SHOWN ? [] : places
}

/** A row with all others of those it names and named before. */
async function listTogether(
  db: ReadDb,
  list: List,
  { row, mended }: { row: KeptRow; mended: MendedCells },
  circumstances: Circumstances,
): Promise<KeptRow[]> {
  const people = [row.mended, mended].flatMap((cells) => personOf(row, cells, list.sheets) ?? [])
  const places = await rowQueries.listPlacesOf(db, list.run, people)
  const others = places.filter((place) => placeKey(place) !== placeKey(row))
  const together = await getTogether(db, list, others, circumstances)
  return [...together, { ...row, mended }].toSorted(inOrderOfFile)
}

async function movePerson(
  tx: WriteTx,
  { run, sheets }: List,
  { row, mended }: { row: KeptRow; mended: MendedCells },
): Promise<void> {
  const nationalId = personOf(row, mended, sheets)
  await rowQueries.deletePerson(tx, run, row)
  if (nationalId === undefined) return
  await rowQueries.setPeople(tx, run, [{ sheetNumber: row.sheetNumber, row: row.row, nationalId }])
}

function personOf(row: SourceRow, cells: MendedCells, sheets: readonly SheetReading[]): string | undefined {
  const now = mendRow(row.source, sheets[row.sheetNumber]!.mapping!, cells)
  return personOfRow(now.row.cells, now.mapping)
}

/** Values of which those that stood at a version of the row are put in. */
async function asTexts(db: ReadDb, { run }: List, row: KeptRow, values: MendedValues): Promise<MendedCells> {
  const acts = await listMendings(db, run, row)
  return Object.fromEntries(
    COLUMNS.flatMap((column) => {
      const value = values[column]
      if (value === undefined || typeof value === 'string')
        return value === undefined ? [] : [[column, value]]
      const text = acts.findLast(({ version }) => version <= value.asOf)?.mended[column]
      return text === undefined ? [] : [[column, text]]
    }),
  )
}

/** Those of the values that do not say what the file says. */
function differing(row: KeptRow, values: MendedCells, sheets: readonly SheetReading[]): MendedCells {
  const { columns } = sheets[row.sheetNumber]!.mapping!
  return Object.fromEntries(
    COLUMNS.flatMap((column) => {
      const text = values[column] === undefined ? undefined : storableText(values[column].trim())
      const index = columns[column]
      const inFile = index === undefined ? '' : String(row.source.cells[index] ?? '')
      return text === undefined || text === inFile ? [] : [[column, text]]
    }),
  )
}

function differs(before: KeptRow, after: Judgement): boolean {
  const told = ({ verdict, reasons, jobId }: KeptRow | Judgement) => JSON.stringify([verdict, reasons, jobId])
  return told(before) !== told(after)
}

async function wholeRow(db: ReadDb, list: List, row: KeptRow): Promise<WholeRunRow> {
  const { sheets, run } = list
  const { mapping } = sheets[row.sheetNumber]!
  const mendings = new Map([[placeKey(row), row.mended]])
  const context = { ...list.context, mendings }
  const history = await listMendings(db, run, row)
  return {
    ...tellRow(row, sheets),
    original: masked(cellsByColumn(row.source.cells, mapping!)),
    read: readAlone(row, { sheets, context })?.read ?? null,
    mendings: history
      .map(({ version, mended, by, at }) => ({ version, values: maskedCells(mended), by, at }))
      .toReversed(),
  }
}

/** A kept row as it is told: what identifies a person is masked. */
export function tellRow(row: KeptRow, sheets: readonly SheetReading[]): RunRow {
  const { source, mended, ...rest } = row
  const { name, mapping } = sheets[row.sheetNumber]!
  const now = mendRow(source, mapping!, mended)
  const { sheetNumber, verdict, reasons, corrections, warnings, jobId, county, version } = rest
  const notes = { verdict, reasons, corrections, warnings, jobId, county, version }
  return {
    sheet: name,
    sheetNumber,
    row: row.row,
    ...notes,
    cells: masked(cellsByColumn(now.row.cells, now.mapping)),
    mended: COLUMNS.filter((column) => mended[column] !== undefined),
  }
}

function inOrderOfFile(one: RowPlace, other: RowPlace): number {
  return one.sheetNumber - other.sheetNumber || one.row - other.row
}
