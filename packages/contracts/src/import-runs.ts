import { COLUMNS } from '@rasad/domain/imports/columns'
import { z } from 'zod'
import { defineChange, defineFile, defineRead } from './define-route.ts'
import { ImportMapping, SEVERAL_AGENCIES } from './import-mappings.ts'
import { ImportRow, ImportRun, RowQuery } from './imports.ts'
import { AgencyCode, CountyCode, PeriodId, ProvinceCode, Text, WholeNumber } from './wire.ts'

const Flag = Text.pipe(z.enum(['true', 'false'])).transform((text) => text === 'true')
const RunPath = z.object({ runId: z.string() })

export const listImportRuns = defineRead({
  path: '/import-runs',
  summary: 'The latest imports and dry runs of a province, the newest first',
  permission: 'import.read',
  params: z.object({}),
  query: z.object({
    province: ProvinceCode,
    period: PeriodId.optional(),
    /** Only dry runs whose rows are still kept. */
    kept: Flag.optional(),
    limit: WholeNumber.pipe(z.number().min(1).max(200)).default(100),
  }),
  response: z.object({ runs: z.array(ImportRun) }),
})

const CellText = z.object({ column: z.enum(COLUMNS), text: z.string() })

const RowAsRead = z
  .object({
    county: z.string(),
    agency: z.string(),
    sector: z.string(),
    gender: z.string(),
    jobType: z.string(),
    novelty: z.string(),
    directness: z.string(),
    settlement: z.string(),
    startDate: z.string(),
  })
  .nullable()

/** One of the first rows of a list: as it stands in the file, as it was read, and its verdict. */
export const PreviewRow = ImportRow.omit({ jobId: true })
  .extend({
    /** By column, as in the file; national IDs and telephone numbers are masked. */
    cells: z.array(CellText),
    /** What was made of it; null for a row that is refused. */
    read: RowAsRead,
  })
  .meta({ id: 'PreviewRow' })
export type PreviewRow = z.infer<typeof PreviewRow>

export const getRunPreview = defineRead({
  path: '/import-runs/:runId/preview',
  summary: 'The first rows of a run that has ended, a dry one too',
  permission: 'import.read',
  params: RunPath,
  query: z.object({}),
  response: z.object({ rows: z.array(PreviewRow) }),
})

/** A row of a run there is something to say about, or that was mended. */
export const RunRow = ImportRow.extend({
  /** The place of its sheet in the file, from 0. */
  sheetNumber: z.number().int(),
  /** The county it names; null when it names none of the province. */
  county: z.string().nullable(),
  /** By column, as it stands now; national IDs and telephone numbers are masked. Empty for a run that entered. */
  cells: z.array(CellText),
  /** The columns that were mended. */
  mended: z.array(z.enum(COLUMNS)),
  /** How often it was mended; whoever mends it names the version they saw. */
  version: z.number().int(),
}).meta({ id: 'RunRow' })
export type RunRow = z.infer<typeof RunRow>

export const listRunRows = defineRead({
  path: '/import-runs/:runId/rows',
  summary: 'The rows there is something to say about of a run that has ended, a dry one too',
  permission: 'import.read',
  params: RunPath,
  query: RowQuery.extend({
    county: z.union([CountyCode, z.literal('none')]).optional(),
    mended: Flag.optional(),
    /** The `next` of the page before; unlike an offset it holds while rows are mended. */
    after: Text.pipe(z.string().regex(/^\d{1,6}\.\d{1,8}$/)).optional(),
  }),
  response: z.object({
    rows: z.array(RunRow),
    count: z.number().int(),
    next: z.string().nullable(),
  }),
})

const RowPath = z.object({ runId: z.string(), sheetNumber: WholeNumber, row: WholeNumber })

/** One act of mending a row: what stood in place of the file's cells from then on, masked as everywhere. */
const Mending = z.object({
  version: z.number().int(),
  values: z.record(z.string(), z.string()),
  by: z.string(),
  at: z.string(),
})

/** A row of a kept dry run with everything in it, to be mended; national IDs and telephone numbers are masked. */
export const WholeRunRow = RunRow.extend({
  /** As it stands in the file. */
  original: z.array(CellText),
  read: RowAsRead,
  /** The newest first. */
  mendings: z.array(Mending),
}).meta({ id: 'WholeRunRow' })
export type WholeRunRow = z.infer<typeof WholeRunRow>

export const getRunRow = defineRead({
  path: '/import-runs/:runId/rows/:sheetNumber/:row',
  summary: 'One row of a kept dry run: as it stands now and in the file, and what was mended in it',
  permission: 'import.run',
  params: RowPath,
  query: z.object({}),
  response: WholeRunRow,
})

