import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type FileKind, findFileKind } from './file-kind.ts'
import { EMPTY_STYLES, openMarkStyles, type MarkStyles } from './mark-styles.ts'
import { createSheetMarker, type RowMark, type SheetMarks } from './sheet-marker.ts'
import { convertInWorker } from './sheetjs-reader.ts'
import { openWorkbook } from './workbook.ts'
import { DEFAULT_LIMITS, type Sheet, type WorkbookLimits } from './workbook-shape.ts'
import { damaged, WorkbookRefusal } from './workbook-refusal.ts'
import { type DocumentRow, writeXlsxDocument } from './xlsx-document.ts'
import {
  editContentTypes,
  editTable,
  editWorkbook,
  editWorkbookRelations,
  partsLeftOut,
} from './xlsx-package.ts'
import { columnOf } from './cell-reference.ts'
import { readXlsxParts, relationsPartOf, type SheetPart, type XlsxParts } from './xlsx-parts.ts'
import { createXlsxContext, readSheetRows, type XlsxContext } from './xlsx-reader.ts'
import { type Archive, measureArchive, openArchive, readPart, readParts } from './zip-archive.ts'
import { writeZip } from './zip-writer.ts'

export type { RowMark } from './sheet-marker.ts'

/** What is marked: the sender's file, by sheet the header's row and the marked rows, and where the result goes. */
export type MarkedWorkbook = {
  path: string
  sheets: ReadonlyMap<string, { headerRow: number; marks: ReadonlyMap<number, RowMark> }>
  reasonHeader: string
  out: string
  limits?: Partial<WorkbookLimits>
}

const EXCEL_COLUMNS = 16_384

/** Where the reasons go: the column of an earlier round, or else the first one right of all that is filled. */
async function findReasonColumn(
  archive: Archive,
  sheet: SheetPart,
  circumstances: { context: XlsxContext; limits: WorkbookLimits; headerRow: number; reasonHeader: string },
): Promise<number> {
  const { context, headerRow, reasonHeader } = circumstances
  const limits = { ...circumstances.limits, maxColumns: EXCEL_COLUMNS }
  let used = 0
  let earlier: number | undefined
  const onMerge = (range: string): void => {
    const [first, last = first] = range.split(':')
    if (Number(/\d+$/.exec(last ?? '')?.[0] ?? 0) >= headerRow)
      used = Math.max(used, (columnOf(last ?? '') ?? 0) + 1)
  }
  for await (const rows of readSheetRows(archive, sheet.part, { context, limits, onMerge })) {
    for (const { number, cells } of rows) {
      used = Math.max(used, cells.length)
      if (number === headerRow && cells.includes(reasonHeader)) earlier = cells.indexOf(reasonHeader)
    }
  }
  const column = earlier ?? used
  if (column >= EXCEL_COLUMNS) throw damaged(sheet.part, 'no-free-column')
  return column
}

async function* markedSheet(
  archive: Archive,
  part: string,
  marks: SheetMarks | undefined,
  styles: MarkStyles,
): AsyncIterable<string> {
  const marker = createSheetMarker(part, marks, styles)
  for await (const chunk of readParts(archive, part)) {
    marker.feed(chunk)
    yield marker.take()
  }
  marker.end()
}

