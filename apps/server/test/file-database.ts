import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { inject } from 'vitest'
import { openRasad, type Rasad } from '../src/app.ts'
import { APP_ROLE } from '../src/platform/level-roles.ts'
import { EMBEDDED_OWNER } from '../src/platform/postgres.ts'

/** How the owner of the tables reaches a database of the run's server. */
export function ownerOf(database: string): pg.ClientConfig {
  return { ...inject('postgres'), user: EMBEDDED_OWNER, database }
}

/** The address of a database of the run's server, for a login. */
export function addressOf(database: string, login: string): string {
  const { host, port } = inject('postgres')
  return `postgres://${login}@localhost/${database}?host=${encodeURIComponent(host)}&port=${port}`
}

/** A new database with migrations and reference data; the caller drops it. */
export async function createTestDatabase(
  template = 'rasad_template',
): Promise<{ name: string; drop: () => Promise<void> }> {
  const name = `t_${randomUUID().replaceAll('-', '')}`
  await asOwner('postgres', (client) => client.query(`create database ${name} template ${template}`))
  const drop = async () => {
    await asOwner('postgres', (client) => client.query(`drop database ${name} with (force)`))
  }
  return { name, drop }
}

/** One connection of the owner for the time of some work. */
export async function asOwner<T>(database: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(ownerOf(database))
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** An open Rasad on a database of its own. */
export async function openTestRasad(): Promise<{ rasad: Rasad; close: () => Promise<void> }> {
  const { name, drop } = await createTestDatabase()
  const folder = mkdtempSync(path.join(tmpdir(), 'rasad-world-'))
  const url = addressOf(name, APP_ROLE)
  const rasad = await openRasad({ folder, url, ownerUrl: addressOf(name, EMBEDDED_OWNER), poolSize: 24 })
  const close = async () => {
    await rasad.close()
    await drop()
    rmSync(folder, { recursive: true, force: true })
  }
  return { rasad, close }
}
