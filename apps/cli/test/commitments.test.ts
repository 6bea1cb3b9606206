import type { ChildProcess } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type { CommitmentDifference, CommitmentVersion } from '@rasad/contracts/commitments'
import type { FigureTable } from '@rasad/contracts/figures'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { commandsOn, freePort, makeFolder, startRasad } from './rasad.ts'

const folder = makeFolder()
const { on, answer } = commandsOn(folder.path)
const place = ['--province', '15', '--period', '1404']
let server: { child: ChildProcess; ended: Promise<unknown> }

beforeAll(async () => {
  server = await startRasad(['--data', folder.path, '--port', String(await freePort())])
  for (const year of ['1403', '1404'])
    await answer(
      'period',
      'add',
      year,
      '--province',
      '15',
      '--from',
      `${year}-01-01`,
      '--to',
      `${year}-12-29`,
    )
  const last = path.join(folder.path, 'تعهد ۱۴۰۳.csv')
  writeFileSync(last, 'دستگاه,خرم‌آباد,الیگودرز,جمع\nAGRI,60,20,80\nLABOR,10,10,20\n')
  await answer('commitment', 'set', last, '--province', '15', '--period', '1403')
})

afterAll(async () => {
  server.child.kill('SIGTERM')
  await server.ended
  folder.remove()
})

function sumOf(
  { cells }: Pick<CommitmentVersion, 'cells'>,
  part: Partial<CommitmentVersion['cells'][number]>,
): number {
  return cells
    .filter(
      (cell) => (part.agency ?? cell.agency) === cell.agency && (part.county ?? cell.county) === cell.county,
    )
    .reduce((sum, { value }) => sum + value, 0)
}

async function committed(): Promise<number | null> {
  return (await answer<FigureTable>('figures', ...place)).total.committed
}

test('a split counts nothing until it is notified, an amendment keeps the pin, and the comparison adds up', async () => {
  const split = ['commitment', 'split', ...place, '--total', '۱٬۰۰۰', '--pin', 'LABOR/1503=90']
  const draft = await answer<CommitmentVersion>(...split, '--margin', 'agency:AGRI=700')
  const [agriculture, pinned] = [
    sumOf(draft, { agency: 'AGRI' }),
    sumOf(draft, { agency: 'LABOR', county: '1503' }),
  ]

  expect({ total: sumOf(draft, {}), agriculture, pinned }).toEqual({
    total: 1000,
    agriculture: 700,
    pinned: 90,
  })
  expect(draft.notice).toBeNull()
  expect(await committed()).toBe(0)

  const letter = ['--letter', '۱۲۳/۴۵', '--letter-date', '1404-02-01']
  const notified = await answer<CommitmentVersion>('commitment', 'notify', '1', ...place, ...letter)
  expect(notified.notice?.letter).toEqual({ number: '123/45', date: '1404-02-01' })
  expect(await committed()).toBe(1000)
  expect((await on('commitment', 'notify', '1', ...place, ...letter)).err).toBe(
    'نسخهٔ ۱ پیش‌تر ابلاغ شده است.\n',
  )

  const raise = ['--total', '1200', '--margin', 'agency:AGRI=900', '--reason', 'افزایش']
  const amended = await on('commitment', 'amend', ...place, ...raise)
  expect(amended.out).toMatch(/^وضعیت: پیش‌نویس$/mu)
  expect(amended.out).toContain('rasad commitment notify 2 --province 15 --period 1404 --letter NUMBER')
  expect(await committed()).toBe(1000)

  const compared = await answer<CommitmentDifference>(
    'commitment',
    'compare',
    ...place,
    '--from',
    '1',
    '--to',
    '2',
  )
  expect(compared).toMatchObject({
    total: { before: 1000, after: 1200, difference: 200 },
    margins: { agency: [{ name: 'AGRI', before: 700, after: 900, difference: 200 }] },
  })
  expect(compared.cells.some(({ agency }) => agency === 'LABOR')).toBe(false)

  await answer('commitment', 'notify', '2', ...place, ...letter)
  expect(await committed()).toBe(1200)
  const { versions } = await answer<{ versions: CommitmentVersion[] }>('commitment', 'versions', ...place)
  expect(versions.map(({ version, total }) => ({ version, total }))).toEqual([
    { version: 2, total: 1200 },
    { version: 1, total: 1000 },
  ])
})

test('a draft is printed as a matrix, agencies down and counties across, with what it was weighed by', async () => {
  const shared = ['--total', '60', '--counties', '1501,1503', '--baseline', 'national', '--lang', 'en']
  const { out } = await on(
    'commitment',
    'split',
    ...place,
    ...shared,
    '--agencies',
    'LABOR,AGRI',
    '--floor',
    '0',
  )

  // Nothing national was committed the period before, so that people are counted.
  expect(out).toMatch(/^Weighed by: population × 1$/m)
  const lines = out.split('\n').map((line) => line.split(/ {2,}/))
  const header = lines.findIndex(([first]) => first === 'Agency')
  expect(lines[header]).toEqual(['Agency', 'Aligudarz', 'Khorramabad', 'Total'])
  expect(lines[header + 1]).toEqual(['', '1501', '1503'])
  expect(lines[header + 3]?.[0]).toMatch(/^Cooperatives, Labour and Social Welfare.* LABOR$/)
  expect(lines[header + 4]?.[0]).toBe('Provincial Agriculture-Jahad Organization AGRI')
  expect(lines[header + 6]).toMatchObject({ 0: 'Total', 3: '60' })
  expect(out).toContain('rasad commitment notify 1 --province 15 --period 1404 --baseline national --letter')
})

