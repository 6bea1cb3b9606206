import { TextDecoder } from 'node:util'
import { columnOf } from './cell-reference.ts'
import { inOrderOfRows, type MergedRange } from './merged-cells.ts'
import { damaged } from './workbook-refusal.ts'
import type { WorkbookLimits } from './workbook-shape.ts'
import { type Archive, utf16Name } from './zip-archive.ts'

const BEGIN = 'mergeCell'
const LONGEST_TAG = 1000
const RANGE = /<(?:\w+:)?mergeCell\b[^>]*?\sref\s*=\s*["']\$?([A-Za-z]+)\$?(\d+):\$?[A-Za-z]+\$?(\d+)["']/g

/**
 * The merged ranges of a worksheet that reach over several rows. They stand behind the rows of the part, so it is gone
 * through once for them alone: its bytes are not made text before the first of their tags is met.
 */
export async function readMergedRanges(
  archive: Archive,
  part: string,
  limits: WorkbookLimits,
): Promise<MergedRange[]> {
  const ranges: MergedRange[] = []
  let rest = ''
  for await (const chunk of textFrom(archive.read(part, 'survey'))) {
    const text = rest + chunk
    const cut = text.lastIndexOf('<')
    rest = cut < 0 || text.length - cut > LONGEST_TAG ? '' : text.slice(cut)
    for (const [, letters = '', first = '', last = ''] of text.slice(0, Math.max(cut, 0)).matchAll(RANGE))
      ranges.push({ column: columnOf(letters) ?? 0, first: Number(first), last: Number(last) })
    if (ranges.length > limits.maxRows) throw damaged(part, 'merged-ranges')
  }
  return inOrderOfRows(ranges.filter(({ column, first, last }) => first < last && column < limits.maxColumns))
}

/** The text of a part from the chunk on that holds the first tag, which is the one around all others. */
async function* textFrom(part: AsyncIterable<Buffer>): AsyncIterable<string> {
  let decoder: TextDecoder | undefined
  let isFirst = true
  for await (const bytes of part) {
    const encoding = isFirst ? utf16Name(bytes) : undefined
    isFirst = false
    if (encoding !== undefined || bytes.includes(BEGIN)) decoder ??= new TextDecoder(encoding ?? 'utf-8')
    if (decoder !== undefined) yield decoder.decode(bytes, { stream: true })
  }
}
