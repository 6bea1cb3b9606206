import fc from 'fast-check'
import { expect, test } from 'vitest'
import { daysBetween, type JalaliDate } from '../calendar/jalali.ts'
import { toPersianDigits } from '../persian/digits.ts'
import type { Cell } from './cell.ts'
import type { Column } from './columns.ts'
import { HEADER_WORDS, OPEN_HEADERS } from './header-words.ts'
import { CONTEXT, day, readList, readOne } from './test-lists.ts'

test('a clean list is read as it stands', () => {
  const [row] = readList([
    [
      'کد ملی',
      'نام',
      'نام خانوادگی',
      'نام پدر',
      'تاریخ تولد',
      'جنسیت',
      'تلفن همراه',
      'شهرستان',
      'بخش اقتصادی',
      'نوع اشتغال',
      'نام کارفرما',
      'تاریخ شروع به کار',
      'توضیحات',
    ],
    [
      '0013542419',
      'علی اصغر',
      'گل محمدی',
      'اسلام',
      '1353/07/16',
      'مرد',
      '09265390175',
      'معمولان',
      'صنعت',
      'عضو تعاونی',
      'کارگاه مرادیان',
      '1404/01/22',
      '',
    ],
  ])

  expect(row).toMatchObject({ kind: 'row', reasons: [], corrections: [], warnings: [] })
  expect(row).toMatchObject({
    job: {
      nationalId: '0013542419',
      firstName: 'علی اصغر',
      lastName: 'گل محمدی',
      fatherName: 'اسلام',
      birthDate: '1353-07-16',
      gender: 'male',
      mobile: '09265390175',
      county: '1512',
      sector: 'industry',
      jobType: 'cooperative',
      employer: 'کارگاه مرادیان',
      startDate: '1404-01-22',
    },
  })
})

test('a list by county with one name column, «رسته» for the job type and dates of every kind is read', () => {
  const rows = readList([
    [
      'ردیف',
      'نام و نام خانوادگی',
      'شماره ملی',
      'تولد',
      'جنس',
      'شهرستان',
      'رسته',
      'بخش اقتصادی',
      'تاریخ اشتغال',
      'مبلغ تسهیلات (میلیون تومان)',
    ],
    [
      1,
      'یاور مسعودی',
      '‎0018465986',
      '۱۳۶۰/۱۲/۲۵',
      'مرد',
      'الیگودرز',
      'خوداشتغالی',
      'صنعت',
      '۱۱ تیر ۱۴۰۴',
      '۱۱۰',
    ],
    [
      2,
      'حوریه شاهی',
      ' 007-761161-6 ',
      '۱۳۷۸/۰۱/۰۲',
      'مؤنث',
      'اليگودرز',
      'مشاغل خانگی',
      'کشاورزی',
      45878,
      '۱۴۲',
    ],
    [3, 'تیمور سلیمانی', 13542419, '۱۳۶۴/۱۱/۲۷', 'مذكر', ' الیگودرز ', 'مزدبگیر', 'صنعت', '09/03/1404', '۷۷'],
    [
      4,
      'نیلوفر مفتح',
      '1583250689',
      '۱۳۵۵/۰۱/۱۸',
      'F',
      'شهرستان الیگودرز',
      'عضو تعاونی',
      'خدمات',
      14040521,
      '۱۷۵',
    ],
    [5, '', '1583250689', '۱۳۵۵/۰۱/۱۸', 'F', 'الیگودرز', 'خوداشتغالی', 'خدمات', '04/01/20', '۱۷۵'],
  ])

  const jobs = rows.map((row) => (row.kind === 'row' ? row.job : null))

  expect(jobs.map((job) => job?.nationalId)).toEqual([
    '0018465986',
    '0077611616',
    '0013542419',
    '1583250689',
    undefined,
  ])
  expect(jobs.map((job) => job?.startDate)).toEqual([
    '1404-04-11',
    '1404-05-18',
    '1404-03-09',
    '1404-05-21',
    undefined,
  ])
  expect(jobs.map((job) => job?.gender)).toEqual(['male', 'female', 'male', 'female', undefined])
  expect(jobs.map((job) => job?.jobType)).toEqual([
    'self-employed',
    'home-based',
    'wage',
    'cooperative',
    undefined,
  ])
  expect(jobs.map((job) => job?.county)).toEqual(['1501', '1501', '1501', '1501', undefined])
  expect(jobs[0]).toMatchObject({ firstName: 'یاور', lastName: 'مسعودی', amountRial: 1_100_000_000n })
  expect(rows[4]).toMatchObject({ reasons: [{ code: 'last-name.missing', column: 'fullName' }] })
})

