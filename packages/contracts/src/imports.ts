import { COLUMNS } from '@rasad/domain/imports/columns'
import { VERDICTS } from '@rasad/domain/imports/verdict'
import { z } from 'zod'
import { defineChange, defineFile, defineRead } from './define-route.ts'
import { AgencyCode, JsonColumns, PeriodId, ProvinceCode, Text, WholeNumber, Words } from './wire.ts'

const Counts = z.record(z.string(), z.number().int())

const Verdicts = z.object({
  accepted: z.number().int(),
  rejected: z.number().int(),
  duplicate: z.number().int(),
  conflict: z.number().int(),
})

/** One sheet of the file: read by this mapping, or skipped because it holds no list. */
export const ImportSheet = z
  .object({
    name: z.string(),
    skipped: z.boolean(),
    hidden: z.boolean(),
    rows: z.number().int(),
    ...Verdicts.shape,
    hiddenRows: z.number().int(),
    totalRows: z.number().int(),
    /** The row numbers of the header, from and to; null when there is none. */
    headerRows: z.tuple([z.number().int(), z.number().int()]).nullable(),
    /** Which header was read as which column. */
    mapping: z.array(z.object({ index: z.number().int(), header: z.string(), column: z.enum(COLUMNS) })),
    unknownHeaders: z.array(z.string()),
    repeatedHeaders: z.array(z.string()),
  })
  .meta({ id: 'ImportSheet' })
export type ImportSheet = z.infer<typeof ImportSheet>

/** How the rows of one county were judged. */
export const CountyVerdicts = Verdicts.extend({ county: z.string().nullable() }).meta({
  id: 'CountyVerdicts',
})
export type CountyVerdicts = z.infer<typeof CountyVerdicts>

/** What became of the rows that speak for one agency; null are those that name none that is known. */
export const ImportOfAgency = z
  .object({
    agency: z.string().nullable(),
    rows: z.number().int(),
    ...Verdicts.shape,
  })
  .meta({ id: 'ImportOfAgency' })
export type ImportOfAgency = z.infer<typeof ImportOfAgency>

/** What became of a list: the verdicts of its rows and why. */
export const ImportOutcome = z
  .object({
    /** Null for a dry run and for a file that added nothing to record. */
    importId: z.number().int().nullable(),
    dryRun: z.boolean(),
    province: z.string(),
    period: z.string(),
    /** The sender; null for a list of several agencies, of which each row names its own. */
    agency: z.string().nullable(),
    file: z.string(),
    sha256: z.string(),
    format: z.enum(['xlsx', 'xls', 'ods', 'csv']),
    rows: z.number().int(),
    ...Verdicts.shape,
    reasons: Counts,
    corrections: Counts,
    warnings: Counts,
    /** In the order of their codes, rows of no known agency last. */
    agencies: z.array(ImportOfAgency),
    sheets: z.array(ImportSheet),
    /** The verdicts by the county that a row names; null for the rows that name none of the province. */
    counties: z.array(CountyVerdicts),
    /** Whether the period's registration cut-off had passed. */
    afterCutoff: z.boolean(),
    /** The ledger batch the accepted rows settled in; null when none did. */
    batch: z.number().int().nullable(),
  })
  .meta({ id: 'ImportOutcome' })
export type ImportOutcome = z.infer<typeof ImportOutcome>

/** An import that stands in the register. */
export const Import = ImportOutcome.omit({
  dryRun: true,
  format: true,
  batch: true,
  importId: true,
  afterCutoff: true,
  counties: true,
})
  .extend({
    importId: z.number().int(),
    importedBy: z.string(),
    importedAt: z.string(),
    undone: z.object({ by: z.string(), at: z.string(), reason: z.string() }).nullable(),
  })
  .meta({ id: 'Import' })
export type Import = z.infer<typeof Import>

/** A row there is something to say about. */
export const ImportRow = z
  .object({
    sheet: z.string(),
    row: z.number().int(),
    verdict: z.enum(VERDICTS),
    reasons: z.array(z.string()),
    corrections: z.array(z.string()),
    warnings: z.array(z.string()),
    jobId: z.number().int().nullable(),
  })
  .meta({ id: 'ImportRow' })
export type ImportRow = z.infer<typeof ImportRow>

/** How far a run is; one that waits, reads or enters has not ended yet. */
export const RUN_PHASES = [
  'waiting',
  'reading',
  'entering',
  'done',
  'refused',
  'failed',
  'cancelled',
] as const
export type RunPhase = (typeof RUN_PHASES)[number]

