import { followRanges, type MergedRange } from './merged-cells.ts'
import { readSharedStrings } from './shared-strings.ts'
import {
  createRowMeter,
  type Sheet,
  type SheetRow,
  type Workbook,
  type WorkbookLimits,
} from './workbook-shape.ts'
import { readDateStyles, readXlsxParts, type XlsxParts } from './xlsx-parts.ts'
import { readMergedRanges } from './xlsx-merges.ts'
import { createSheetScanner } from './xlsx-sheet.ts'
import { type Archive, readParts } from './zip-archive.ts'

/** What all sheets of an .xlsx share, read once when the first row is asked for. */
export type XlsxContext = () => Promise<{ sharedStrings: string[]; dates1904: boolean[] }>

/** The shared texts and date styles of a workbook. */
export function createXlsxContext(archive: Archive, parts: XlsxParts, limits: WorkbookLimits): XlsxContext {
  const load = async (): Promise<{ sharedStrings: string[]; dates1904: boolean[] }> => ({
    sharedStrings:
      parts.sharedStrings === undefined ? [] : await readSharedStrings(archive, parts.sharedStrings, limits),
    dates1904:
      parts.date1904 && parts.styles !== undefined ? await readDateStyles(archive, parts.styles) : [],
  })
  let loaded: ReturnType<typeof load> | undefined
  return () => (loaded ??= load())
}

/** The rows of one worksheet, a batch per unpacked chunk. */
export async function* readSheetRows(
  archive: Archive,
  part: string,
  circumstances: { context: XlsxContext; limits: WorkbookLimits; onMerge?: (range: string) => void },
): AsyncIterable<SheetRow[]> {
  const { limits, onMerge } = circumstances
  const shared = await circumstances.context()
  const scanner = createSheetScanner({ part, limits, ...shared, ...(onMerge && { onMerge }) })
  for await (const chunk of readParts(archive, part)) {
    scanner.feed(chunk)
    const rows = scanner.take()
    if (rows.length > 0) yield rows
  }
  scanner.end()
}

/** Opens an .xlsx (or .xlsm) whose zip is open already; memory holds its shared texts and one chunk. */
export async function openXlsx(archive: Archive, limits: WorkbookLimits): Promise<Workbook> {
  const parts = await readXlsxParts(archive)
  const context = createXlsxContext(archive, parts, limits)
  const meter = createRowMeter(limits.maxRows)

  const merged = new Map<string, Promise<MergedRange[]>>()
  const rangesOf = async (part: string): Promise<MergedRange[]> => {
    const known = merged.get(part) ?? readMergedRanges(archive, part, limits)
    merged.set(part, known)
    return known
  }

  async function* rows(index: number, part: string): AsyncIterable<SheetRow[]> {
    const follow = followRanges(await rangesOf(part))
    let seen = 0
    for await (const batch of readSheetRows(archive, part, { context, limits })) {
      seen += batch.length
      meter(index, seen)
      yield batch.map(follow)
    }
  }

  const wanted = [
    ...parts.sheets.map((sheet) => sheet.part),
    ...(parts.sharedStrings === undefined ? [] : [parts.sharedStrings]),
  ]
  const total = wanted.reduce(
    (sum, part) => sum + (archive.entries.get(part.toLowerCase())?.packedBytes ?? 0),
    0,
  )
  return {
    format: 'xlsx',
    sheets: parts.sheets.map(({ name, hidden, part }, index): Sheet => ({
      name,
      hidden,
      rows: () => rows(index, part),
    })),
    progress: () => (total === 0 ? 1 : Math.min(1, archive.packedBytesRead() / total)),
    close: async () => archive.close(),
  }
}
