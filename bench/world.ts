import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { PERMISSIONS } from '@rasad/domain/access/permissions'
import type { Actor } from '@rasad/domain/access/scope'
import { parseJalaliDate } from '@rasad/domain/calendar/jalali'
import { openRasad, type Rasad } from '@rasad/server/app'
import { openPeriod } from '@rasad/server/modules/commitments/periods.commands'
import { act } from '@rasad/server/platform/act'
import { openPool } from '@rasad/server/platform/db'
import { EMBEDDED_OWNER } from '@rasad/server/platform/postgres'

export const PROVINCE = '15'
export const PERIOD = '1404'
export const ACTOR: Actor = {
  id: 'operator:bench',
  name: 'bench',
  scope: { level: 'national' },
  permissions: PERMISSIONS,
  agency: null,
}
/** The instant at which everything of a run happens: after the period, so that no date lies in the future. */
export const NOW = Date.parse('2026-04-01T12:00:00Z')

/** Connections of one role. */
export type Pool = Rasad['pool']

/** A Rasad of its own in a temporary folder, with the connection of its owner. */
export type World = Rasad & { ownerPool: Pool }

/** What a measure is run with. */
export type Run = { quick: boolean; say: (words: string) => void }

/** Opens a Rasad in a new folder, does the work and takes everything away again. */
export async function inNewWorld<T>(work: (world: World) => Promise<T>): Promise<T> {
  return inNewFolder(async (folder) => {
    const rasad = await openRasad({ folder: path.join(folder, 'rasad'), poolSize: 16 })
    const ownerPool = openPool(rasad.owner, EMBEDDED_OWNER, 2)
    try {
      return await work({ ...rasad, ownerPool })
    } finally {
      await ownerPool.end()
      await rasad.close()
    }
  })
}

/** A new temporary folder, taken away after the work. */
export async function inNewFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), 'rasad-bench-'))
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Opens the period of a run in provinces. */
export async function openPeriods(world: World, provinces: readonly string[]): Promise<void> {
  const [from, to] = [parseJalaliDate('1404-01-01')!, parseJalaliDate('1404-12-29')!]
  for (const province of provinces) {
    const order = { actor: ACTOR, action: 'period.added', province, subject: {} }
    await act(world.database, order, (tx) =>
      openPeriod(tx, { province, period: PERIOD, from, to }, { actor: ACTOR }),
    )
  }
}

/** The names of the counties of a province, as many as there are up to a limit. */
export async function countyNames({ ownerPool }: World, province: string, limit: number): Promise<string[]> {
  const { rows } = await ownerPool.query<{ name_fa: string }>(
    'select name_fa from county where province_id = $1 order by code limit $2',
    [province, limit],
  )
  return rows.map((row) => row.name_fa)
}
