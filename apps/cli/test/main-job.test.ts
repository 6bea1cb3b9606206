import type { ChildProcess } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { FigureTable } from '@rasad/contracts/figures'
import type { ImportOutcome, ImportRow } from '@rasad/contracts/imports'
import type { Job } from '@rasad/contracts/jobs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { commandsOn, freePort, makeFolder, rasad, startRasad } from './rasad.ts'

const folder = makeFolder()
const place = ['--province', '15', '--period', '1404']
const { on, answer } = commandsOn(folder.path)
type Rows = { rows: ImportRow[]; count: number }
let server: { child: ChildProcess; ended: Promise<unknown> }

function file(name: string, lines: readonly string[]): string {
  const at = path.join(folder.path, name)
  writeFileSync(at, lines.join('\n'))
  return at
}

const HEADER = 'کد ملی,نام,نام خانوادگی,شهرستان,تاریخ شروع به کار,بخش اقتصادی'

beforeAll(async () => {
  await rasad(['init', '--data', folder.path])
  server = await startRasad(['--data', folder.path, '--port', String(await freePort())])
})

afterAll(async () => {
  server.child.kill('SIGTERM')
  await server.ended
  folder.remove()
})

test('a province registers, verifies and answers by county and by agency, now and as of then', async () => {
  const period = ['period', 'add', '۱۴۰۴', '--province', '۱۵', '--from', '1404-01-01', '--to', '1404-12-29']
  expect(await answer(...period)).toMatchObject({ period: '1404', cutoff: '1404-12-29' })
  expect(await on(...period, '--lang', 'en')).toMatchObject({ code: 1, out: '' })

  const matrix = file('تعهد.csv', [
    'دستگاه,خرم‌آباد,الیگودرز,جمع',
    'جهاد کشاورزی,100,50,150',
    'LABOR,80,20,100',
  ])
  expect(await answer('commitment', 'set', matrix, ...place)).toMatchObject({
    version: 1,
    total: 250,
    source: 'تعهد.csv',
  })

  const list = file('فهرست کشاورزی.csv', [
    HEADER,
    '5667369362,مریم,احمدی,خرم‌آباد,1404/02/03,کشاورزی',
    '7500087136,علی,رضایی,الیگودرز,۱۴۰۴/۰۳/۰۴,خدمات',
    '9685121575,سارا,کریمی,خرم آباد,1404/02/09,صنعت',
    '1111111111,رضا,بد,خرم‌آباد,1404/02/09,صنعت',
  ])
  const errors = path.join(folder.path, 'ایرادها.xlsx')
  const dry = await answer<ImportOutcome>(
    'import',
    'jobs',
    list,
    ...place,
    '--agency',
    'AGRI',
    '--dry-run',
    '--errors',
    errors,
  )
  expect(dry).toMatchObject({
    importId: null,
    rows: 4,
    accepted: 3,
    rejected: 1,
    reasons: { 'national-id.invalid': 1 },
  })
  expect(existsSync(errors)).toBe(true)

  const imported = await on('import', 'jobs', list, ...place, '--agency', 'AGRI', '--lang', 'en')
  expect(imported.code).toBe(0)
  expect(imported.out).toContain('The national ID is not right')
  expect(imported.out).toContain('«تاریخ شروع به کار» → start date')
  expect(imported.out).toContain('rasad figures --province 15 --period 1404')

  const asked = ['figures', ...place, '--by', 'county,agency']
  const before = await answer<FigureTable>(...asked)
  expect(before.unsettled).toBe(0)
  expect(before.rows.find((row) => row.county === '1503' && row.agency === 'AGRI')).toMatchObject({
    committed: 100,
    registered: 2,
    verified: 0,
  })

  expect(await answer('jobs', 'step', '--all', ...place, '--state', 'registered', 'confirm')).toEqual({
    taken: 3,
    refused: {},
    refusedJobs: {},
    interrupted: false,
  })
  const { jobs } = await answer<{ jobs: { jobId: number; county: string }[] }>(
    'jobs',
    'list',
    ...place,
    '--county',
    '1503',
  )
  const [first = { jobId: 0 }, second = { jobId: 0 }] = jobs
  expect(await answer('jobs', 'step', `${first.jobId}`, 'verify', '--province', '15')).toMatchObject({
    state: 'verified',
  })
  const several = await on(
    'jobs',
    'step',
    `${first.jobId},${second.jobId}`,
    'verify',
    '--province',
    '15',
    '--json',
  )
  expect(several.code).toBe(1)
  expect(JSON.parse(several.out)).toEqual({
    taken: 1,
    refused: { 'job.wrong-state': 1 },
    refusedJobs: { 'job.wrong-state': [first.jobId] },
    interrupted: false,
  })
  const narrowed = ['jobs', 'step', `${first.jobId}`, 'confirm', '--all', ...place, '--json']
  expect(JSON.parse((await on(...narrowed)).out)).toMatchObject({
    code: 'bad-input',
    params: { fields: [{ field: 'IDS' }] },
  })

  const after = await answer<FigureTable>(...asked)
  expect(after.total).toMatchObject({ committed: 250, registered: 3, verified: 2 })
  expect(await answer<FigureTable>(...asked, '--as-of', String(before.batch))).toMatchObject({
    rows: before.rows,
    total: before.total,
  })
  expect(await answer('explain', ...place, '--truth', 'verified', '--county', '1503')).toMatchObject({
    value: 2,
    postingCount: 2,
  })
  expect(await answer('difference', ...place, '--from', String(before.batch))).toMatchObject({
    before: { verified: 0 },
    after: { verified: 2 },
  })
  expect(await answer('ledger', 'check', '--province', '15')).toMatchObject({ wrong: 0 })
  expect(await on('import', 'undo', '1', '--province', '15', '--reason', 'اشتباه')).toMatchObject({
    code: 1,
    out: '',
  })
})

