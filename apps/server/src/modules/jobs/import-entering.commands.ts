import type { Actor } from '@rasad/domain/access/scope'
import { copyValue, copyWords, type CopyInto } from '../../platform/bulk.ts'
import type { WriteTx } from '../../platform/db.ts'
import { Problem } from '../../platform/problem.ts'
import type { Workbook } from '../../platform/workbook/workbook.ts'
import { insertEntry } from '../ledger/ledger.queries.ts'
import { countHeldCounties, countStagedCounties, type CountyCount } from './import-counties.queries.ts'
import * as staging from './import-staging.queries.ts'
import { nextImportId } from './imports.queries.ts'
import { readJobList, type ListContext, type ListReading, type RefusedRow } from './job-list.commands.ts'

// About ten thousand rows: enough for set statements to pay, little enough that reading and entering soon overlap.
const PORTION_CHARACTERS = 2_500_000
const CONTESTED_ROWS = 10_000

/** A list that has been read and, but for its record, has entered. */
export type EnteredList = {
  reading: ListReading
  importId: number
  /** Null when nothing entered and nobody is claimed. */
  entryId: number | null
  counts: staging.VerdictCount[]
  counties: CountyCount[]
}

/** The act that a list enters by. */
export type EnteringAct = staging.Entering & {
  tx: WriteTx
  copyInto: CopyInto
  actor: Actor
  /** Called when a part of the file has been read. */
  onRead: (reading: ListReading) => void
  /** Called four times, while what was read last is entering. */
  onEntered: () => void
}

/** Reads a list and enters what may be entered, a portion at a time: while one enters the next is read. */
export async function enterList(
  act: EnteringAct,
  workbook: Workbook,
  context: ListContext,
): Promise<EnteredList> {
  const { tx, province } = act
  const reading: ListReading = { sheets: [], refused: [], contested: [], first: [], rowsRead: 0 }
  await staging.createStaging(tx)
  await staging.lockRegistration(tx, province)
  const importId = await nextImportId(tx, province)
  const list: EnteredList = { reading, importId, entryId: null, counts: [], counties: [] }
  let portion: string[] = []
  let characters = 0
  let entering: Promise<unknown> = Promise.resolve()
  try {
    for await (const lines of readJobList(workbook, context, reading)) {
      if (lines !== '') portion.push(lines)
      characters += lines.length
      act.onRead(reading)
      if (characters < PORTION_CHARACTERS) continue
      await entering
      // Sent whole before reading goes on: the two would take each other's turns in this thread.
      await stagePortion(act, portion)
      entering = settledLater(enterPortion(act, list))
      portion = []
      characters = 0
    }
    await entering
  } finally {
    await Promise.allSettled([entering])
  }
  refuseOther(reading)
  await stagePortion(act, portion)
  await enterPortion(act, list, act.onEntered)
  await enterContested(act, list)
  await noteRefused(act, list)
  return list
}

/** A failure is told where it is awaited; until then it is nobody's. */
function settledLater<T>(work: Promise<T>): Promise<T> {
  void Promise.allSettled([work])
  return work
}

function refuseOther({ sheets }: ListReading): void {
  if (sheets.some(({ mapping }) => mapping !== null)) return
  throw new Problem('import.not-a-job-list', { sheets: sheets.map(({ name }) => name) })
}

function stagePortion({ copyInto }: EnteringAct, lines: readonly string[]): Promise<void> {
  return copyInto(`staged (${staging.STAGED_NAMES})`, lines)
}

async function enterPortion(
  act: EnteringAct,
  list: EnteredList,
  advance: () => void = () => {},
): Promise<void> {
  const { tx, actor } = act
  const sheets = list.reading.sheets.map(({ name }) => name)
  const counts = await judgeStaged(act)
  list.counts.push(...counts)
  list.counties.push(...(await countStagedCounties(tx)))
  if (counts.length > 0) {
    const entryId = (list.entryId ??= await openEntry(act))
    await staging.enterPeople(tx, act)
    advance()
    await staging.enterJobs(tx, act, { entryId, actor: actor.id })
    advance()
    await staging.enterServices(tx, act, list.importId, sheets)
    advance()
    await staging.postRegistrations(tx, act, entryId)
    advance()
  }
  await staging.clearStaged(tx)
}

/** Holds the staged rows against the register: those whose person is already counted are noted, and counted no more. */
export async function judgeStaged(
  act: Pick<EnteringAct, 'tx'> & staging.Entering,
): Promise<staging.VerdictCount[]> {
  if ((await staging.findKnownPeople(act.tx, act)) > 0) {
    await staging.setHeldAside(act.tx, act)
    await staging.takeKnownNames(act.tx, act)
  }
  return staging.noteStaged(act.tx)
}

/** Whoever is named by a second agency stands in the register by now: the row opens a case, or adds nothing. */
async function enterContested(act: EnteringAct, list: EnteredList): Promise<void> {
  const { contested } = list.reading
  for (let from = 0; from < contested.length; from += CONTESTED_ROWS) {
    await stagePortion(act, contested.slice(from, from + CONTESTED_ROWS))
    await enterPortion(act, list)
  }
}

function openEntry(act: EnteringAct): Promise<number> {
  return insertEntry(act.tx, act, { action: 'import.run', actor: act.actor.id })
}

async function noteRefused(act: EnteringAct, list: EnteredList): Promise<void> {
  await act.copyInto(
    'noted (sheet, row_number, agency_id, verdict, reasons, warnings)',
    list.reading.refused.map(refusedLine),
  )
  list.counts.push(...(await staging.countRefusals(act.tx)))
  list.counties.push(
    ...(await countHeldCounties(act.tx)),
    ...list.reading.refused.map(({ county, verdict }) => ({ county, verdict, n: 1 })),
  )
  if (list.entryId === null && (await staging.countConflicts(act.tx)) > 0) list.entryId = await openEntry(act)
}

function refusedLine({ sheet, row, agency, verdict, reasons, warnings }: RefusedRow): string {
  return `${sheet}\t${row}\t${copyValue(agency)}\t${verdict}\t${copyWords(reasons)}\t${copyWords(warnings)}\n`
}
