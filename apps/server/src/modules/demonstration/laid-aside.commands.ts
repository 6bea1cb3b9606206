import { withOwner, type OpenDatabase } from '../../platform/database.ts'
import { readSnapshot } from '../../platform/db.ts'
import { openSingleConnection } from '../../platform/single-connection.ts'
import { inParallel } from './in-parallel.ts'
import {
  bringBack,
  endLayingAside,
  holdLoading,
  isLaidAside,
  LADEN_TABLES,
  layAside,
  tryHoldLoading,
} from './laid-aside.queries.ts'

/** Loads with what slows each row laid aside; everything is back, and every row checked against it, before this ends well. */
export async function withLaidAside(
  { pool, owner }: Pick<OpenDatabase, 'pool' | 'owner'>,
  load: () => Promise<void>,
): Promise<void> {
  const loading = openSingleConnection(pool, {})
  try {
    await holdLoading(loading.database)
    await withOwner(owner, layAside)
    await load()
    await inParallel(LADEN_TABLES.map((table) => withOwner(owner, (tx) => bringBack(tx, table))))
    await withOwner(owner, endLayingAside)
  } finally {
    await loading.close()
  }
}

/** Brings back what a loading that was broken off has laid aside; one that still goes on is left alone. */
export async function bringBackLaidAside({
  database,
  owner,
}: Pick<OpenDatabase, 'database' | 'owner'>): Promise<void> {
  if (!(await readSnapshot(database, isLaidAside))) return
  await withOwner(owner, async (tx) => {
    if (!(await tryHoldLoading(tx)) || !(await isLaidAside(tx))) return
    for (const table of LADEN_TABLES) await bringBack(tx, table)
    await endLayingAside(tx)
  })
}