test('figures are printed as a table, written as CSV and as a workbook', async () => {
  const table = await on('figures', ...place, '--by', 'agency')
  expect(table.out).toContain('استان: لرستان 15')
  const [header = '', rule = '', labour = '', agriculture = ''] = table.out.split('\n').slice(6)
  expect(header).toMatch(/^دستگاه\s+تعهدشده\s+ثبت‌شده\s+تأییدشده/u)
  expect(rule).toMatch(/^[─ ]+$/u)
  expect(labour).toMatch(/^تعاون، کار و رفاه اجتماعی LABOR\s/u)
  expect(agriculture).toMatch(/^جهاد کشاورزی AGRI\s+۱۵۰\s+۳\s+۲\s/u)

  const csv = await on('figures', ...place, '--by', 'agency', '--csv', '-', '--lang', 'en')
  expect(csv.out.split('\n').slice(0, 2)).toEqual([
    'Rank,code Agency,Agency,Committed,Registered,Under review,Verified,Rejected,Duplicate,Unreachable,Withdrawn,Beside,Registered / committed,Verified / registered,Achievement,Pro-rata target,Gap to target,Rank last month',
    '1,AGRI,Provincial Agriculture-Jahad Organization,150,3,1,2,0,0,0,0,0,0.02,0.667,0.013,150,-148,–',
  ])

  const sheet = path.join(folder.path, 'رقم‌ها.xlsx')
  expect(await on('figures', ...place, '--by', 'agency', '--xlsx', sheet)).toMatchObject({
    code: 0,
    out: `نوشته شد: ${sheet}\n`,
  })
  expect(readFileSync(sheet).subarray(0, 2).toString()).toBe('PK')
})

test('a job is registered by hand by the rules of a list, and counts like one of a list', async () => {
  const entry = ['jobs', 'register', ...place, '--agency', 'LABOR', '--county', 'خرم‌آباد']
  const person = ['--national-id', '۰۰۱۲۳۴۵۶۷۹', '--last-name', 'مرادی', '--start-date', '۱۴۰۴/۲/۱۱']
  const committed = ['figures', ...place, '--agency', 'LABOR', '--county', '1503']

  const { job } = await answer<{ job: Job }>(
    ...entry,
    ...person,
    '--gender',
    'female',
    '--sector',
    'services',
  )
  const again = await on(...entry, ...person)
  const wrong = await on(...entry, '--national-id', '1111111111', ...person.slice(2), '--lang', 'en')

  expect(job).toMatchObject({
    state: 'registered',
    county: '1503',
    sector: 'services',
    gender: 'female',
    startDate: '1404-02-11',
  })
  expect((await answer<FigureTable>(...committed)).total).toMatchObject({ committed: 80, registered: 1 })
  expect(again).toMatchObject({ code: 1, out: '' })
  expect(wrong.err).toContain('The national ID is not right')
})

