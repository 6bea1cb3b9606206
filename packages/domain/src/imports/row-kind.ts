import { cleanText } from '../persian/text.ts'
import { isBlankCell, type Cell } from './cell.ts'
import { headerKey, recogniseHeader, type Column } from './columns.ts'
import type { ColumnMapping } from './header.ts'
import { readListDate } from './list-date.ts'

/** A row of a list that is nobody's: empty, a sum, the header once more at a page break, or a signature or remark. */
export type IdleRow = 'blank' | 'total' | 'repeated-header' | 'remark'

const TOTALS: ReadonlySet<string> = new Set(
  [
    'جمع',
    'جمع کل',
    'مجموع',
    'مجموع کل',
    'کل',
    'کل نفرات',
    'تعداد',
    'تعداد کل',
    'تعداد نفر',
    'تعداد نفرات',
    'تعداد کل نفر',
    'تعداد کل نفرات',
    'جمع کل به عدد نفر',
    'جمع نفر',
    'جمع نفرات',
    'جمع کل نفر',
    'جمع کل نفرات',
    'جمع صفحه',
    'جمع این صفحه',
    'جمع شهرستان',
    'جمع کل شهرستان',
    'جمع استان',
    'جمع کل استان',
    'total',
    'grand total',
    'subtotal',
    'sum',
  ].map(headerKey),
)
const SUM_BEGINS = /^(?:جمع|مجموع|میانگین|کل|تعداد|total|sum)(?=[\s:]|$)/iu
const REMARKS: readonly string[] = [
  'تهیه کننده',
  'تهیه و تنظیم',
  'تنظیم کننده',
  'تایید کننده',
  'امضا',
  'مهر و امضا',
  'توضیح',
  'تذکر',
  'نکته',
  'یادآوری',
  'مدیر کل',
  'رئیس',
  'مسئول',
].map(headerKey)
const WORDS_ONLY = /^[^\d]{4,}$/u
const HINT = /^[^\p{N}]*(?:[\p{N}]{1,2}\s*رقم|روز|ماه|سال|dd|yy|مثال|اجباری|اختیاری)/iu
const NAMES: readonly Column[] = ['firstName', 'lastName', 'fullName']
const MOST_REMARKS_IN_A_ROW = 3
const FEWEST_WORDS_OF_A_REMARK = 4

/** What a row without a readable national ID is, when it is nobody's record; undefined when it is somebody's, with a fault. */
export function kindOfIdleRow(cells: readonly Cell[], mapping: ColumnMapping): IdleRow | undefined {
  const { nationalId, startDate, rowNumber } = mapping.columns
  const filled = cells.flatMap((cell, index) =>
    isBlankCell(cell) ? [] : [{ cell, index, key: keyOf(cell) }],
  )
  if (!holdsDate(cells[startDate ?? -1]) && isSum(filled, mapping)) return 'total'

  const mapped = new Set(Object.values(mapping.columns))
  if (!filled.some(({ index }) => index !== rowNumber && mapped.has(index))) return 'blank'
  if (repeatsHeader(filled, mapping) || countsColumns(filled)) return 'repeated-header'

  if (explainsColumns(filled, mapping)) return 'repeated-header'
  const idDigits = /\d/u.test(keyOf(cells[nationalId ?? -1] ?? null))
  if (idDigits || holdsDate(cells[startDate ?? -1])) return undefined
  const isRemark =
    (filled.length <= MOST_REMARKS_IN_A_ROW &&
      filled.some(({ key }) => REMARKS.some((word) => key.startsWith(word)))) ||
    WORDS_ONLY.test(keyOf(cells[rowNumber ?? -1] ?? null))
  return isRemark || isLoneSentence(filled, mapping) ? 'remark' : undefined
}

type Filled = readonly { cell: Cell; index: number; key: string }[]

function keyOf(cell: Cell): string {
  return cell === null ? '' : headerKey(String(cell).slice(0, 120))
}

function holdsDate(cell: Cell | undefined): boolean {
  return 'date' in readListDate(cell)
}

/** A word of sums alone in its cell, a sentence that begins with one beside no name, or an amount with nothing beside it. */
function isSum(filled: Filled, { columns }: ColumnMapping): boolean {
  if (filled.some(({ key }) => TOTALS.has(key.replace(/\d+/gu, '')))) return true
  if (filled.some(({ index, key }) => isName(index, columns) && /\p{L}/u.test(key))) return false
  const [only] = filled
  if (filled.length === 1 && only !== undefined && only.index === columns.amount)
    return /^\d+$/u.test(only.key)
  return filled.some(({ cell }) => typeof cell === 'string' && SUM_BEGINS.test(cleanText(cell).text))
}

function isName(index: number, columns: ColumnMapping['columns']): boolean {
  return NAMES.some((column) => columns[column] === index)
}

function repeatsHeader(filled: Filled, mapping: ColumnMapping): boolean {
  const repeats = filled.filter(({ cell, index, key }) => {
    if (key === headerKey(mapping.headers[index] ?? '')) return true
    return typeof cell === 'string' && recogniseHeader(cell) !== undefined
  })
  return repeats.length >= 2 && repeats.length * 3 >= filled.length * 2
}

function countsColumns(filled: Filled): boolean {
  return filled.length >= 3 && filled.every(({ key }, at) => key === String(at + 1))
}

/** A row that says how to fill the columns («۱۰ رقمی»، «روز/ماه/سال») where a number and a date would stand. */
function explainsColumns(filled: Filled, { columns }: ColumnMapping): boolean {
  const told = filled.filter(({ index }) => index === columns.nationalId || index === columns.startDate)
  const isNobodys = !filled.some(({ index }) => index === columns.rowNumber || isName(index, columns))
  return isNobodys && told.length > 0 && told.every(({ cell }) => HINT.test(String(cell)))
}

function isLoneSentence(filled: Filled, mapping: ColumnMapping): boolean {
  const [only] = filled
  if (only === undefined || filled.length !== 1 || typeof only.cell !== 'string') return false
  if (isName(only.index, mapping.columns)) return false
  return only.cell.trim().split(/\s+/u).length >= FEWEST_WORDS_OF_A_REMARK
}