export const revealRunRow = defineChange({
  method: 'POST',
  path: '/import-runs/:runId/rows/:sheetNumber/:row/reveal',
  summary:
    'Shows what identifies the person of a row of a kept dry run in full; who asked stays in the audit',
  permission: 'person.reveal',
  action: 'person.revealed',
  audited: [],
  params: RowPath,
  query: z.object({}),
  body: z.object({}),
  response: z.object({
    /** The cells that are masked elsewhere, as they stand now. */
    cells: z.array(CellText),
    /** The same as they stand in the file. */
    original: z.array(CellText),
  }),
})

/** A text, or what stood there at a version of the row: so that a masked value is kept, or comes back, unseen. */
const MendedValue = z.union([z.string().max(2000), z.object({ asOf: z.number().int().min(0) })])

export const mendRunRow = defineChange({
  method: 'POST',
  path: '/import-runs/:runId/rows/:sheetNumber/:row/mend',
  summary: 'Puts other values in place of cells of a kept dry run, and judges the row again',
  permission: 'import.run',
  action: 'import.row-mended',
  audited: ['version'],
  params: RowPath,
  query: z.object({}),
  body: z.object({
    /** The version of the row that was seen. */
    version: z.number().int().min(0),
    /** All values that differ from the file's, by column; none takes every mending back, an empty one empties the cell. */
    values: z.partialRecord(z.enum(COLUMNS), MendedValue),
  }),
  response: z.object({
    run: ImportRun,
    row: WholeRunRow,
    /** Other rows whose verdict changed with it: those of the same person in the file. */
    others: z.array(RunRow),
  }),
})

export const importDryRun = defineChange({
  method: 'POST',
  path: '/import-runs/:runId/import',
  summary: 'Imports a kept dry run with its mendings; answers at once with the run to follow',
  permission: 'import.run',
  action: 'import.dry-run-sent',
  audited: [],
  params: RunPath,
  query: z.object({}),
  body: z.object({}),
  response: ImportRun,
})

export const checkRunAgain = defineChange({
  method: 'POST',
  path: '/import-runs/:runId/check',
  summary: 'Checks the list of a dry run again, without its file being sent; what was mended in it is kept',
  permission: 'import.run',
  action: 'import.checked-again',
  audited: ['agency', 'columns'],
  params: RunPath,
  query: z.object({}),
  body: ImportMapping.partial().extend({
    /** Another sender, or `several` where each row names its own; without it the one of the dry run. */
    agency: z.union([z.literal(SEVERAL_AGENCIES), AgencyCode]).optional(),
  }),
  response: ImportRun,
})

export const cancelImportRun = defineChange({
  method: 'POST',
  path: '/import-runs/:runId/cancel',
  summary: 'Cancels a run that has not ended: nothing of it enters',
  permission: 'import.run',
  action: 'import.run-cancelled',
  audited: [],
  params: RunPath,
  query: z.object({}),
  body: z.object({}),
  response: ImportRun,
})

export const discardDryRun = defineChange({
  method: 'POST',
  path: '/import-runs/:runId/discard',
  summary: 'Clears the kept rows of a dry run with their mendings',
  permission: 'import.run',
  action: 'import.dry-run-discarded',
  audited: [],
  params: RunPath,
  query: z.object({}),
  body: z.object({}),
  response: ImportRun,
})

export const getRunErrors = defineFile({
  path: '/import-runs/:runId/errors.xlsx',
  summary: "The sender's own file with the reasons beside the rows of a kept dry run that would not enter",
  permission: 'import.run',
  params: RunPath,
  query: z.object({}),
  file: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  taken: { action: 'import.errors-taken', audited: [] },
})

/** What was mended in a row before it entered. */
export const ImportMending = z
  .object({
    sheet: z.string(),
    row: z.number().int(),
    column: z.enum(COLUMNS),
    /** National IDs and telephone numbers are masked; empty for an empty cell. */
    before: z.string(),
    after: z.string(),
    by: z.string(),
    at: z.string(),
  })
  .meta({ id: 'ImportMending' })
export type ImportMending = z.infer<typeof ImportMending>

export const listImportMendings = defineRead({
  path: '/imports/:province/:importId/mendings',
  summary: 'What was mended in the rows of an import before it entered',
  permission: 'import.read',
  params: z.object({ province: ProvinceCode, importId: WholeNumber }),
  query: RowQuery.pick({ offset: true, limit: true }),
  response: z.object({ mendings: z.array(ImportMending), count: z.number().int() }),
})
