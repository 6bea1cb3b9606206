import { getFigures } from '@rasad/contracts/figures'
import { registerJob } from '@rasad/contracts/jobs'
import { addPeriod } from '@rasad/contracts/periods'
import { getFigureCsv, getFigurePdf, getFigureWorkbook, readFigureFileQuery } from '@rasad/contracts/papers'
import { expect, test } from 'vitest'
import { newNationalId } from '../../../test/national-ids.ts'
import { bookOf, csvRecords, fileOf, recordsOf } from '../../../test/paper-files.ts'
import { openWorld, type World } from '../../../test/world.ts'
import { localOperator } from '../../app.ts'
import { readSnapshot } from '../../platform/db.ts'
import { CODES_ALONE } from '../places/names.queries.ts'
import { crossTableOf } from './figure-cross.commands.ts'
import { arrangeFigures } from './figure-sheet.commands.ts'

const place = ({ province, period }: World) => ({ province, period })

/** A province in which one county is ahead, one behind, one small and one without a commitment. */
async function fourCounties(world: World): Promise<void> {
  const at = (county: number, agency: string, value: number) => ({
    county: world.county(county),
    agency,
    value,
  })
  await world.commit([at(0, 'AGRI', 40), at(0, 'SMT', 10), at(1, 'AGRI', 60), at(2, 'SMT', 5)])
  const jobs = [
    { county: 0, agency: 'AGRI', gender: 'زن', verify: false },
    { county: 1, agency: 'AGRI', gender: 'زن', verify: true },
    { county: 1, agency: 'SMT', gender: 'مرد', verify: true },
    { county: 2, agency: 'SMT', gender: 'مرد', verify: true },
    { county: 3, agency: 'SMT', gender: 'زن', verify: false },
  ]
  for (const { county, agency, gender, verify } of jobs) {
    const { jobId } = await world.register({ county: world.county(county), agency, gender })
    if (verify) {
      await world.step(jobId, 'confirm')
      await world.step(jobId, 'verify')
    }
  }
}

test('the workbook holds exactly the figures of the JSON answer, as numbers under their names', async () => {
  await using world = await openWorld()
  await fourCounties(world)
  const query = { ...place(world), by: 'county' }
  const { rows, total } = await world.call(getFigures, { query })

  const { content } = await fileOf(world, getFigureWorkbook, { query: { ...query, language: 'en' } })

  const sheet = (await bookOf(content)).worksheets[0]!
  const written = recordsOf(sheet, 6)
  expect(written).toHaveLength(rows.length + 1)
  for (const row of rows) {
    const record = written.find((each) => each['code County'] === row.county)
    expect(record).toMatchObject({
      Committed: row.committed,
      Registered: row.registered,
      'Under review': row.underReview,
      Verified: row.verified,
      Rejected: row.rejected,
      Duplicate: row.duplicate,
      Unreachable: row.unreachable,
      'Pro-rata target': row.proRataTarget,
      'Gap to target': row.gap,
    })
  }
  expect(written.at(-1)).toMatchObject({
    County: 'Total',
    Committed: total.committed,
    Verified: total.verified,
    Achievement: Math.round(total.verifiedOfCommitted! * 10) / 1000,
  })
})

test('counties are ranked by verified share; a small commitment is not, and none is no zero', async () => {
  await using world = await openWorld()
  await fourCounties(world)
  const { content } = await fileOf(world, getFigureWorkbook, { query: { ...place(world), by: 'county' } })

  const sheet = (await bookOf(content)).worksheets[0]!
  const written = recordsOf(sheet, 6)

  expect(sheet.views[0]).toMatchObject({ rightToLeft: true, state: 'frozen', ySplit: 6 })
  expect(sheet.pageSetup).toMatchObject({ orientation: 'landscape', paperSize: 9, printTitlesRow: '6:6' })
  expect(written.map((row) => [row['رتبه'], row['کد شهرستان'], row['تحقق']])).toEqual([
    [1, world.county(1), 0.033],
    [2, world.county(0), 0],
    ['*', world.county(2), 0.2],
    ['–', world.county(3), 'بدون تعهد'],
    [null, null, 0.026],
  ])
})

