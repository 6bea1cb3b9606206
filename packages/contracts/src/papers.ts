import { LANGUAGES } from '@rasad/domain/imports/verdict-text'
import { z } from 'zod'
import { getCommitment } from './commitments.ts'
import { defineFile } from './define-route.ts'
import { getFigures } from './figures.ts'
import { getImport } from './imports.ts'
import { JobFilterWords } from './job-filter.ts'
import { listJobs } from './jobs.ts'
import { AgencyCode, PeriodId, ProvinceCode, Text } from './wire.ts'

/** What a workbook (.xlsx) is called on the wire. */
const EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const CSV = 'text/csv; charset=utf-8'
const PDF = 'application/pdf'

const Language = Text.pipe(z.enum(LANGUAGES)).default('fa')

/** Parts of the jobs that a table of figures shows beside the others when asked to. */
export const SPECIAL_PARTS = ['women', 'men', 'graduates', 'rural'] as const
export type SpecialPart = (typeof SPECIAL_PARTS)[number]

const Parts = Text.transform((text) => text.split(/[,،]/).flatMap((part) => part.trim() || []))
  .pipe(z.array(z.enum(SPECIAL_PARTS)))
  .default([])

/** The question of `GET /figures`, how it is written down, and which special parts are shown beside the rest. */
const FigureFile = getFigures.query.extend({ language: Language, also: Parts })
export type FigureFileQuery = z.output<typeof FigureFile>

/** Reads the words of a file of figures, from an address or from a command line. */
export function readFigureFileQuery(words: unknown): z.ZodSafeParseResult<FigureFileQuery> {
  return FigureFile.safeParse(words)
}

export const getFigureWorkbook = defineFile({
  path: '/figures.xlsx',
  summary:
    'The figures as a workbook: the answer of GET /figures with its header, ranks and, for county × agency, the matrix',
  permission: 'figure.read',
  params: z.object({}),
  query: FigureFile,
  file: EXCEL,
})

export const getFigureCsv = defineFile({
  path: '/figures.csv',
  summary: 'The figures as CSV, UTF-8',
  permission: 'figure.read',
  params: z.object({}),
  query: FigureFile,
  file: CSV,
})

export const getFigurePdf = defineFile({
  path: '/figures.pdf',
  summary: 'The figures on paper, A4 landscape',
  permission: 'figure.read',
  params: z.object({}),
  query: FigureFile,
  file: PDF,
})

export const getCommitmentWorkbook = defineFile({
  path: '/commitments.xlsx',
  summary: 'A commitment as a matrix that can be read in again',
  permission: 'commitment.read',
  params: z.object({}),
  query: getCommitment.query.extend({ language: Language }),
  file: EXCEL,
})

export const getCommitmentNotice = defineFile({
  path: '/commitments/notice.pdf',
  summary:
    'The letters that notify a commitment, one to an agency with its share by county, and the whole; a draft is marked as one',
  permission: 'commitment.read',
  params: z.object({}),
  query: getCommitment.query.extend({
    language: Language,
    /** Only the letter to this agency. */
    agency: AgencyCode.optional(),
  }),
  file: PDF,
})

/** What of the filter the audit repeats: all but the words that are looked for in names and national IDs. */
const JOBS_TAKEN = {
  action: 'job.list-taken',
  audited: Object.keys(JobFilterWords.omit({ q: true, province: true }).shape),
}
const JobFile = listJobs.query.omit({ after: true, limit: true }).extend({ language: Language })
export type JobFileQuery = z.output<typeof JobFile>

export const getJobWorkbook = defineFile({
  path: '/jobs.xlsx',
  summary: 'All jobs that GET /jobs would list page by page, as a workbook; persons are masked',
  permission: 'job.read',
  params: z.object({}),
  query: JobFile,
  file: EXCEL,
  taken: JOBS_TAKEN,
})

export const getJobCsv = defineFile({
  path: '/jobs.csv',
  summary: 'All jobs that GET /jobs would list page by page, as CSV; persons are masked',
  permission: 'job.read',
  params: z.object({}),
  query: JobFile,
  file: CSV,
  taken: JOBS_TAKEN,
})

export const getImportTemplate = defineFile({
  path: '/import-template.xlsx',
  summary: 'An empty job list for an agency to fill in, with drop-downs; it comes back through POST /imports',
  permission: 'import.read',
  params: z.object({}),
  query: z.object({
    province: ProvinceCode,
    period: PeriodId,
    /** Without it the list is for several agencies, and has a column that names them. */
    agency: AgencyCode.optional(),
    language: Language,
  }),
  file: EXCEL,
})

export const getImportedFile = defineFile({
  path: '/imports/:province/:importId/file',
  summary: 'The file of an import as it was sent, byte for byte',
  permission: 'import.read',
  params: getImport.params,
  query: z.object({}),
  file: 'application/octet-stream',
  taken: { action: 'import.file-taken', audited: [] },
})
