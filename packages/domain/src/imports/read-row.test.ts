import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Cell } from './cell.ts'
import { COLUMNS, type Column } from './columns.ts'
import { HEADER_WORDS } from './header-words.ts'
import { readRow, type ImportContext } from './read-row.ts'
import { CONTEXT, day, mappingOf, readOne } from './test-lists.ts'
import { REJECTION_REASONS, type Correction, type RejectionReason, type RowWarning } from './verdict.ts'

const COLUMN_HEADERS = COLUMNS.map((column) => HEADER_WORDS[column][0] ?? '')
const MAPPING = mappingOf([COLUMN_HEADERS])
type Cells = Partial<Record<Column, Cell>>
const CLEAN: Cells = {
  nationalId: '0013542419',
  firstName: 'مریم',
  lastName: 'ملک‌زاده',
  birthDate: '1375/04/12',
  gender: 'زن',
  county: 'پلدختر',
  startDate: '1404/03/16',
}

/** The reading of a clean row with some of its cells changed. */
function reading(changes: Cells, context = CONTEXT) {
  const cells: Cells = { ...CLEAN, ...changes }
  const row = readRow(
    COLUMNS.map((column) => cells[column] ?? null),
    MAPPING,
    context,
  )
  if (row.kind !== 'row') throw new RangeError(`not a row of a person: ${row.kind}`)
  return row
}

test('the header of this test names every column once', () => {
  expect(Object.keys(MAPPING.columns).toSorted()).toEqual([...COLUMNS].toSorted())
})

test('a clean row is a job with nothing to say about it', () => {
  expect(reading({})).toEqual({
    kind: 'row',
    agency: 'AGRI',
    reasons: [],
    corrections: [],
    warnings: [],
    nationalId: '0013542419',
    job: {
      nationalId: '0013542419',
      firstName: 'مریم',
      lastName: 'ملک‌زاده',
      fatherName: null,
      birthDate: '1375-04-12',
      gender: 'female',
      mobile: null,
      education: null,
      county: '1508',
      district: null,
      ruralDistrict: null,
      village: null,
      place: null,
      settlement: 'unspecified',
      sector: 'unspecified',
      isic: null,
      jobType: 'unspecified',
      novelty: 'new',
      directness: 'direct',
      employer: null,
      workshopCode: null,
      startDate: '1404-03-16',
      agency: 'AGRI',
      serviceType: null,
      serviceDate: null,
      amountRial: null,
      documentRef: null,
      notes: null,
    },
  })
})

test('every column of a full row is read', () => {
  const { job, warnings } = reading({
    fatherName: 'اسلام',
    mobile: '09161700819',
    education: 'کارشناسی',
    district: 'مرکزی',
    ruralDistrict: 'افرینه',
    village: 'چم مهر',
    place: 'خیابان امام',
    settlement: 'روستایی',
    sector: 'خدمات',
    isic: '۴۷۱۱',
    jobType: 'عضو تعاونی',
    novelty: 'تثبیت',
    directness: 'غیرمستقیم',
    employer: 'کارگاه بیات',
    workshopCode: '1234567890',
    agency: 'SMT',
    serviceType: 'صدور مجوز',
    serviceDate: '1404/02/01',
    amount: '۱۵۰ میلیون تومان',
    documentRef: 8877,
    notes: 'ندارد',
  })

  expect(warnings).toEqual([])
  expect(job).toMatchObject({
    fatherName: 'اسلام',
    mobile: '09161700819',
    education: 'کارشناسی',
    district: 'مرکزی',
    ruralDistrict: 'افرینه',
    village: 'چم مهر',
    place: 'خیابان امام',
    settlement: 'rural',
    sector: 'services',
    isic: '4711',
    jobType: 'cooperative',
    novelty: 'retained',
    directness: 'indirect',
    employer: 'کارگاه بیات',
    workshopCode: '1234567890',
    agency: 'SMT',
    serviceType: 'permit',
    serviceDate: '1404-02-01',
    amountRial: 1_500_000_000n,
    documentRef: '8877',
    notes: 'ندارد',
  })
})

const OF_SEVERAL: ImportContext = { ...CONTEXT, agency: null }

