import { z } from 'zod'

const Table = z.object({
  schema: z.string(),
  name: z.string(),
  columns: z.array(z.string()),
  /** Inside the backup's folder: COPY's text format, gzip. */
  file: z.string(),
  rows: z.number().int(),
  bytes: z.number().int(),
  sha256: z.string(),
})

/** What a backup says of itself, `manifest.json`; `manifest.json.sha256` beside it says what that file was. */
export const Manifest = z.object({
  format: z.literal(1),
  /** Version of the program that made it. */
  product: z.string(),
  createdAt: z.iso.datetime(),
  /** Version of the PostgreSQL it came from. */
  postgres: z.string(),
  /** Which database of which cluster it came from: its own backups alone make room for newer ones. */
  origin: z.string(),
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })),
  tables: z.array(Table),
  /** The last value that each sequence had given out, as text; one that gave none is left out. */
  sequences: z.array(z.object({ name: z.string(), value: z.string() })),
  /** The last settled batch of each province: the position at which its figures can be compared. */
  provinces: z.array(z.object({ province: z.string(), batch: z.number().int() })),
  /** Stored files, by the checksum that is their name. */
  files: z.array(z.object({ sha256: z.string(), bytes: z.number().int() })),
  /** Stored files that were no longer what their name says, and are therefore not in the backup. */
  damagedFiles: z.array(z.string()),
})
export type Manifest = z.infer<typeof Manifest>
export type BackedUpTable = z.infer<typeof Table>

/** Rows of all tables together. */
export function countRows({ tables }: Pick<Manifest, 'tables'>): number {
  return tables.reduce((sum, { rows }) => sum + rows, 0)
}

/** Bytes of the tables' files and of the stored files together. */
export function countBytes({ tables, files }: Pick<Manifest, 'tables' | 'files'>): number {
  return [...tables, ...files].reduce((sum, { bytes }) => sum + bytes, 0)
}
