import { COLUMNS } from '@rasad/domain/imports/columns'
import { z } from 'zod'
import { defineChange, defineRead } from './define-route.ts'
import { AgencyCode, ProvinceCode, Words } from './wire.ts'

/** Which header means which column in an agency's lists, where it differs from what is recognised; `ignore` leaves it out. */
export const ImportMapping = z
  .object({ columns: z.record(z.string(), z.enum([...COLUMNS, 'ignore'])) })
  .meta({ id: 'ImportMapping' })
export type ImportMapping = z.infer<typeof ImportMapping>

/** In the place of an agency's code: lists of several agencies, of which each row names its own. */
export const SEVERAL_AGENCIES = 'several'

/** Of whose lists a mapping is: an agency's, or lists of several agencies. */
const MappingPath = z.object({
  province: ProvinceCode,
  agency: z.union([z.literal(SEVERAL_AGENCIES), AgencyCode]),
})

export const getImportMapping = defineRead({
  path: '/import-mappings/:province/:agency',
  summary: "The saved column names of an agency's lists, or with `several` of lists of several agencies",
  permission: 'import.read',
  params: MappingPath,
  query: z.object({}),
  response: ImportMapping,
})

export const saveImportMapping = defineChange({
  method: 'PUT',
  path: '/import-mappings/:province/:agency',
  summary: "Saves column names for an agency's lists, or with `several` for lists of several agencies",
  permission: 'import.mapping',
  action: 'import.mapping-saved',
  audited: ['columns'],
  params: MappingPath,
  query: z.object({}),
  body: ImportMapping,
  response: ImportMapping,
})

/** The saved column names of one agency's lists, or of lists of several (`several`), as the list of all of them tells it. */
export const SavedMapping = z
  .object({
    province: z.string(),
    agency: z.string(),
    /** What somebody called it; null where nobody did. */
    title: z.string().nullable(),
    /** How many headers it names. */
    headers: z.number().int(),
    savedBy: z.string(),
    savedAt: z.string(),
    /** The last import that was read by it; null where none was. */
    lastUsedAt: z.string().nullable(),
  })
  .meta({ id: 'SavedMapping' })
export type SavedMapping = z.infer<typeof SavedMapping>

export const listImportMappings = defineRead({
  path: '/import-mappings',
  summary: 'The saved column names of all agencies of a province',
  permission: 'import.read',
  params: z.object({}),
  query: z.object({ province: ProvinceCode }),
  response: z.object({ mappings: z.array(SavedMapping) }),
})

export const nameImportMapping = defineChange({
  method: 'POST',
  path: '/import-mappings/:province/:agency/title',
  summary: 'Gives the saved column names of an agency another name',
  permission: 'import.mapping',
  action: 'import.mapping-named',
  audited: ['title'],
  params: MappingPath,
  query: z.object({}),
  body: z.object({ title: Words }),
  response: SavedMapping,
})

export const removeImportMapping = defineChange({
  method: 'POST',
  path: '/import-mappings/:province/:agency/removal',
  summary: 'Takes the saved column names of an agency away; its lists are read by what is recognised',
  permission: 'import.mapping',
  action: 'import.mapping-removed',
  audited: [],
  params: MappingPath,
  query: z.object({}),
  body: z.object({}),
  response: z.object({}),
})
