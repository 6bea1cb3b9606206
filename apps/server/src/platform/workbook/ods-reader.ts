import { createOdsScanner, type OdsSheet } from './ods-scanner.ts'
import { readText } from './text-encoding.ts'
import { createRowMeter, type SheetRow, type Workbook, type WorkbookLimits } from './workbook-shape.ts'
import { type Archive, readParts } from './zip-archive.ts'
import { damaged } from './workbook-refusal.ts'

const CONTENT = 'content.xml'

async function openContent(
  chunks: () => AsyncIterable<string>,
  limits: WorkbookLimits,
  rest: Pick<Workbook, 'progress' | 'close'>,
): Promise<Workbook> {
  const meter = createRowMeter(limits.maxRows)

  async function* rows(index: number): AsyncIterable<SheetRow[]> {
    let seen = 0
    const scanner = createOdsScanner(limits, index, (added) => {
      seen += added
      meter(index, seen)
    })
    for await (const chunk of chunks()) {
      scanner.feed(chunk)
      const batch = scanner.take()
      if (batch.length > 0) yield batch
      if (scanner.sheets.length > index + 1) return
    }
    scanner.end()
  }

  const survey = createOdsScanner(limits, -1, () => undefined)
  for await (const chunk of chunks()) survey.feed(chunk)
  survey.end()
  const sheets: OdsSheet[] = survey.sheets
  if (sheets.length === 0) throw damaged(CONTENT, 'no-sheets')
  return {
    format: 'ods',
    sheets: sheets.map(({ name, hidden }, index) => ({ name, hidden, rows: () => rows(index) })),
    ...rest,
  }
}

/** Opens an .ods whose zip is open already; one chunk of it is in memory at a time. */
export async function openOds(archive: Archive, limits: WorkbookLimits): Promise<Workbook> {
  const total = archive.entries.get(CONTENT)?.packedBytes ?? 0
  return openContent(() => readParts(archive, CONTENT), limits, {
    progress: () => (total === 0 ? 1 : Math.min(1, archive.packedBytesRead() / total)),
    close: async () => archive.close(),
  })
}

/** Opens a spreadsheet saved as one plain OpenDocument XML file. */
export async function openFlatOds(path: string, limits: WorkbookLimits): Promise<Workbook> {
  return openContent(() => readText(path, 'utf-8'), limits, {
    progress: () => 1,
    close: async () => undefined,
  })
}