/** An import that waits or is under way, or how it ended. */
export const ImportRun = z
  .object({
    runId: z.string(),
    province: z.string(),
    period: z.string(),
    /** The sender; null for a list of several agencies. */
    agency: z.string().nullable(),
    file: z.string(),
    sha256: z.string(),
    dryRun: z.boolean(),
    startedBy: z.string(),
    startedAt: z.string(),
    endedAt: z.string().nullable(),
    phase: z.enum(RUN_PHASES),
    /** From 0 to 1. */
    progress: z.number(),
    rowsRead: z.number().int(),
    outcome: ImportOutcome.nullable(),
    problem: z.object({ code: z.string(), params: z.record(z.string(), z.unknown()) }).nullable(),
    /** Until when the rows of a dry run are kept, to be mended and imported; null when none are. */
    keptUntil: z.string().nullable(),
    /** How many rows of it are mended. */
    mended: z.number().int(),
    /** The dry run that this one imports, or checks again. */
    fromRunId: z.string().nullable(),
    /** The run that imports this dry one, or did. */
    importingRunId: z.string().nullable(),
    /** The run that checks this dry one again, or did: then what was mended is there. */
    checkingRunId: z.string().nullable(),
  })
  .meta({ id: 'ImportRun' })
export type ImportRun = z.infer<typeof ImportRun>

const Flag = Text.pipe(z.enum(['true', 'false'])).transform((text) => text === 'true')

/** The file itself is the body of the request, as `application/octet-stream`. */
export const startImport = defineChange({
  method: 'POST',
  path: '/imports',
  summary: 'Imports a job list (.xlsx, .xls, .ods, .csv as the body); answers at once with a run to follow',
  permission: 'import.run',
  action: 'import.run',
  audited: [],
  params: z.object({}),
  query: z.object({
    province: ProvinceCode,
    period: PeriodId,
    /** The sender. Left out by whoever speaks for several agencies: then each row has to name its own. */
    agency: AgencyCode.optional(),
    /** The name of the file. */
    name: Words,
    dryRun: Flag.default(false),
    /** Column names that go before the recognised and the saved ones, as JSON: `{"شناسه":"nationalId"}`. */
    mapping: JsonColumns.optional(),
  }),
  body: z.unknown(),
  response: ImportRun,
})

export const getImportRun = defineRead({
  path: '/import-runs/:runId',
  summary: 'How far an import has come, and how it ended',
  permission: 'import.read',
  params: z.object({ runId: z.string() }),
  query: z.object({}),
  response: ImportRun,
})

/** Which rows of an import are asked for, and which page of them. */
export const RowQuery = z.object({
  verdict: Text.pipe(z.enum(VERDICTS)).optional(),
  /** A reason, correction or warning: the rows that have it. */
  note: Text.optional(),
  offset: WholeNumber.default(0),
  limit: WholeNumber.pipe(z.number().min(1).max(1000)).default(200),
})

export const listImports = defineRead({
  path: '/imports',
  summary: 'The imports of a period, newest first',
  permission: 'import.read',
  params: z.object({}),
  query: z.object({
    province: ProvinceCode,
    period: PeriodId,
    agency: AgencyCode.optional(),
    after: WholeNumber.optional(),
    limit: WholeNumber.pipe(z.number().min(1).max(200)).default(50),
  }),
  response: z.object({ imports: z.array(Import), next: z.number().int().nullable() }),
})

const ImportPath = z.object({ province: ProvinceCode, importId: WholeNumber })

export const getImport = defineRead({
  path: '/imports/:province/:importId',
  summary: 'One import with its counts, reasons and mappings',
  permission: 'import.read',
  params: ImportPath,
  query: z.object({}),
  response: Import,
})

export const listImportRows = defineRead({
  path: '/imports/:province/:importId/rows',
  summary: 'The rows of an import there is something to say about: refused, corrected or doubtful',
  permission: 'import.read',
  params: ImportPath,
  query: RowQuery,
  response: z.object({ rows: z.array(ImportRow), count: z.number().int() }),
})

/** The sender's own workbook with the reasons in it. */
export const getErrorWorkbook = defineFile({
  path: '/imports/:province/:importId/errors.xlsx',
  summary: "The sender's own file with the reasons beside the rows that did not enter",
  // The people of the file stand in it unmasked: it goes to those who may send it.
  permission: 'import.run',
  params: ImportPath,
  query: z.object({}),
  file: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  taken: { action: 'import.errors-taken', audited: [] },
})

export const undoImport = defineChange({
  method: 'POST',
  path: '/imports/:province/:importId/undo',
  summary: 'Takes an import back as a whole, while none of its jobs has moved on',
  permission: 'import.undo',
  action: 'import.undone',
  audited: ['reason'],
  params: ImportPath,
  query: z.object({}),
  body: z.object({ reason: Words }),
  response: Import,
})