const REFUSED: [RejectionReason, Column, Cells, context?: ImportContext][] = [
  ['national-id.missing', 'nationalId', { nationalId: '—' }],
  ['national-id.invalid', 'nationalId', { nationalId: '0013542418' }],
  ['national-id.invalid', 'nationalId', { nationalId: '#N/A' }],
  ['national-id.invalid', 'nationalId', { nationalId: true }],
  ['last-name.missing', 'lastName', { lastName: ' ' }],
  ['last-name.missing', 'lastName', { lastName: '؟؟' }],
  ['start-date.missing', 'startDate', { startDate: '-' }],
  ['start-date.invalid', 'startDate', { startDate: '1404/12/30' }],
  ['start-date.invalid', 'startDate', { startDate: 'نامشخص' }],
  ['start-date.outside-period', 'startDate', { startDate: '1403/12/30' }],
  ['start-date.outside-period', 'startDate', { startDate: '1405/01/01' }],
  ['start-date.in-future', 'startDate', { startDate: '1404/07/01' }],
  ['county.missing', 'county', { county: '' }],
  ['county.unknown', 'county', { county: 'رامسر' }],
  ['agency.missing', 'agency', { agency: '—' }, OF_SEVERAL],
  ['agency.unknown', 'agency', { agency: 'سازمان ناشناخته' }],
  ['agency.unknown', 'agency', { agency: 'سازمان ناشناخته' }, OF_SEVERAL],
  ['agency.not-allowed', 'agency', { agency: 'کمیته امداد' }],
  ['agency.not-allowed', 'agency', { agency: 'جهاد کشاورزی' }, OF_SEVERAL],
  ['age.below-minimum', 'birthDate', { birthDate: '1389/03/17' }],
  ['sector.unknown', 'sector', { sector: 'سایر' }],
  ['novelty.unknown', 'novelty', { novelty: 'بازنشسته' }],
  ['directness.unknown', 'directness', { directness: 'نیمه' }],
]

test.each(REFUSED)('%s, and nothing else, in the column %s: %j', (code, column, changes, context) => {
  const { reasons, job } = reading(changes, context)

  expect(reasons.map((reason) => [reason.code, reason.column])).toEqual([[code, column]])
  expect(job).toBeNull()
})

test('every reason against a row is shown above', () => {
  expect(new Set(REFUSED.map(([code]) => code))).toEqual(new Set(REJECTION_REASONS))
})

test('the first and last day of the period, today, and the fifteenth birthday are inside', () => {
  const lastDay = { ...CONTEXT, today: day('1404-12-29') }

  expect(reading({ startDate: '1404/01/01' }).reasons).toEqual([])
  expect(reading({ startDate: '1404/06/31' }).reasons).toEqual([])
  expect(reading({ startDate: '1404/12/29' }, lastDay).reasons).toEqual([])
  expect(reading({ birthDate: '1389/03/16' }).reasons).toEqual([])
})

test('a start date after the period and after today is outside the period', () => {
  const early = { ...CONTEXT, today: day('1403-12-01') }

  expect(reading({ startDate: '1405/01/01' }, early).reasons.map(({ code }) => code)).toEqual([
    'start-date.outside-period',
  ])
})

test('a sender may always name itself', () => {
  expect(reading({ agency: 'جهاد کشاورزی' }).job?.agency).toBe('AGRI')
})

test('a dash in an optional column is nothing', () => {
  const { job, warnings } = reading({
    employer: '—',
    fatherName: ' - ',
    jobType: '-',
    mobile: '-',
    amount: '—',
    isic: '-',
  })

  expect(job).toMatchObject({
    employer: null,
    fatherName: null,
    jobType: 'unspecified',
    mobile: null,
    amountRial: null,
    isic: null,
  })
  expect(warnings).toEqual([])
})

test('all reasons against a row are given', () => {
  const { reasons } = reading({
    nationalId: '123',
    lastName: '',
    startDate: 'x',
    county: 'رامسر',
    sector: 'y',
  })

  expect(reasons.map(({ code }) => code)).toEqual([
    'national-id.invalid',
    'last-name.missing',
    'start-date.invalid',
    'county.unknown',
    'sector.unknown',
  ])
})

test('a county that was nearly spelled is suggested, never taken', () => {
  expect(reading({ county: 'پلدخترر' }).reasons).toEqual([
    { code: 'county.unknown', column: 'county', candidates: ['1508'] },
  ])
})

