import { foldText } from '../persian/text.ts'

const folded = (words: readonly string[]): ReadonlySet<string> => new Set(words.map(foldText))

const TOTALS = folded([
  'جمع',
  'جمع کل',
  'کل',
  'مجموع',
  'جمع استان',
  'جمع کل استان',
  'جمع شهرستان',
  'جمع دستگاه',
  'جمع ردیف',
  'مجموع کل',
  'کل استان',
  'total',
  'sum',
  'grand total',
])
const AGENCY = folded(['دستگاه', 'دستگاه اجرایی', 'نام دستگاه', 'کد دستگاه', 'سازمان', 'agency'])
const COUNTY = folded(['شهرستان', 'نام شهرستان', 'کد شهرستان', 'county'])
const SECTOR = folded(['بخش', 'بخش اقتصادی', 'sector'])
const PROGRAMME = folded(['برنامه', 'نام برنامه', 'کد برنامه', 'برنامه اشتغال', 'programme', 'program'])
const VALUE = folded([
  'تعهد',
  'تعهد اشتغال',
  'تعهد ابلاغی',
  'تعداد',
  'سهم',
  'سهم تعهد',
  'مقدار',
  'تعداد شغل',
  'commitment',
  'value',
  'jobs',
  'count',
])

const BESIDE = folded([
  'ردیف',
  'شماره',
  'کد',
  'رتبه',
  'درصد',
  'سهم (درصد)',
  'جمعیت',
  'جمعیت فعال',
  'توضیح',
  'توضیحات',
  'ملاحظات',
  'row',
  'no',
  'percent',
  'population',
  'notes',
  'remarks',
])

/** Whether a column of this heading stands beside a matrix and is no part of it: its numbers are no jobs. */
export function standsBesideMatrix(text: string): boolean {
  return /^[%٪#]$/u.test(text) || BESIDE.has(foldText(text))
}

/** What a heading of a commitment matrix names. */
export type MatrixHeading = 'agency' | 'county' | 'sector' | 'programme' | 'value' | 'total'

/** Reads a heading by its words; undefined where it is the name of a county or an agency, or anything else. */
export function readMatrixHeading(text: string): MatrixHeading | undefined {
  const key = foldText(text)
  if (AGENCY.has(key)) return 'agency'
  if (COUNTY.has(key)) return 'county'
  if (SECTOR.has(key)) return 'sector'
  if (PROGRAMME.has(key)) return 'programme'
  if (VALUE.has(key)) return 'value'
  return TOTALS.has(key) ? 'total' : undefined
}
