import { createCsvTokenizer, findDelimiter } from './csv-tokens.ts'
import { findTextEncoding, readText } from './text-encoding.ts'
import { createRowMeter, type SheetRow, type Workbook, type WorkbookLimits } from './workbook-shape.ts'
import { stat } from 'node:fs/promises'

const SAMPLE_CHARACTERS = 64 * 1024

/** Opens a text table as a workbook of one sheet; every value is text, whatever it looks like. */
export async function openCsv(path: string, limits: WorkbookLimits): Promise<Workbook> {
  const { size } = await stat(path)
  const encoding = await findTextEncoding(path)
  const meter = createRowMeter(limits.maxRows)
  let furthest = 0

  const onBytes = (bytes: number): void => {
    furthest = Math.max(furthest, bytes)
  }

  async function* rows(): AsyncIterable<SheetRow[]> {
    let tokens: ReturnType<typeof createCsvTokenizer> | undefined
    let seen = 0
    const count = (batch: SheetRow[]): SheetRow[] => {
      seen += batch.length
      meter(0, seen)
      return batch
    }
    for await (const text of readText(path, encoding, onBytes)) {
      let rest = text
      if (tokens === undefined) {
        // Excel's own way of saying which delimiter follows.
        const named = /^sep=(.)(?=[\r\n])/i.exec(text)?.[1]
        tokens = createCsvTokenizer(named ?? findDelimiter(text.slice(0, SAMPLE_CHARACTERS)), limits)
        if (named !== undefined) rest = text.slice(5)
      }
      tokens.feed(rest)
      const batch = count(tokens.take())
      if (batch.length > 0) yield batch
    }
    tokens?.end()
    const last = count(tokens?.take() ?? [])
    if (last.length > 0) yield last
  }

  return {
    format: 'csv',
    sheets: [{ name: 'csv', hidden: false, rows }],
    progress: () => (size === 0 ? 1 : Math.min(1, furthest / size)),
    close: async () => undefined,
  }
}