test('until something is verified nobody has a rank, and the heading says why', async () => {
  await using world = await openWorld()
  await world.commit([0, 1].map((county) => ({ county: world.county(county), agency: 'AGRI', value: 40 })))
  await world.register({ county: world.county(0) })

  const { content } = await fileOf(world, getFigureWorkbook, { query: { ...place(world), by: 'county' } })

  const sheet = (await bookOf(content)).worksheets[0]!
  expect(recordsOf(sheet, 6).map((row) => [row['رتبه'], row['تحقق']])).toEqual([
    ['–', 0],
    ['–', 0],
    [null, 0],
  ])
  expect(sheet.getCell(5, 1).text).toContain('تا چیزی تأیید نشود رتبه‌ای نیست')
})

test('the heading says province, period, baseline, moment, batch, maker, letter, stages and denominators', async () => {
  await using world = await openWorld()
  await fourCounties(world)
  const batch = await world.settle()
  const ask = async (more: object) => {
    const query = { ...place(world), by: 'agency', gender: 'female', ...more }
    const sheet = (await bookOf((await fileOf(world, getFigureWorkbook, { query })).content)).worksheets[0]!
    return [1, 2, 3, 4, 5].map((row) => sheet.getCell(row, 1).text).join('\n')
  }

  const now = await ask({})
  const then = await ask({ asOf: batch })

  for (const part of [
    'استان',
    'دوره ۱۴۰۴',
    '۱۴۰۴/۰۱/۰۱',
    'استانی',
    'جنسیت: زن',
    'دستگاه',
    'نسخهٔ ۱',
    'تهیه',
    'مخرج‌ها',
    'تأییدشده =',
  ])
    expect(now).toContain(part)
  expect(now).toContain('موقت')
  expect(then).toContain('ثابت')
  expect(then).toContain(`دستهٔ ${batch.toLocaleString('fa-IR')}`)
})

test('by county and agency the second sheet is the matrix, whose sums are those of the breakdown', async () => {
  await using world = await openWorld()
  await fourCounties(world)
  const query = { ...place(world), by: 'county,agency', language: 'en' }
  const { total } = await world.figures({ by: 'county,agency' })

  const book = await bookOf((await fileOf(world, getFigureWorkbook, { query })).content)
  const written = recordsOf(book.worksheets[1]!, 6)

  const sums = written.slice(-3)
  expect(sums.map((row) => [row['Figure'], row['Total']])).toEqual([
    ['Committed', total.committed],
    ['Registered', total.registered],
    ['Verified', total.verified],
  ])
  for (const part of ['Committed', 'Registered', 'Verified']) {
    const lines = written.slice(0, -3).filter((row) => row['Figure'] === part)
    const sum = sums.find((row) => row['Figure'] === part)!
    for (const [header, value] of Object.entries(sum).slice(2))
      expect(lines.reduce((all, line) => all + Number(line[header]), 0)).toBe(value)
  }
})

test('on paper county and agency cross, with the sums of the breakdowns by one; what was asked besides keeps the list', async () => {
  await using world = await openWorld()
  await fourCounties(world)
  const crossOf = async (more: object) => {
    const query = readFigureFileQuery({ ...place(world), by: 'county,agency', language: 'en', ...more }).data!
    const { scope, name: madeBy } = localOperator()
    const sheet = await readSnapshot(world.rasad.database, (db) =>
      arrangeFigures(db, query, { scope, now: Date.now(), madeBy }),
    )
    return crossTableOf(sheet)
  }
  const parts = ({ committed, registered, verified }: Partial<Record<string, unknown>>) =>
    [committed, registered, verified].join(' ')

  const { heads, groups } = (await crossOf({}))!

  const byCounty = await world.figures({ by: 'county' })
  const byAgency = await world.figures({ by: 'agency' })
  const columnOf = (group: (typeof groups)[number], at: number) =>
    group.lines.map((line) => line[at + 1]).join(' ')
  expect([heads.length, groups.map(({ lines }) => lines.length)]).toEqual([5, [3, 3, 3]])
  const sums = heads.slice(0, -1).map((_head, at) => columnOf(groups.at(-1)!, at))
  expect(sums.toSorted()).toEqual(byCounty.rows.map(parts).toSorted())
  const ends = groups.slice(0, -1).map((group) => columnOf(group, heads.length - 1))
  expect(ends.toSorted()).toEqual(byAgency.rows.map(parts).toSorted())
  expect(columnOf(groups.at(-1)!, heads.length - 1)).toEqual(parts(byCounty.total))
  expect((await crossOf({ gender: 'female' }))!.groups.at(-1)!.lines[0]!.at(-1)).toBe('–')
  expect(await crossOf({ also: 'women' })).toBeNull()
  const query = { ...place(world), by: 'county,agency' }
  expect((await fileOf(world, getFigurePdf, { query })).content.length).toBeGreaterThan(1000)
})

