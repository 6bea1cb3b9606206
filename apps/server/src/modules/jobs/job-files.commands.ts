import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { JobSummary } from '@rasad/contracts/jobs'
import type { JobFileQuery } from '@rasad/contracts/papers'
import type { Scope } from '@rasad/domain/access/scope'
import type { Language } from '@rasad/domain/imports/verdict-text'
import { jobStateText } from '@rasad/domain/jobs/job-state-text'
import { kindText } from '@rasad/domain/ledger/dimension-text'
import { formattingOf } from '@rasad/domain/persian/formatting'
import type { ReadDb } from '../../platform/db.ts'
import { Problem } from '../../platform/problem.ts'
import {
  CSV_START,
  csvLine,
  writeTableWorkbook,
  type TableColumn,
} from '../../platform/workbook/table-file.ts'
import type { Cell } from '../../platform/workbook/workbook.ts'
import { loadNames, type Names } from '../places/names.queries.ts'
import { listJobs } from './job-page.queries.ts'

type JobColumn = TableColumn & { of: (job: JobSummary) => Cell }
/** `pageSize` is how many jobs are read at once. */
type Circumstances = { scope: Scope; now: number; out: string; pageSize?: number }

/** What was written: the name to send it under, and what the audit tells of it. */
type JobFile = { name: string; told: { rows: number; searched?: boolean } }

/** The most jobs on one sheet: what Excel holds, less the heading. */
const MOST_SHEET_JOBS = 1_048_000
// A page of the list is read while the one before is written; the next continues behind its last job.
const PAGE = 5000
const LINES_A_PIECE = 500

const HEADERS: Record<Language, readonly string[]> = {
  fa: [
    'شناسه',
    'وضعیت',
    'کد ملی (پوشیده)',
    'نام',
    'جنسیت',
    'کد شهرستان',
    'شهرستان',
    'کد دستگاه',
    'دستگاه',
    'بخش',
    'نوع شغل',
    'نوع ایجاد',
    'مستقیم/غیرمستقیم',
    'تاریخ شروع به کار',
    'کارفرما',
  ],
  en: [
    'Job',
    'State',
    'National ID (masked)',
    'Name',
    'Gender',
    'County code',
    'County',
    'Agency code',
    'Agency',
    'Sector',
    'Job type',
    'Novelty',
    'Directness',
    'Start date',
    'Employer',
  ],
}
const SHEET: Record<Language, { jobs: string; title: string; made: string; fromImport: string }> = {
  fa: { jobs: 'شغل‌ها', title: 'فهرست شغل‌ها', made: 'تهیه', fromImport: 'ورود' },
  en: { jobs: 'Jobs', title: 'List of jobs', made: 'Made', fromImport: 'import' },
}

/** Writes every job of the list as a workbook, row by row; refuses more than a sheet can hold. */
export async function writeJobWorkbook(
  db: ReadDb,
  query: JobFileQuery,
  { scope, now, out, pageSize = PAGE }: Circumstances,
): Promise<JobFile> {
  const { language } = query
  const names = await loadNames(db, language, query.province)
  const columns = columnsOf(language, names)
  const { moment, digits } = formattingOf(language)
  const title = [SHEET[language].title, names.province(query.province), digits(query.period)].join(' · ')
  let written = 0
  async function* rows(): AsyncIterable<Cell[]> {
    for await (const page of jobPages(db, query, { scope, pageSize })) {
      written += page.length
      if (written > MOST_SHEET_JOBS) throw new Problem('paper.too-many-rows', { limit: MOST_SHEET_JOBS })
      for (const job of page) yield columns.map(({ of }) => of(job))
    }
  }
  const table = {
    sheet: SHEET[language].jobs,
    rightToLeft: language === 'fa',
    title: [
      title,
      [`${SHEET[language].made}: ${moment(new Date(now).toISOString())}`, ...restrictions(query, names)].join(
        ' · ',
      ),
    ],
    columns,
    rows: rows(),
  }
  await writeTableWorkbook(out, [table])
  return { name: fileNameOf(query, names, 'xlsx'), told: toldOf(query, written) }
}