test('a refused row is named by what stands in its ID cell', () => {
  expect(reading({ nationalId: '123-45' }).nationalId).toBe('123-45')
  expect(reading({ nationalId: 'الف'.repeat(50) }).nationalId).toHaveLength(20)
  expect(reading({ nationalId: '' }).nationalId).toBeNull()
})

test.each<[Correction, Column, Cells]>([
  ['national-id.padded', 'nationalId', { nationalId: 13542419 }],
  ['national-id.cleaned', 'nationalId', { nationalId: ' 001-354241-9 ' }],
  ['text.letters-folded', 'lastName', { lastName: 'كريمي' }],
  ['text.control-removed', 'lastName', { lastName: 'کریمی\u202e' }],
  ['text.shortened', 'notes', { notes: 'ن'.repeat(10_000) }],
  ['name.split', 'fullName', { firstName: null, lastName: null, fullName: 'یاور مسعودی' }],
  ['start-date.read', 'startDate', { startDate: 14040316 }],
  ['birth-date.read', 'birthDate', { birthDate: '75/04/12' }],
  ['service-date.read', 'serviceDate', { serviceDate: '۱ خرداد ۱۴۰۴' }],
  ['mobile.padded', 'mobile', { mobile: 9161700819 }],
  ['workshop-code.padded', 'workshopCode', { workshopCode: 123456789 }],
  ['county.read', 'county', { county: 'شهرستان پلدختر' }],
  ['agency.read', 'agency', { agency: 'صنعت معدن تجارت' }],
])('%s is noted in the column %s: %j', (code, column, changes) => {
  const { corrections, job } = reading(changes)

  expect(corrections).toEqual([{ code, column }])
  expect(job).not.toBeNull()
})

test.each<[RowWarning, Column, Cells]>([
  ['cell.error', 'employer', { employer: '#REF!' }],
  ['national-id.suspicious', 'nationalId', { nationalId: '0123456789' }],
  ['first-name.missing', 'firstName', { firstName: '' }],
  ['birth-date.invalid', 'birthDate', { birthDate: '1375' }],
  ['age.above-usual', 'birthDate', { birthDate: '1320/01/01' }],
  ['gender.unknown', 'gender', { gender: '؟' }],
  ['mobile.invalid', 'mobile', { mobile: '066-3320' }],
  ['job-type.unknown', 'jobType', { jobType: 'نانوا' }],
  ['settlement.unknown', 'settlement', { settlement: 'منطقه ۳' }],
  ['workshop-code.invalid', 'workshopCode', { workshopCode: '12' }],
  ['isic.invalid', 'isic', { isic: '47' + '1'.repeat(8) }],
  ['service-type.unknown', 'serviceType', { serviceType: 'کاریابی' }],
  ['service-date.invalid', 'serviceDate', { serviceDate: '1404/13/01' }],
  ['start-date.before-service', 'startDate', { serviceDate: '1404/04/01' }],
  ['amount.invalid', 'amount', { amount: 'زیاد' }],
  ['amount.unit-missing', 'amount', { amount: '150' }],
  ['amount.doubtful', 'amount', { amount: '5/129 میلیون تومان' }],
])('%s is pointed out in the column %s and refuses nothing: %j', (code, column, changes) => {
  const { warnings, job } = reading(changes)

  expect(warnings).toEqual([{ code, column }])
  expect(job).not.toBeNull()
})

test.each<[Cell, string | null, string[], string?]>([
  [111, '0111', ['isic.padded']],
  ['۱۱۱', '0111', ['isic.padded']],
  ['111.0', '0111', ['isic.padded']],
  [11, '011', ['isic.padded']],
  [1, '01', ['isic.padded']],
  [4, null, ['isic.invalid']],
  [141, '141', ['isic.doubtful']],
  [141, '141', ['isic.doubtful'], 'کشاورزی'],
  [141, '141', [], 'صنعت'],
  ['141', '141', []],
  [14, '14', ['isic.doubtful']],
  ['0141', '0141', []],
  [4711, '4711', []],
  ['A011', 'A011', []],
])('the ISIC code %j is %s, with %j (%s)', (isic, code, notes, sector = '') => {
  const { job, corrections, warnings } = reading({ isic, sector })

  expect(job?.isic).toBe(code)
  expect([...corrections, ...warnings].map((note) => note.code)).toEqual(notes)
})

