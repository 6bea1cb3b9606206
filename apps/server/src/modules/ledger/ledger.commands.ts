import type { LedgerCheck, LedgerRebuild } from '@rasad/contracts/ledger'
import { isInScope, type Actor, type Scope } from '@rasad/domain/access/scope'
import type { Database, ReadDb, WriteTx } from '../../platform/db.ts'
import { Problem } from '../../platform/problem.ts'
import { requireInScope } from '../../platform/scope.ts'
import { checkProvince, listLedgerProvinces } from './ledger.check.queries.ts'
import { listUnsettledProvinces } from './ledger.queries.ts'
import { rebuildProvince } from './ledger.rebuild.queries.ts'
import {
  keepCheckpoints,
  lockSettlement,
  settleTail,
  tryLockSettlement,
} from './ledger.settlement.queries.ts'

/** Settles every province that has a tail; one that somebody else is settling is left to them. */
export async function settleAll(database: Database): Promise<void> {
  for (const province of await listUnsettledProvinces(database)) {
    await database.transaction().execute(async (tx) => {
      if (await tryLockSettlement(tx, province)) await settleHeld(tx, province)
    })
  }
}

/** Settles the tail of a province within an act, so that what it posted is in a batch as soon as it is there at all. */
export async function settleNow(tx: WriteTx, province: string): Promise<void> {
  await lockSettlement(tx, province)
  await settleHeld(tx, province)
}

async function settleHeld(tx: WriteTx, province: string): Promise<void> {
  const batch = await settleTail(tx, province)
  if (batch !== undefined) await keepCheckpoints(tx, province, batch)
}

/** Sums every posting again and compares every balance, of one province or of all in the scope. */
export async function checkLedgers(db: ReadDb, scope: Scope, province?: string): Promise<LedgerCheck> {
  const provinces: LedgerCheck['provinces'] = []
  for (const one of await provincesOf(db, scope, province)) provinces.push(await checkProvince(db, one))
  const wrong = provinces.flatMap(({ checks }) => checks).reduce((sum, check) => sum + check.wrong, 0)
  return { provinces, wrong }
}

/** Makes the roll-ups anew from the postings, of one province or of all. */
export async function rebuildLedgers(
  tx: WriteTx,
  province: string | undefined,
  { actor }: { actor: Actor },
): Promise<LedgerRebuild> {
  if (province !== undefined) requireInScope(actor, { province }, 'ledger.rebuild')
  const provinces: LedgerRebuild['provinces'] = []
  for (const one of await provincesOf(tx, actor.scope, province)) {
    await lockSettlement(tx, one)
    provinces.push({ province: one, ...(await rebuildProvince(tx, one)) })
  }
  return { provinces }
}

async function provincesOf(db: ReadDb, scope: Scope, province: string | undefined): Promise<string[]> {
  const inScope = (one: string) => isInScope(scope, { province: one })
  if (province === undefined) return (await listLedgerProvinces(db)).filter(inScope)
  if (!inScope(province)) throw new Problem('not-found', { kind: 'province', id: province })
  return [province]
}
