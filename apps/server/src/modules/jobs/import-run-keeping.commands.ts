import { setImmediate } from 'node:timers/promises'
import type { ImportContext } from '@rasad/domain/imports/job-row'
import { mendRow } from '@rasad/domain/imports/mended-row'
import { underHeading } from '@rasad/domain/imports/row-heading'
import { countyOfRow, personOfRow } from '@rasad/domain/imports/row-place'
import { openWorkbook, type Cell, type Sheet, type SheetRow } from '../../platform/workbook/workbook.ts'
import type { KeptRow, MendedRow, NamedPerson, RowPlace } from './import-run-rows.queries.ts'
import type { JudgedList } from './imports.commands.ts'
import type { SheetReading } from './import-runs.queries.ts'
import { storableText } from './import-rows.commands.ts'
import { followSheet, placeKey, rowKey, withSheetName, type ListContext } from './job-list.commands.ts'

/** A file of the store, and what its sender called it. */
export type KeptFile = { path: string; name: string }

type Notes = Pick<KeptRow, 'verdict' | 'reasons' | 'corrections' | 'warnings' | 'jobId'>
const NOTHING_SAID: Notes = { verdict: 'accepted', reasons: [], corrections: [], warnings: [], jobId: null }
const NOT_MENDED = { mended: {}, version: 0 }

/**
 * What is kept of a dry run: the rows there is something to say about, as they stand in the file, and whom each row names.
 * Rows that were mended in a run before it stay mended.
 */
export async function readKept(
  file: KeptFile,
  { reading, noted }: JudgedList,
  { rules }: ListContext,
  before: readonly MendedRow[],
): Promise<{ rows: KeptRow[]; people: NamedPerson[] }> {
  const verdicts = new Map(noted.map((row) => [rowKey(row), row]))
  const mendedBefore = new Map(before.map((row) => [placeKey(row), row]))
  const rows: KeptRow[] = []
  const people: NamedPerson[] = []
  await eachRow(file, { sheets: reading.sheets, rules }, ({ sheetNumber, state, row }) => {
    const place = { sheetNumber, row: row.number }
    const key = placeKey(place)
    const standing = mendedBefore.get(key)
    const { row: now, mapping } = mendRow(row, state.mapping!, standing?.mended)
    const nationalId = personOfRow(now.cells, mapping)
    if (nationalId !== undefined) people.push({ ...place, nationalId })
    const found = verdicts.get(key)
    if (!found && !standing) return true
    const { verdict, reasons, corrections, warnings, jobId } = found ?? NOTHING_SAID
    const county =
      countyOfRow(now.cells, mapping, underHeading(withSheetName(rules, state.name), now.heading)) ?? null
    const notes = { verdict, reasons, corrections, warnings, jobId, county }
    const { mended, version } = standing ?? NOT_MENDED
    rows.push({ ...place, ...notes, source: storable(row), mended, version })
    return true
  })
  return { rows, people }
}

/** Rows of the file by `rowKey`, as they stand there; one that the file does not have is not among them. */
export async function readRowsOfFile(
  file: KeptFile,
  { sheets, rules }: { sheets: readonly SheetReading[]; rules: ImportContext },
  places: readonly RowPlace[],
): Promise<Map<string, SheetRow>> {
  const wanted = new Set(places.map(placeKey))
  const found = new Map<string, SheetRow>()
  if (wanted.size === 0) return found
  await eachRow(file, { sheets, rules }, ({ sheetNumber, row }) => {
    const key = placeKey({ sheetNumber, row: row.number })
    if (wanted.has(key)) found.set(key, storable(row))
    return found.size < wanted.size
  })
  return found
}

type Visit = { sheetNumber: number; state: SheetReading; row: SheetRow }

/** Visits the rows below the headers in the order of the file, until a visit wants no more. */
async function eachRow(
  { path, name }: KeptFile,
  { sheets, rules }: { sheets: readonly SheetReading[]; rules: ImportContext },
  visit: (visit: Visit) => boolean,
): Promise<void> {
  const workbook = await openWorkbook(path, { name })
  try {
    for (const [sheetNumber, state] of sheets.entries()) {
      const sheet = workbook.sheets[sheetNumber]
      if (state.mapping === null || sheet === undefined) continue
      if (!(await visitSheet(sheet, { sheetNumber, state, rules }, visit))) return
    }
  } finally {
    await workbook.close()
  }
}

async function visitSheet(
  sheet: Sheet,
  { rules, ...at }: Omit<Visit, 'row'> & { rules: ImportContext },
  visit: (visit: Visit) => boolean,
): Promise<boolean> {
  const follow = followSheet(at.state, withSheetName(rules, at.state.name))
  for await (const batch of sheet.rows()) {
    for (const row of batch) {
      for (const read of follow(row)) if (!visit({ ...at, row: read })) return false
    }
    // Others of this thread get their turn.
    await setImmediate()
  }
  return true
}

/** A row as the database can keep it. */
function storable(row: SheetRow): SheetRow {
  const text = (cell: Cell): Cell => (typeof cell === 'string' ? storableText(cell) : cell)
  return { ...row, cells: row.cells.map(text) }
}
