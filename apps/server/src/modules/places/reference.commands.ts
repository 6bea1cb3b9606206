import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { toLatinDigits } from '@rasad/domain/persian/digits'
import { z } from 'zod'
import { readCsvRecords } from '../../platform/csv-records.ts'
import { withOwner, type OpenDatabase } from '../../platform/database.ts'
import type { WriteTx } from '../../platform/db.ts'
import { parseJson } from '../../platform/json-text.ts'
import { Problem } from '../../platform/problem.ts'
import {
  isReferenceCurrent,
  loadReference,
  upsertLabourForce,
  upsertOutlines,
  upsertVillages,
} from './reference.queries.ts'

/** What an operator's file brought. */
export type ReferenceLoad = { file: string; kind: 'villages' | 'outlines' | 'labourForce'; rows: number }

const VILLAGE_COLUMNS = ['code', 'name_fa', 'rural_district_code', 'county_code']

/** Loads villages or labour force (CSV) or outlines (GeoJSON) that the product does not carry, and an operator has. */
async function loadReferenceFile(tx: WriteTx, file: string): Promise<ReferenceLoad> {
  const content = await readFile(file, 'utf8')
  const name = path.basename(file)
  if (/\.(geo)?json$/i.test(name)) {
    const outlines = readOutlines(content, name)
    await upsertOutlines(tx, outlines, name)
    return { file: name, kind: 'outlines', rows: outlines.length }
  }
  const records = readCsvRecords(content)
  if (LABOUR_COLUMNS.some((column) => records[0]?.[column] !== undefined)) {
    await upsertLabourForce(tx, readLabourForce(records, name))
    return { file: name, kind: 'labourForce', rows: records.length }
  }
  const missing = VILLAGE_COLUMNS.filter((column) => records[0]?.[column] === undefined)
  if (missing.length > 0) throw new Problem('reference.not-villages', { file: name, missing })
  await upsertVillages(tx, records)
  return { file: name, kind: 'villages', rows: records.length }
}

const LABOUR_COLUMNS = ['active', 'unemployment_rate']

const LabourRow = z
  .object({
    code: z.string().regex(/^\d{2}(\d{2})?$/),
    year: z.string().regex(/^1[34]\d{2}$/),
    active: z
      .string()
      .regex(/^\d{0,9}$/)
      .default(''),
    unemployment_rate: z
      .string()
      .regex(/^(\d{1,3}(\.\d+)?)?$/)
      .refine((rate) => Number(rate) <= 100)
      .default(''),
    source: z.string().trim().min(1),
  })
  .refine(({ active, unemployment_rate: rate }) => active !== '' || rate !== '')

function readLabourForce(
  records: readonly Record<string, string>[],
  file: string,
): readonly Record<string, string>[] {
  return records.map((record, index) => {
    const latin = Object.fromEntries(
      Object.entries(record).map(([name, cell]) => [name, toLatinDigits(cell)]),
    )
    const read = LabourRow.safeParse({ ...latin, source: record['source'] })
    if (!read.success) throw new Problem('reference.not-labour-force', { file, row: index + 2 })
    return read.data
  })
}

/** Codes as a list, or as one text with commas, semicolons or spaces between. */
const Codes = z.union([
  z.array(z.string()),
  z.string().transform((text) => text.split(/[,;\s]+/).filter(Boolean)),
])

const Outlines = z.object({
  features: z.array(
    z.object({
      properties: z.object({ code: z.string(), covers: Codes.default([]) }),
      geometry: z.looseObject({ type: z.string() }),
    }),
  ),
})

function readOutlines(
  content: string,
  name: string,
): { code: string; geometry: unknown; covers: readonly string[] }[] {
  const read = Outlines.safeParse(parseJson(content))
  if (!read.success) throw new Problem('reference.not-outlines', { file: name })
  return read.data.features.map(({ properties, geometry }) => ({ ...properties, geometry }))
}

/** Loads the product's own tables as their owner, when the database holds an older state of them. */
export async function loadReferenceOnce({ owner }: Pick<OpenDatabase, 'owner'>): Promise<void> {
  await withOwner(owner, async (tx) => {
    if (!(await isReferenceCurrent(tx))) await loadReference(tx)
  })
}

/** Loads an operator's files, all or none of them. */
export function loadReferenceFiles(
  { owner }: Pick<OpenDatabase, 'owner'>,
  files: readonly string[],
): Promise<ReferenceLoad[]> {
  return withOwner(owner, async (tx) => {
    const loads: ReferenceLoad[] = []
    for (const file of files) loads.push(await loadReferenceFile(tx, file))
    return loads
  })
}
