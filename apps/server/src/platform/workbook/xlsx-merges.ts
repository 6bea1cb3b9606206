import { columnOf } from './cell-reference.ts'
import { inOrderOfRows, type MergedRange } from './merged-cells.ts'
import { damaged } from './workbook-refusal.ts'
import type { WorkbookLimits } from './workbook-shape.ts'
import { type Archive, readParts } from './zip-archive.ts'

const BEGIN = 'mergeCell'
const LONGEST_TAG = 1000
const RANGE = /<(?:\w+:)?mergeCell\b[^>]*?\sref\s*=\s*["']\$?([A-Za-z]+)\$?(\d+):\$?[A-Za-z]+\$?(\d+)["']/g

/**
 * The merged ranges of a worksheet that reach over several rows. They stand behind the rows of the part, so it is gone
 * through once for them alone; nothing but the names of its tags is looked at.
 */
export async function readMergedRanges(
  archive: Archive,
  part: string,
  limits: WorkbookLimits,
): Promise<MergedRange[]> {
  const ranges: MergedRange[] = []
  let rest = ''
  for await (const chunk of readParts(archive, part, 'survey')) {
    const text = rest + chunk
    const cut = text.lastIndexOf('<')
    rest = cut < 0 || text.length - cut > LONGEST_TAG ? '' : text.slice(cut)
    if (!text.includes(BEGIN)) continue
    for (const [, letters = '', first = '', last = ''] of text.slice(0, cut).matchAll(RANGE))
      ranges.push({ column: columnOf(letters) ?? 0, first: Number(first), last: Number(last) })
    if (ranges.length > limits.maxRows) throw damaged(part, 'merged-ranges')
  }
  return inOrderOfRows(ranges.filter(({ column, first, last }) => first < last && column < limits.maxColumns))
}