test('a list below a letterhead with a two-row header in Arabic letters is read, its sum left out', () => {
  const rows = readList([
    ['بسمه تعالي', null, null],
    ['فهرست اشتغال ايجاد شده پنج ماهه نخست سال ۱۴۰۴', null, null],
    ['شماره نامه:', null, '۱۴۰۴/۵/۱۲-۸۸۷'],
    [null, null, null],
    ['رديف', 'مشخصات فردي', null, null, null, null, null, 'محل اشتغال', null, 'شغل', null, null, 'ملاحظات'],
    [
      '',
      'نام',
      'نام خانوادگي',
      'كد ملي',
      'تاريخ تولد',
      'جنسيت',
      'موبايل',
      'شهرستان',
      'روستا/شهر',
      'بخش',
      'نوع اشتغال',
      'تاريخ شروع',
      '',
    ],
    [
      '۱',
      'آتنا',
      'ساعدي',
      '٠٠١٨٤٦٥٩٨٦',
      '۱۳۷۴/۰۴/۲۴',
      'مونث',
      9161700819,
      'رومشکان',
      '',
      'كشاورزي',
      'خوداشتغالي',
      '۱۴۰۴/۲/۱',
      '',
    ],
    [null, null, null],
    ['', 'جمع كل', '', '۱', null],
  ])

  expect(rows.map(({ kind }) => kind)).toEqual(['row', 'blank', 'total'])
  expect(rows[0]).toMatchObject({
    job: {
      lastName: 'ساعدی',
      county: '1511',
      sector: 'agriculture',
      mobile: '09161700819',
      startDate: '1404-02-01',
      notes: null,
    },
    corrections: [
      { code: 'text.letters-folded', column: 'lastName' },
      { code: 'mobile.padded', column: 'mobile' },
    ],
  })
})

const open = new Set(OPEN_HEADERS.flatMap(({ words }) => words))
const digits = (text: string) =>
  fc.constantFrom(
    text,
    toPersianDigits(text),
    text.replace(/\d/gu, (digit) => '٠١٢٣٤٥٦٧٨٩'[Number(digit)] ?? ''),
  )
const arabic = (text: string) => text.replaceAll('ی', 'ي').replaceAll('ک', 'ك')
const around = (text: string) =>
  fc.constantFrom(text, ` ${text} `, arabic(text), `\u200f${text}`, `${text}\u00a0`)
const MONTHS = ['فروردین', 'اردیبهشت', 'خرداد', 'تیر', 'مرداد', 'شهریور']

function spelledDate(date: JalaliDate): fc.Arbitrary<Cell> {
  const [year = '', month = '', dayOfMonth = ''] = date.split('-')
  const serial = 45737 + daysBetween(day('1404-01-01'), date)
  const short = fc.constantFrom(
    `${year}/${month}/${dayOfMonth}`,
    `${dayOfMonth}/${month}/${year}`,
    `${year}.${Number(month)}.${Number(dayOfMonth)}`,
    `${year.slice(2)}/${month}/${dayOfMonth}`,
    year + month + dayOfMonth,
  )
  const numbers = fc.constantFrom<Cell>(Number(year + month + dayOfMonth), serial, serial + 0.25)
  const named = `${Number(dayOfMonth)} ${MONTHS[Number(month) - 1]} ${year}`
  return fc.oneof(short.chain(digits), numbers, digits(named))
}