/** Writes every job of the list as CSV, however many there are. */
export async function writeJobCsv(
  db: ReadDb,
  query: JobFileQuery,
  { scope, out, pageSize = PAGE }: Circumstances,
): Promise<JobFile> {
  const { language } = query
  const names = await loadNames(db, language, query.province)
  const columns = columnsOf(language, names)
  let written = 0
  async function* pieces(): AsyncIterable<string> {
    yield CSV_START + csvLine(columns.map(({ header }) => header))
    for await (const page of jobPages(db, query, { scope, pageSize })) {
      written += page.length
      for (let from = 0; from < page.length; from += LINES_A_PIECE) {
        const part = page.slice(from, from + LINES_A_PIECE)
        yield part.map((job) => csvLine(columns.map(({ of }) => of(job)))).join('')
      }
    }
  }
  await pipeline(Readable.from(pieces()), createWriteStream(out))
  return { name: fileNameOf(query, names, 'csv'), told: toldOf(query, written) }
}

/** What is looked for may be a person, so that it is only told that something was. */
function toldOf({ q }: JobFileQuery, rows: number): JobFile['told'] {
  return { rows, ...(q !== undefined && { searched: true }) }
}

function restrictions({ language, county, agency, state, importId }: JobFileQuery, names: Names): string[] {
  return [
    ...(county === undefined ? [] : [names.county(county)]),
    ...(agency === undefined ? [] : [names.agency(agency)]),
    ...(state === undefined ? [] : [state.map((each) => jobStateText(language, each)).join('، ')]),
    ...(importId === undefined
      ? []
      : [`${SHEET[language].fromImport} ${formattingOf(language).count(importId)}`]),
  ]
}

async function* jobPages(
  db: ReadDb,
  query: JobFileQuery,
  { scope, pageSize }: { scope: Scope; pageSize: number },
): AsyncIterable<JobSummary[]> {
  let after: string | undefined
  for (;;) {
    const { jobs, next } = await listJobs(db, { ...query, after, limit: pageSize }, scope)
    yield jobs
    if (next === null) return
    after = next
  }
}

function columnsOf(language: Language, names: Names): JobColumn[] {
  const { day } = formattingOf(language)
  const shapes: Omit<JobColumn, 'header'>[] = [
    { kind: 'number', width: 10, of: ({ jobId }) => jobId },
    { kind: 'text', width: 14, of: ({ state }) => jobStateText(language, state) },
    { kind: 'text', width: 14, of: ({ nationalId }) => nationalId },
    { kind: 'text', width: 22, of: ({ name }) => name },
    { kind: 'text', width: 9, of: ({ gender }) => kindText(language, gender) },
    { kind: 'text', width: 9, of: ({ county }) => county },
    { kind: 'text', width: 16, of: ({ county }) => names.county(county) },
    { kind: 'text', width: 10, of: ({ agency }) => agency },
    { kind: 'text', width: 20, of: ({ agency }) => names.agency(agency) },
    { kind: 'text', width: 11, of: ({ sector }) => kindText(language, sector) },
    { kind: 'text', width: 14, of: ({ jobType }) => kindText(language, jobType) },
    { kind: 'text', width: 11, of: ({ novelty }) => kindText(language, novelty) },
    { kind: 'text', width: 12, of: ({ directness }) => kindText(language, directness) },
    { kind: 'text', width: 13, of: ({ startDate }) => day(startDate) },
    { kind: 'text', width: 26, of: ({ employer }) => employer },
  ]
  return shapes.map((shape, index) => ({ ...shape, header: HEADERS[language][index] ?? '' }))
}

function fileNameOf({ language, province, period }: JobFileQuery, names: Names, extension: string): string {
  return `${[SHEET[language].jobs, names.province(province), period].join('-').replaceAll(' ', '-')}.${extension}`
}
