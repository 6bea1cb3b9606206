import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvText } from '../../../test/csv-lists.ts'
import { newNationalId } from '../../../test/national-ids.ts'
import { openWorld } from '../../../test/world.ts'

const HEADERS = {
  nationalId: ['کد ملی', 'كد ملي', 'شماره ملی', 'کدملی', 'کد‌ملی متقاضی', 'National ID'],
  firstName: ['نام', 'اسم', 'نام کوچک'],
  lastName: ['نام خانوادگی', 'نام‌خانوادگی', 'فامیلی', 'نام خانوادگي'],
  gender: ['جنسیت', 'جنسيت', 'جنسیت (زن/مرد)'],
  county: ['شهرستان', 'نام شهرستان', 'شهرستان محل کار', 'شهرستان محل اشتغال'],
  startDate: ['تاریخ شروع به کار', 'شروع به کار', 'تاريخ اشتغال', 'تاریخ شروع بکار'],
}
type Column = keyof typeof HEADERS
const COLUMNS = Object.keys(HEADERS) as Column[]
const COUNTIES = {
  '1503': ['خرم‌آباد', 'خرم آباد', 'خرم اباد', 'شهرستان خرم‌آباد', '1503', '۱۵۰۳'],
  '1507': ['ازنا', 'ازنا '],
  '1508': ['پلدختر', 'پل دختر', 'پلدختر'],
}
const MONTHS = [
  'فروردین',
  'اردیبهشت',
  'خرداد',
  'تیر',
  'مرداد',
  'شهریور',
  'مهر',
  'آبان',
  'آذر',
  'دی',
  'بهمن',
  'اسفند',
]

const inDigits = (text: string, zero: number) =>
  text.replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)))
const digits = fc.constantFrom(0x30, 0x6f0, 0x660)
const two = (n: number) => String(n).padStart(2, '0')

const spelling: ((year: number, month: number, day: number) => string)[] = [
  (year, month, day) => `${year}/${two(month)}/${two(day)}`,
  (year, month, day) => `${year}-${month}-${day}`,
  (year, month, day) => `${year}${two(month)}${two(day)}`,
  (year, month, day) => `${two(year % 100)}/${two(month)}/${two(day)}`,
  (year, month, day) => `${two(day)}/${two(month)}/${year}`,
  (year, month, day) => `${day} ${MONTHS[month - 1]} ${year}`,
]
const date = fc.record({
  month: fc.integer({ min: 1, max: 12 }),
  day: fc.integer({ min: 1, max: 29 }),
  spell: fc.constantFrom(...spelling),
  zero: digits,
})

const FAULTS = [
  'none',
  'none',
  'none',
  'bad-id',
  'no-id',
  'no-name',
  'no-day',
  'other-year',
  'no-county',
  'twice',
] as const
const row = fc.record({
  fault: fc.constantFrom(...FAULTS),
  date,
  county: fc.constantFrom(
    ...Object.entries(COUNTIES).flatMap(([code, names]) => names.map((name) => ({ code, name }))),
  ),
  gender: fc.constantFrom('زن', 'مرد', 'خانم', ' آقا ', ''),
  lastName: fc.constantFrom('كريمي', 'رضایی', 'حسن\u200cزاده', '  محمدی', 'یوسفی\u200f'),
  zero: digits,
  short: fc.boolean(),
})
type MessyRow = typeof row extends fc.Arbitrary<infer T> ? T : never

const list = fc.record({
  order: fc.shuffledSubarray(COLUMNS, { minLength: COLUMNS.length }),
  names: fc.record(
    Object.fromEntries(COLUMNS.map((column) => [column, fc.constantFrom(...HEADERS[column])])) as Record<
      Column,
      fc.Arbitrary<string>
    >,
  ),
  letterhead: fc.array(fc.constantFrom('اداره کل', 'به نام خدا', ''), { maxLength: 3 }),
  extra: fc.boolean(),
  blankAfter: fc.nat({ max: 5 }),
  rows: fc.array(row, { minLength: 4, maxLength: 25 }),
})

/** What the row says, and the ID it is accepted with; null where it is not. */
function written(
  messy: MessyRow,
  first: string | undefined,
): { cells: Record<Column, string>; accepted: string | null } {
  let id = (messy.fault === 'twice' ? first : undefined) ?? newNationalId()
  const isAccepted = messy.fault === 'none' || (messy.fault === 'twice' && first === undefined)
  if (messy.fault === 'bad-id') id = id.slice(0, 9) + String((Number(id[9]) + 1) % 10)
  const { month, day, spell, zero } = messy.date
  const start =
    messy.fault === 'no-day' ? '1404/07/31' : spell(messy.fault === 'other-year' ? 1402 : 1404, month, day)
  const cells = {
    nationalId: messy.fault === 'no-id' ? '' : inDigits(id, messy.zero),
    firstName: 'زهرا',
    lastName: messy.fault === 'no-name' ? ' ' : messy.lastName,
    gender: messy.gender,
    county: messy.fault === 'no-county' ? 'تهران' : messy.county.name,
    startDate: inDigits(start, zero),
  }
  return { cells, accepted: isAccepted ? id : null }
}

test('whatever the order of the columns, their names, the digits and the dates: exactly the valid rows are entered', async () => {
  let sentLists = 0
  const messy = fc.asyncProperty(list, async ({ order, names, letterhead, extra, blankAfter, rows }) => {
    sentLists += 1
    await using world = await openWorld({ province: '15', period: `mess-${sentLists}` })
    const valid: { id: string; county: string; month: number }[] = []
    const lines = rows.map((each) => {
      const { cells, accepted } = written(each, valid[0]?.id)
      if (accepted !== null)
        valid.push({ id: accepted, county: each.county.code, month: 140_400 + each.date.month })
      return [...order.map((column) => cells[column]), ...(extra ? ['بی‌ربط'] : [])]
    })
    lines.splice(
      blankAfter,
      0,
      order.map(() => ''),
    )
    const file = csvText([
      ...letterhead.map((line) => [line]),
      [...order.map((column) => names[column]), ...(extra ? ['ستون ناشناس'] : [])],
      ...lines,
    ])

    const outcome = await world.importFile(file)

    const entered = await world.rasad.pool.query<{ id: string; county: string; month: number }>(
      `select national_id as id, county_id as county, month from job join person using (province_id, person_id)
       where province_id = '15' and period_id = $1 order by job_id`,
      [world.period],
    )
    expect(entered.rows).toEqual(valid)
    expect(outcome).toMatchObject({ rows: rows.length, accepted: valid.length })
    await world.check()
  })

  await fc.assert(messy, { numRuns: 25, endOnFailure: true })
}, 120_000)
