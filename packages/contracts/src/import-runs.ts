import { COLUMNS } from '@rasad/domain/imports/columns'
import { z } from 'zod'
import { defineRead } from './define-route.ts'
import { ImportRow, ImportRun, RowQuery } from './imports.ts'
import { ProvinceCode } from './wire.ts'

export const listImportRuns = defineRead({
  path: '/import-runs',
  summary: 'The imports of a province that are under way or ended lately, the newest first',
  permission: 'import.read',
  params: z.object({}),
  query: z.object({ province: ProvinceCode }),
  response: z.object({ runs: z.array(ImportRun) }),
})

/** One of the first rows of a list: as it stands in the file, as it was read, and its verdict. */
export const PreviewRow = ImportRow.omit({ jobId: true })
  .extend({
    /** By column, as in the file; national IDs and telephone numbers are masked. */
    cells: z.array(z.object({ column: z.enum(COLUMNS), text: z.string() })),
    /** What was made of it; null for a row that is refused. */
    read: z
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
      .nullable(),
  })
  .meta({ id: 'PreviewRow' })
export type PreviewRow = z.infer<typeof PreviewRow>

export const getRunPreview = defineRead({
  path: '/import-runs/:runId/preview',
  summary: 'The first rows of a run that has ended, a dry one too',
  permission: 'import.read',
  params: z.object({ runId: z.string() }),
  query: z.object({}),
  response: z.object({ rows: z.array(PreviewRow) }),
})

export const listRunRows = defineRead({
  path: '/import-runs/:runId/rows',
  summary: 'The rows there is something to say about of a run that has ended, a dry one too',
  permission: 'import.read',
  params: z.object({ runId: z.string() }),
  query: RowQuery,
  response: z.object({ rows: z.array(ImportRow), count: z.number().int() }),
})
