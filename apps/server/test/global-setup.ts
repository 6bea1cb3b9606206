import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { loadReferenceOnce } from '../src/modules/places/reference.commands.ts'
import { migrate } from '../src/platform/migrate.ts'
import { EMBEDDED_OWNER, openEmbeddedPostgres, type EmbeddedPostgres } from '../src/platform/postgres.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the PostgreSQL of the run answers; its database `rasad_template` is migrated and holds reference data. */
    postgres: { host: string; port: number }
  }
}

// The cluster goes with the run, so nothing of it needs to survive a power cut.
const SETTINGS = {
  fsync: 'off',
  full_page_writes: 'off',
  shared_buffers: '128MB',
  work_mem: '32MB',
  max_wal_size: '2GB',
  max_connections: '120',
}

const folder = mkdtempSync(path.join(tmpdir(), 'rasad-test-'))
let server: EmbeddedPostgres

/** Starts one PostgreSQL for the whole run, with a template that each test file copies. */
export async function setup(project: TestProject): Promise<void> {
  server = await openEmbeddedPostgres(path.join(folder, 'postgres'), SETTINGS)
  const place = { host: server.socketFolder, port: server.port }
  const owner = { ...place, user: EMBEDDED_OWNER, database: 'rasad_template' }
  const client = new pg.Client({ ...owner, database: 'postgres' })
  await client.connect()
  await client.query('create database rasad_template')
  await client.end()
  await migrate(owner)
  await loadReferenceOnce({ owner })
  project.provide('postgres', place)
}

/** Stops the server and removes its folder. */
export async function teardown(): Promise<void> {
  await server.leave()
  rmSync(folder, { recursive: true, force: true })
}