function spelledId(id: string): fc.Arbitrary<Cell> {
  return fc.oneof(
    digits(id),
    fc.constantFrom<Cell>(
      Number(id),
      id.replace(/^00?/u, ''),
      ` ${id.slice(0, 3)}-${id.slice(3, 9)}-${id.slice(9)} `,
      `\u200e${id}`,
    ),
  )
}

/** One fact of a job, and the ways in which its cell may be spelled. */
const fact = <Value>(column: Column, field: string, value: Value, cells: fc.Arbitrary<Cell>) => ({
  column,
  field,
  value,
  cells,
})
const among = <Value>(...facts: Value[]) => fc.constantFrom(...facts)
const cleanRow = fc.tuple(
  among('0013542419', '0018465986', '0077611616', '1583250689').map((id) =>
    fact('nationalId', 'nationalId', id, spelledId(id)),
  ),
  among('یاور', 'مریم').map((name) => fact('firstName', 'firstName', name, around(name))),
  among('مسعودی', 'ملک‌زاده', 'علی عسگری').map((name) => fact('lastName', 'lastName', name, around(name))),
  among(day('1404-01-31'), day('1404-06-09')).map((date) =>
    fact('startDate', 'startDate', date, spelledDate(date)),
  ),
  among(day('1360-02-05'), day('1382-06-31')).map((date) =>
    fact('birthDate', 'birthDate', date, spelledDate(date)),
  ),
  among(['female', 'زن'], ['female', 'مؤنث'], ['female', 'خانم'], ['male', 'مذکر'], ['male', 'M']).map(
    ([kind, word = '']) => fact('gender', 'gender', kind, around(word)),
  ),
  among(['1503', 'خرم‌آباد'], ['1503', 'شهرستان خرم اباد'], ['1510', 'چگنی'], ['1510', '۱۵۱۰']).map(
    ([code, name = '']) => fact('county', 'county', code, around(name)),
  ),
  among(['agriculture', 'کشاورزی'], ['services', 'بخش خدمات'], ['unspecified', '']).map(([kind, word = '']) =>
    fact('sector', 'sector', kind, around(word)),
  ),
  among('09161700819').map((mobile) =>
    fact('mobile', 'mobile', mobile, fc.oneof(digits(mobile), among<Cell>(9161700819, '+98 916 170 0819'))),
  ),
  among(['KOMITEH', 'کمیته امداد'], ['KOMITEH', 'komiteh'], ['AGRI', '-']).map(([code, name = '']) =>
    fact('agency', 'agency', code, around(name)),
  ),
)

const list = cleanRow.chain((facts) =>
  fc.record({
    facts: fc.constant(facts),
    order: fc.shuffledSubarray([...facts.keys()], { minLength: facts.length }),
    headers: fc.tuple(
      ...facts.map(({ column }) =>
        among(...HEADER_WORDS[column].filter((word) => !open.has(word))).chain(around),
      ),
    ),
    cells: fc.tuple(...facts.map(({ cells }) => cells)),
  }),
)

test('a job reads the same in any order of columns, under any header, in any spelling and digits', () => {
  fc.assert(
    fc.property(list, ({ facts, order, headers, cells }) => {
      const row = readOne(
        order.map((at) => headers[at] ?? null),
        order.map((at) => cells[at] ?? null),
        { ...CONTEXT, mayFileFor: () => true },
      )

      expect(row.reasons).toEqual([])
      expect(row.warnings).toEqual([])
      expect(row.job).toMatchObject(Object.fromEntries(facts.map(({ field, value }) => [field, value])))
    }),
    { numRuns: 500 },
  )
})
