import type { Actor } from '@rasad/domain/access/scope'
import { readInScope, readSnapshot, type Database } from '../../platform/db.ts'
import type { Listener } from '../../platform/event-streams.ts'
import { findRun } from '../jobs/import-runs.queries.ts'
import { getLastBatch } from '../ledger/ledger.queries.ts'
import { readMoment } from '../ledger/waiting.queries.ts'
import { countQueues } from './queues.commands.ts'

/** What one page wants to be told of. */
export type Interest = { province: string; period: string; runId?: string | undefined; actor: Actor }

/**
 * Looks once for all listeners whether anything was committed since each was told, and only then at what they are
 * interested in: what waits, the position of the ledger; and how far the import has come that they follow.
 */
export function lookOut(database: Database): (listeners: readonly Listener<Interest>[]) => Promise<void> {
  const toldOf = new WeakMap<Listener<Interest>, string>()
  return async (listeners) => {
    await tellOfRuns(database, listeners)
    const moment = await readSnapshot(database, readMoment)
    const state = (listener: Listener<Interest>) => `${moment} ${keyOf(listener)}`
    const behind = listeners.filter((listener) => toldOf.get(listener) !== state(listener))
    await tellOfRegister(database, behind)
    for (const listener of behind) toldOf.set(listener, state(listener))
  }
}

/** Pages with the same place, scope and rights are counted for once. */
async function tellOfRegister(database: Database, listeners: readonly Listener<Interest>[]): Promise<void> {
  for (const alike of Map.groupBy(listeners, keyOf).values()) {
    const { province, period, actor } = alike[0]!.interest
    const { counts, batch, settledAt } = await readInScope(database, actor.scope, async (db) => ({
      counts: await countQueues(db, { province, period }, actor),
      ...(await getLastBatch(db, province)),
    }))
    const position = {
      province,
      batch,
      settledAt: settledAt === null ? null : new Date(settledAt).toISOString(),
    }
    for (const { tell } of alike) {
      tell('queues', { province, period, counts })
      tell('ledger', position)
    }
  }
}

function keyOf({ interest: { province, period, actor } }: Listener<Interest>): string {
  return JSON.stringify([province, period, actor.scope, actor.permissions])
}

/** How far the runs are that are followed; pages of the same scope that follow one are looked up for once. */
async function tellOfRuns(database: Database, listeners: readonly Listener<Interest>[]): Promise<void> {
  const following = listeners.filter(({ interest }) => interest.runId !== undefined)
  const runOf = ({ interest: { runId, actor } }: Listener<Interest>) => JSON.stringify([runId, actor.scope])
  for (const alike of Map.groupBy(following, runOf).values()) {
    const { runId, actor } = alike[0]!.interest
    const run = await readInScope(database, actor.scope, (db) => findRun(db, runId!, actor.scope))
    for (const { tell } of alike) tell('import-run', run ?? { runId, phase: 'gone' })
  }
}