async function markXlsx(
  archive: Archive,
  { sheets, reasonHeader, out }: MarkedWorkbook,
  limits: WorkbookLimits,
): Promise<void> {
  const parts: XlsxParts = await readXlsxParts(archive)
  const context = createXlsxContext(archive, parts, limits)
  const leftOut = partsLeftOut(parts)
  const newStyles = parts.styles === undefined ? 'xl/markStyles.xml' : undefined
  const stylesPart = parts.styles ?? 'xl/markStyles.xml'
  const styles = openMarkStyles(
    stylesPart,
    parts.styles === undefined ? EMPTY_STYLES : await readPart(archive, parts.styles),
  )

  const marksOf = new Map<string, SheetMarks | undefined>()
  for (const sheet of parts.sheets) {
    const wanted = sheets.get(sheet.name)
    const marks =
      wanted === undefined
        ? undefined
        : {
            ...wanted,
            reasonHeader,
            reasonColumn: await findReasonColumn(archive, sheet, {
              context,
              limits,
              headerRow: wanted.headerRow,
              reasonHeader,
            }),
          }
    marksOf.set(sheet.part.toLowerCase(), marks)
  }

  const edits: Record<string, (text: string) => string> = {
    '[content_types].xml': (text) =>
      editContentTypes(text, { parts, leftOut, ...(newStyles !== undefined && { styles: newStyles }) }),
    [relationsPartOf(parts.workbook).toLowerCase()]: (text) => editWorkbookRelations(text, parts, newStyles),
    [parts.workbook.toLowerCase()]: (text) => editWorkbook(text, parts.workbook),
  }
  await writeZip(out, async (zip) => {
    for (const [key, entry] of archive.entries) {
      if (leftOut.has(key) || key === stylesPart.toLowerCase()) continue
      const edit =
        edits[key] ??
        (/^xl\/tables\/[^/]+\.xml$/.test(key) ? (text: string) => editTable(text, key) : undefined)
      if (marksOf.has(key))
        await zip.write(entry.name, markedSheet(archive, entry.name, marksOf.get(key), styles))
      else if (edit !== undefined) await zip.write(entry.name, [edit(await readPart(archive, entry.name))])
      else await zip.copy(archive, entry)
    }
    await zip.write(stylesPart, [styles.finish()])
  })
}

async function* plainRows(sheet: Sheet): AsyncIterable<DocumentRow> {
  for await (const rows of sheet.rows()) {
    for (const { number, hidden, cells } of rows)
      yield { number, hidden, cells: cells.map((value) => ({ value, look: 'plain' })) }
  }
}

/** Writes the values of any readable file as a new .xlsx, each at the row where the sender sees it. */
async function writeValues(path: string, out: string, limits: WorkbookLimits): Promise<void> {
  const workbook = await openWorkbook(path, { limits })
  try {
    const sheets = workbook.sheets.map((sheet) => ({
      name: sheet.name,
      rightToLeft: true,
      hidden: sheet.hidden,
      widths: [],
      frozenRows: 0,
      rows: plainRows(sheet),
    }))
    await writeXlsxDocument(out, sheets)
  } finally {
    await workbook.close()
  }
}

/** Makes a regular .xlsx of any file: with its number formats where SheetJS can read them, else the values alone. */
async function convert(
  path: string,
  kind: FileKind['kind'],
  out: string,
  limits: WorkbookLimits,
): Promise<void> {
  if (kind !== 'csv') {
    try {
      return await convertInWorker({ path, kind, limits }, out)
    } catch (error) {
      if (!(error instanceof WorkbookRefusal) || error.code === 'workbook.encrypted') throw error
    }
  }
  await writeValues(path, out, limits)
}

async function markCopy(
  input: MarkedWorkbook,
  kind: FileKind['kind'],
  limits: WorkbookLimits,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'marked-workbook-'))
  try {
    const copy = join(folder, 'copy.xlsx')
    await convert(input.path, kind, copy, limits)
    const archive = await openArchive(copy, limits)
    try {
      await markXlsx(archive, input, limits)
    } finally {
      archive.close()
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Marks the sender's own parts; false for a file that is readable but not regular enough for that. */
async function markInPlace(
  archive: Archive,
  input: MarkedWorkbook,
  limits: WorkbookLimits,
): Promise<boolean> {
  try {
    await markXlsx(archive, input, limits)
    return true
  } catch (error) {
    if (error instanceof WorkbookRefusal && error.code === 'workbook.damaged') return false
    throw error
  }
}

/**
 * Writes the sender's own file as .xlsx with a reason for each marked row and its cells coloured, ready to be
 * corrected and sent again. No formula, macro or link to another file is in it: formulas are their values.
 */
export async function writeMarkedWorkbook(input: MarkedWorkbook): Promise<void> {
  const limits = { ...DEFAULT_LIMITS, ...input.limits }
  const found = await findFileKind(input.path, input.path, limits)
  if (!('archive' in found)) return markCopy(input, found.kind, limits)
  try {
    if (found.kind === 'xlsx' && (await markInPlace(found.archive, input, limits))) return
    await measureArchive(found.archive)
    await markCopy(input, found.kind, limits)
  } finally {
    found.archive.close()
  }
}