test.each<[Cell, string | undefined, string[]]>([
  ['1503-خرم آباد', '1503', ['county.read']],
  ['خرم‌آباد - بخش مرکزی', '1503', ['county.read']],
  ['شهرستان ازنا، مرکزی', '1507', ['county.read']],
  ['الشتر', '1509', ['county.from-city']],
  ['شهر الشتر', '1509', ['county.from-city']],
  ['مومن آباد', undefined, ['county.unknown']],
  ['خرم آباد/ازنا', undefined, ['county.unknown']],
  ['1503-ازنا', undefined, ['county.unknown']],
  ['ازنا-تهران', undefined, ['county.unknown']],
])('in the county column %j is %s, with %j', (county, code, notes) => {
  const { job, corrections, reasons } = reading({ county })

  expect(job?.county).toBe(code)
  expect([...corrections, ...reasons].map((note) => note.code)).toEqual(notes)
})

test('a sheet named after a county gives it to rows that have no county column', () => {
  const header = ['کد ملی', 'نام', 'نام خانوادگی', 'تاریخ شروع']
  const cells = ['0013542419', 'مریم', 'ملک‌زاده', '1404/03/16']

  const named = readOne(header, cells, { ...CONTEXT, sheetCounty: '1511' })

  expect(named.job?.county).toBe('1511')
  expect(named.corrections).toEqual([{ code: 'county.from-sheet', column: 'county' }])
  expect(readOne(header, cells).reasons.map(({ code }) => code)).toEqual(['county.missing'])
})

test('the name of a sheet does not fill a blank county cell', () => {
  expect(
    reading({ county: '' }, { ...CONTEXT, sheetCounty: '1511' }).reasons.map(({ code }) => code),
  ).toEqual(['county.missing'])
})

test('an amount without a unit has the unit of its header', () => {
  const header = ['کد ملی', 'نام', 'نام خانوادگی', 'شهرستان', 'تاریخ شروع', 'مبلغ تسهیلات (میلیون تومان)']

  expect(readOne(header, ['0013542419', 'م', 'ملک‌زاده', 'ازنا', '1404/03/16', '۱۱۰']).job?.amountRial).toBe(
    1_100_000_000n,
  )
})

test.each(['۱- علی رضایی', '12. علی رضایی', 'رضایی، علی'])(
  'of «%s» the number is no part of the name, and before a comma stands the family name',
  (name) => {
    const header = ['کد ملی', 'نام و نام خانوادگی', 'شهرستان', 'تاریخ شروع']

    const { job } = readOne(header, ['0013542419', name, 'ازنا', '1404/03/16'])

    expect(job).toMatchObject({ firstName: 'علی', lastName: 'رضایی' })
  },
)

test('any cells whatever are read without a fault', () => {
  const cell = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string(),
    fc.double(),
    fc.maxSafeInteger(),
    fc.boolean(),
    fc.constant(null),
    fc.constantFrom(
      'جمع کل',
      '1404/12/30',
      '0013542419',
      'کد ملی',
      '=HYPERLINK("x")',
      '__proto__',
      'constructor',
    ),
  )

  fc.assert(
    fc.property(fc.array(cell, { maxLength: COLUMNS.length + 3 }), (cells) => {
      const row = readRow(cells, MAPPING, CONTEXT)
      if (row.kind === 'row') expect(row.job === null).toBe(row.reasons.length > 0)
    }),
    { numRuns: 1_000 },
  )
})

test.each([
  ['نام خانوادگی و نام', 'کریمی نژاد امیر حسین'],
  ['نام خانوادگی / نام', 'کریمی نژاد، امیر حسین'],
  ['شهرت و نام متقاضی', 'کریمی نژاد امیر حسین'],
  ['نام و نام خانوادگی', 'امیر حسین کریمی نژاد'],
  ['نام (نام خانوادگی)', 'امیر حسین کریمی نژاد'],
])('below «%s» the names stand in the order of the header', (header, name) => {
  const { job } = readOne(
    ['کد ملی', header, 'شهرستان', 'تاریخ شروع به کار'],
    ['0013542419', name, 'ازنا', '1404/03/16'],
  )

  expect(job).toMatchObject({ firstName: 'امیر حسین', lastName: 'کریمی نژاد' })
})