test('what became of the rows of an import is told again, and its error file written again', async () => {
  const errors = path.join(folder.path, 'ایرادهای ورود.xlsx')

  const asked = ['import', 'rows', '1', '--province', '15']
  const { rows, count } = await answer<Rows>(...asked, '--verdict', 'rejected')
  const told = await on(...asked)
  const written = await on('import', 'errors', '1', '--province', '15', errors)

  expect({ rows, count }).toMatchObject({
    rows: [{ row: 5, verdict: 'rejected', reasons: ['national-id.invalid'] }],
    count: 1,
  })
  expect(told.out).toMatch(/^csv\s+۵\s+ردشده\s+کد ملی درست نیست/mu)
  expect(written).toEqual({ code: 0, out: `نوشته شد: ${errors}\n`, err: '' })
  expect(readFileSync(errors).subarray(0, 2).toString()).toBe('PK')
  expect(await on('import', 'rows', '9', '--province', '15')).toMatchObject({ code: 1, out: '' })
})

test('preparing the database says how much of each kind it knows', async () => {
  const known = await answer('init')

  expect(known).toMatchObject({ provinces: 31, counties: 484, ruralDistricts: 2776, cities: 1450, banks: 37 })
  expect((await on('init', '--lang', 'en')).out).toContain('\n484 counties\n')
})

test.concurrent.each([
  { what: 'a missing option', args: ['period', 'list'], code: 2, says: '--province' },
  { what: 'an unknown command', args: ['figure'], code: 2, says: 'figures' },
  {
    what: 'a province that is no code',
    args: ['period', 'list', '--province', 'لرستان'],
    code: 2,
    says: '--province',
  },
  {
    what: 'an unknown dimension',
    args: ['figures', '--period', '1404', '--by', 'moon'],
    code: 2,
    says: '--by',
  },
  {
    what: 'a batch that never was',
    args: ['figures', ...place, '--as-of', '99'],
    code: 1,
    says: 'rasad ledger batches',
  },
  {
    what: 'a file that is not there',
    args: ['import', 'jobs', 'نیست.xlsx', ...place, '--agency', 'AGRI'],
    code: 1,
    says: 'نیست.xlsx',
  },
  {
    what: 'an id that is none',
    args: ['jobs', 'show', 'x', '--province', '15'],
    code: 2,
    says: '<ID>',
  },
  {
    what: 'a step that is none',
    args: ['jobs', 'step', '1', 'frobnicate', '--province', '15'],
    code: 2,
    says: '[STEP]',
  },
  {
    what: 'the name of a period in letters that it cannot have',
    args: ['period', 'add', 'دوره', '--province', '15', '--from', '1404/1/1', '--to', '1404/12/29'],
    code: 2,
    says: '<NAME>',
  },
  {
    what: 'a difference from a later moment to an earlier one',
    args: ['difference', ...place, '--from', '2', '--to', '1'],
    code: 2,
    says: '--to',
  },
  {
    what: 'a folder in place of the error file',
    args: ['import', 'jobs', import.meta.filename, ...place, '--agency', 'AGRI', '--errors', folder.path],
    code: 1,
    says: folder.path,
  },
  {
    what: 'the list itself in place of the error file',
    args: [
      'import',
      'jobs',
      import.meta.filename,
      ...place,
      '--agency',
      'AGRI',
      '--errors',
      import.meta.filename,
    ],
    code: 2,
    says: import.meta.filename,
  },
  {
    what: 'an unknown period',
    args: ['figures', '--province', '15', '--period', '1399'],
    code: 1,
    says: '1399',
  },
])('$what is refused with exit code $code', async ({ args, code, says }) => {
  const refused = await on(...args)

  expect(refused).toMatchObject({ code, out: '' })
  expect(refused.err).toContain(says)
})

test('a file that is no workbook is refused in words and as a problem', async () => {
  const pdf = file('نامه.xlsx', ['%PDF-1.7', '%âãÏÓ'])

  const refused = await on('import', 'jobs', pdf, ...place, '--agency', 'AGRI', '--json')

  expect(refused.code).toBe(1)
  expect(JSON.parse(refused.out)).toMatchObject({ status: 422, code: expect.stringMatching(/^workbook\./) })
})

test.each([
  { words: ['figures', '--province', '15', '--period', '1405'], near: '1404' },
  {
    words: ['figures', ...place, '--agency', 'AGRY'],
    near: 'Provincial Agriculture-Jahad Organization AGRI',
  },
  {
    words: ['jobs', 'list', ...place, '--agency', 'agri'],
    near: 'Provincial Agriculture-Jahad Organization AGRI',
  },
  { words: ['figures', ...place, '--county', 'خرم آباد'], near: 'Khorramabad 1503' },
  { words: ['period', 'list', '--province', 'لرستان'], near: 'Lorestan 15' },
])(
  'a word for no province, period, agency or county is answered with the near one: $near',
  async ({ words, near }) => {
    const refused = await on(...words, '--lang', 'en')

    expect(refused).toMatchObject({ out: '', err: expect.stringMatching(`meant: ${near}\n$`) as string })
  },
)
