import { expect, test } from 'vitest'
import { COLUMNS, headerKey, recogniseHeader, type Column } from './columns.ts'
import { HEADER_WORDS, OPEN_HEADERS } from './header-words.ts'

const everyWord = COLUMNS.flatMap((column) => HEADER_WORDS[column].map((word) => ({ word, column })))

test.each(everyWord)('«$word» names the column $column', ({ word, column }) => {
  expect(recogniseHeader(word)?.column).toBe(column)
})

test('no header word names two columns', () => {
  const columnsOf = Map.groupBy(everyWord, ({ word }) => headerKey(word))

  const disputed = [...columnsOf.values()].filter(
    (uses) => new Set(uses.map(({ column }) => column)).size > 1,
  )

  expect(disputed).toEqual([])
})

test('every header word left to the cells below it is known by itself too', () => {
  const unknown = OPEN_HEADERS.flatMap(({ words }) => words).filter(
    (word) => recogniseHeader(word) === undefined,
  )

  expect(unknown).toEqual([])
})

test.each<[string, Column]>([
  ['كد ملي', 'nationalId'],
  ['کد‌ملی', 'nationalId'],
  ['ش ملی', 'nationalId'],
  [' * کد ملی: ', 'nationalId'],
  ['کد ملی (۱۰ رقمی)', 'nationalId'],
  ['کد\nملی', 'nationalId'],
  ['کد ملی متقاضی', 'nationalId'],
  ['3- کد ملی', 'nationalId'],
  ['National ID', 'nationalId'],
  ['نام_خانوادگی', 'lastName'],
  ['نام ونام خانوادگي مددجو', 'fullName'],
  ['تاریخ تولد (روز/ماه/سال)', 'birthDate'],
  ['تاريخ شروع بكار', 'startDate'],
  ['تاریخ شروع به کار (۱۴۰۴/۰۱/۰۱)', 'startDate'],
  ['دستگاه معرّف', 'agency'],
  ['ملاحظــات', 'notes'],
])('«%s» names the column %s in its own spelling', (text, column) => {
  expect(recogniseHeader(text)?.column).toBe(column)
})

test.each([
  'کد ملی کارفرما',
  'تلفن کارفرما',
  'شهرستان محل سکونت',
  'شهرستان محل تولد',
  'سن',
  'تاریخ',
  'کد',
  'امضا',
  '',
  'فهرست اشتغال ایجاد شده پنج ماهه نخست سال ۱۴۰۴',
  'ریال',
])('«%s» names no column', (text) => {
  expect(recogniseHeader(text)).toBeUndefined()
})

test.each([
  ['مبلغ تسهیلات (میلیون تومان)', 'million-toman'],
  ['مبلغ تسهيلات(ميليون ريال)', 'million-rial'],
  ['مبلغ وام به ریال', 'rial'],
  ['تسهیلات پرداختی - تومان', 'toman'],
  ['مبلغ (هزار تومان)', 'thousand-toman'],
  ['مبلغ (ارقام به میلیارد ریال)', 'billion-rial'],
  ['مبلغ اعتبار (همت)', 'hemat'],
  ['Loan amount (million rials)', 'million-rial'],
  ['مبلغ تسهیلات', undefined],
])('«%s» is an amount in %s', (text, unit) => {
  const reading = recogniseHeader(text)

  expect(reading?.column).toBe('amount')
  expect(reading?.unit).toBe(unit)
})