test('a cross table has the side across that fits on the sheet, and is a list where neither does', () => {
  const codes = (count: number) => Array.from({ length: count }, (_, index) => String(index))
  const cross = (counties: number, agencies: number) =>
    crossTableOf({
      language: 'en',
      names: CODES_ALONE,
      hasMoreColumns: false,
      matrix: { counties: codes(counties), agencies: codes(agencies), valueOf: () => 1 },
    })

  expect([cross(18, 40)?.corner, cross(18, 40)?.heads.length]).toEqual(['Agency', 19])
  expect([cross(19, 18)?.corner, cross(19, 18)?.groups.length]).toEqual(['County', 20])
  expect([cross(19, 19), cross(0, 0)]).toEqual([null, null])
})

test('women, graduates and the rural stand beside the rest when asked for, and add up', async () => {
  await using world = await openWorld()
  await fourCounties(world)
  const query = { ...place(world), by: 'county', also: 'women,men', language: 'en' }

  const written = csvRecords((await fileOf(world, getFigureCsv, { query })).content)

  expect(written.at(-1)).toMatchObject({ 'Women (reg.)': '3', 'Men (reg.)': '2', Registered: '5' })
  for (const row of written)
    expect(Number(row['Women (reg.)']) + Number(row['Men (reg.)'])).toBe(Number(row['Registered']))
})

test('the CSV begins as Excel wants it and holds the same figures', async () => {
  await using world = await openWorld()
  await fourCounties(world)
  const { rows } = await world.figures({ by: 'agency' })

  const { content, name } = await fileOf(world, getFigureCsv, { query: { ...place(world), by: 'agency' } })

  expect(content.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]))
  expect(name).toMatch(/^ارقام-.*-1404-.*\.csv$/)
  for (const row of rows)
    expect(csvRecords(content).find((each) => each['کد دستگاه'] === row.agency)).toMatchObject({
      تعهدشده: String(row.committed),
      ثبت‌شده: String(row.registered),
      تأییدشده: String(row.verified),
    })
})

test('the PDF is a tagged document with our own font in it', async () => {
  await using world = await openWorld()
  await fourCounties(world)

  const { content } = await fileOf(world, getFigurePdf, { query: { ...place(world), by: 'county' } })

  const text = content.toString('latin1')
  expect(text.startsWith('%PDF-1.7')).toBe(true)
  expect(text).toContain('Vazirmatn')
  expect(text).toContain('/MarkInfo')
})

test('by county the ranks of before and the unemployed stand beside the rest; what is not known is a dash', async () => {
  await using world = await openWorld({ province: '15' })
  const { province } = world
  await world.call(addPeriod, {
    body: { province, period: '1403', from: '1403-01-01', to: '1403-12-30' },
  })
  await fourCounties(world)
  const cells = [0, 1].map((county) => ({ county: world.county(county), agency: 'AGRI', value: 40 }))
  await world.commit(cells, { period: '1403' })
  const { job } = await world.call(registerJob, {
    body: {
      province,
      period: '1403',
      nationalId: newNationalId(),
      lastName: 'آزمون',
      agency: 'AGRI',
      county: world.county(0),
      startDate: '1403-05-03',
    },
  })
  const { jobId } = job
  await world.step(jobId, 'confirm')
  await world.step(jobId, 'verify')

  const query = { ...place(world), by: 'county' }
  const { content } = await fileOf(world, getFigureWorkbook, { query })

  const written = recordsOf((await bookOf(content)).worksheets[0]!, 6)
  const columns = ['رتبه', 'رتبهٔ ماه پیش', 'رتبهٔ دورهٔ پیش', 'نرخ بیکاری (سرشماری ۱۳۹۵)'] as const
  const of = (county: number) => {
    const row = written.find((each) => each['کد شهرستان'] === world.county(county))
    return columns.map((column) => row?.[column])
  }
  expect(of(0)).toEqual([2, '–', 1, expect.any(Number)])
  expect(of(1)).toEqual([1, '–', 2, expect.any(Number)])
  expect(of(2)[2]).toBe('–')
})
