import { expect, test } from 'vitest'
import type { Cell } from './cell.ts'
import { warnOfSource } from './row-source.ts'
import { mappingOf, readList } from './test-lists.ts'

const GROUPS = ['ردیف', 'مشخصات فردی', null, null, 'محل اشتغال', null, 'شغل', null]
const HEADER = ['', 'نام', 'نام خانوادگی', 'کد ملی', 'شهرستان', 'روستا/شهر', 'بخش', 'تاریخ شروع']
const PERSON = ['۱', 'مریم', 'ملک‌زاده', '0013542419', 'پلدختر', '', 'خدمات', '1404/03/16']

function kindBelow(cells: Cell[], header: Cell[][] = [GROUPS, HEADER]): string | undefined {
  return readList([...header, PERSON, cells])[1]?.kind
}

test.each<{ kind: string; what: string; cells: Cell[] }>([
  { kind: 'blank', what: 'an empty row', cells: [] },
  { kind: 'blank', what: 'a row of nothing', cells: [null, '', ' ', '\u00a0', '\u200c', '-', '—', ''] },
  { kind: 'blank', what: 'a row that only has its number', cells: ['۱۲', '', null, '', '', '', '', ''] },
  {
    kind: 'blank',
    what: 'a row with something beside the table',
    cells: ['', '', '', '', '', '', '', '', 'چاپ شد'],
  },
  { kind: 'total', what: 'the sum below a list', cells: ['', 'جمع كل', '', '۶۵۰', null, null, null, null] },
  { kind: 'total', what: 'a sum with its figure beside it', cells: ['جمع', null, null, 650] },
  { kind: 'total', what: 'a sum in one cell', cells: [null, 'جمع کل: ۶۵۰ نفر'] },
  { kind: 'total', what: 'a count in one cell', cells: [null, 'تعداد کل: ۶۵۰ نفر'] },
  { kind: 'total', what: 'a sum of the page', cells: ['مجموع', '', '', '', '', '', '40', ''] },
  { kind: 'total', what: 'a sum in English', cells: ['Total', null, null, 650] },
  { kind: 'total', what: 'a sum of a county', cells: ['جمع شهرستان ازنا: ۲ نفر'] },
  { kind: 'total', what: 'a sum beside a county', cells: [null, '', '', '', 'جمع ازنا', 2] },
  { kind: 'total', what: 'a mean', cells: ['میانگین سن', null, null, null, null, null, null, 32] },
  { kind: 'repeated-header', what: 'the header after a page break', cells: HEADER },
  {
    kind: 'repeated-header',
    what: 'a row that says how columns are filled',
    cells: [null, '', '', '۱۰ رقمی', '', '', '', 'روز/ماه/سال'],
  },
  { kind: 'repeated-header', what: 'the row of groups after a page break', cells: GROUPS },
  {
    kind: 'repeated-header',
    what: 'the numbers of the columns',
    cells: ['۱', '۲', '۳', '۴', '۵', '۶', '۷', '۸'],
  },
  {
    kind: 'repeated-header',
    what: 'the numbers of the columns in brackets',
    cells: ['(1)', '(2)', '(3)', '(4)'],
  },
  {
    kind: 'remark',
    what: 'the line of signatures',
    cells: ['', 'تهیه کننده: رضایی', null, null, 'تأیید کننده: کریمی', null],
  },
  {
    kind: 'remark',
    what: 'the names below the signatures',
    cells: ['احمد احمدی', '', '', '', 'رضا رضایی', '', '', 'حسن حسنی'],
  },
  { kind: 'remark', what: 'a sentence', cells: ['', '', '', 'این فهرست تا پایان مرداد است', '', ''] },
  {
    kind: 'row',
    what: 'a person without ID',
    cells: ['۲۵', 'طاهر', 'محمدی', null, 'رومشکان', '', 'کشاورزی', '۱۴۰۴/۱/۱۹'],
  },
  { kind: 'row', what: 'a person with a wrong ID', cells: ['۲۵', '', '', '123', '', '', '', ''] },
  {
    kind: 'row',
    what: 'a person of whom only the name is known',
    cells: ['۲۵', 'سید محمد علی', 'حسینی', '', '', '', '', ''],
  },
  {
    kind: 'row',
    what: 'a person called by a word of sums, with a start date',
    cells: ['', 'علی', 'کل', '', 'ازنا', '', '', '1404/03/16'],
  },
  {
    kind: 'row',
    what: 'a person some of whose words are header words',
    cells: ['۲', 'علی', 'شهرت', '', 'ازنا', 'شهر', 'خدمات', ''],
  },
  {
    kind: 'row',
    what: 'a person without ID and date whose place begins with a word of sums',
    cells: ['۲', 'علی', 'کریمی', '', 'ازنا', 'کل کرم', 'خدمات', ''],
  },
  {
    kind: 'row',
    what: 'a person with an ID in a row of sums',
    cells: ['جمع', '', '', '0018465986', '', '', '', ''],
  },
  {
    kind: 'row',
    what: 'a county filled in before anyone was found',
    cells: ['', '', '', '', 'ازنا', '', '', ''],
  },
  {
    kind: 'row',
    what: 'a person whose family name is a word of remarks',
    cells: ['۹', 'علی', 'مسئول', '', 'ازنا', '', 'خدمات', ''],
  },
])('$what is $kind', ({ kind, cells }) => {
  expect(kindBelow(cells)).toBe(kind)
})

test('a full name of four words alone in its row is a person, not a remark', () => {
  const header = [['نام و نام خانوادگی', 'کد ملی', 'شهرستان']]

  expect(kindBelow(['سید محمد علی حسینی'], header)).toBe('row')
})

test('an amount alone in its row is the sum of its column', () => {
  const header = [['نام و نام خانوادگی', 'کد ملی', 'شهرستان', 'مبلغ وام (ریال)']]
  const sum = readList([...header, ['علی رضایی', '0013542419', 'ازنا', 5], [null, null, null, '۱۲,۰۰۰']])

  expect(sum.map(({ kind }) => kind)).toEqual(['row', 'total'])
})

test('a table beside the list is told on every row in which it names somebody else', () => {
  const names = ['کد ملی', 'نام و نام خانوادگی', 'شهرستان']
  const one = ['0013542419', 'مریم ملک‌زاده', 'ازنا']
  const other = ['0018465986', 'علی رضایی', 'ازنا']
  const rows = readList([
    [...names, null, ...names],
    [...one, null, ...other],
    [...one, null, ...one],
    [null, null, null, null, ...other],
  ])

  expect(rows.map((row) => row.kind === 'row' && row.warnings.map(({ code }) => code))).toEqual([
    ['row.second-person'],
    [],
    ['row.second-person'],
  ])
  expect(rows[2]).toMatchObject({ job: null })
})

test('a hidden row and a computed value are pointed out, a computed value outside our columns is not', () => {
  const mapping = mappingOf([GROUPS, HEADER])

  expect(warnOfSource({ hidden: true, formulas: [7, 3, 12] }, mapping)).toEqual([
    { code: 'row.hidden', column: null },
    { code: 'cell.formula', column: 'nationalId' },
    { code: 'cell.formula', column: 'startDate' },
  ])
  expect(warnOfSource({ hidden: false }, mapping)).toEqual([])
})