test('what cannot hold is refused with the agency by name, what was wanted and what is possible', async () => {
  const asked = [
    'commitment',
    'split',
    ...place,
    '--total',
    '100',
    '--margin',
    'agency:AGRI=10',
    '--pin',
    'AGRI/1503=11',
  ]

  const [told, coded, unread] = await Promise.all([
    on(...asked),
    on(...asked, '--json'),
    on('commitment', 'split', ...place, '--total', '100', '--pin', 'AGRI'),
  ])

  expect(told).toMatchObject({ code: 1, out: '' })
  expect(told.err).toContain('دستگاه جهاد کشاورزی AGRI: ۱۰ خواسته شده، اما خانه‌های ثابت آن ۱۱ می‌شود')
  expect(JSON.parse(coded.out)).toMatchObject({
    code: 'commitment.cannot-hold',
    params: { code: 'split.pins-exceed-margin', of: 'agency', name: 'AGRI', wanted: 10, possible: 11 },
  })
  expect(unread).toMatchObject({ code: 2, out: '' })
  expect(unread.err).toContain('--pin: ')
})

test('a version that is written as a workbook in Persian or as CSV in English is read back cell by cell', async () => {
  await answer('period', 'add', '1405', '--province', '15', '--from', '1405-01-01', '--to', '1405-12-29')
  const weights = path.join(folder.path, 'وزن.csv')
  writeFileSync(weights, 'دستگاه,خرم‌آباد,ازنا\nAGRI,3,1\nSMT,2,\n')
  const next = ['--province', '15', '--period', '1405']
  const sectors = ['--sectors', 'services,agriculture', '--margin', 'sector:services=61']
  const split = ['commitment', 'split', ...next, '--total', '97', '--weights', weights, ...sectors]
  const { cells } = await answer<CommitmentVersion>(...split)
  const out = (name: string) => path.join(folder.path, name)
  const files = [out('تعهد.xlsx'), out('commitment.csv')]

  await answer('commitment', 'show', ...next, '--xlsx', out('تعهد.xlsx'), '--lang', 'fa')
  await answer('commitment', 'show', ...next, '--csv', out('commitment.csv'), '--lang', 'en')
  for (const file of files) await answer('commitment', 'set', file, ...next)

  for (const [index] of files.entries()) {
    const read = await answer<CommitmentVersion>(
      'commitment',
      'show',
      ...next,
      '--version',
      String(index + 2),
    )
    expect(read.cells).toEqual(cells)
  }
  expect(cells.length).toBeGreaterThan(4)
})

test.each([
  { period: '1406', sectors: [], names: ['fa.xlsx', 'en.csv'] },
  { period: '1407', sectors: ['--sectors', 'services,agriculture'], names: ['en.xlsx', 'fa.csv'] },
])(
  'a version with programmes is written as $names, told by programme and read back cell by cell',
  async (asked) => {
    const { period, sectors, names } = asked
    await answer(
      'period',
      'add',
      period,
      '--province',
      '15',
      '--from',
      `${period}-01-01`,
      '--to',
      `${period}-12-29`,
    )
    const next = ['--province', '15', '--period', period]
    const programmes = ['--programmes', 'internship,home-based-businesses,unspecified']
    const wholes = [
      '--margin',
      'programme:internship=31',
      '--agencies',
      'AGRI,LABOR',
      '--counties',
      '1501,1503',
    ]
    const sector = sectors.length === 0 ? '' : '/services'
    const pin = ['--pin', `LABOR/1503${sector}/internship=9`]
    const split = ['commitment', 'split', ...next, '--total', '97', '--factor', 'population']
    const { cells } = await answer<CommitmentVersion>(...split, ...programmes, ...wholes, ...pin, ...sectors)
    const files = names.map((name) => ({
      lang: name.slice(0, 2),
      option: `--${name.slice(3)}`,
      file: path.join(folder.path, `${period}-${name}`),
    }))

    for (const { lang, option, file } of files)
      await answer('commitment', 'show', ...next, '--version', '1', option, file, '--lang', lang)
    for (const { file } of files) await answer('commitment', 'set', file, ...next)

    for (const [index] of files.entries()) {
      const read = await answer<CommitmentVersion>(
        'commitment',
        'show',
        ...next,
        '--version',
        String(index + 2),
      )
      expect(read.cells).toEqual(cells)
    }
    const inLabour = cells.filter((cell) => cell.agency === 'LABOR' && cell.county === '1503')
    expect(inLabour).toContainEqual(expect.objectContaining({ programme: 'internship', value: 9 }))
    const told = await on('commitment', 'show', ...next, '--by', 'programme', '--lang', 'fa')
    expect(told.out).toMatch(/^کارورزی +۳۱$/mu)
    expect(told.out).toMatch(/^جمع +۹۷$/mu)
    const unread = await on('commitment', 'show', ...next, '--by', 'village')
    expect(unread).toMatchObject({ code: 2, out: '' })
  },
)
