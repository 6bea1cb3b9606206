import type { Import } from '@rasad/contracts/imports'
import type { Actor } from '@rasad/domain/access/scope'
import { placeOfList } from '@rasad/domain/imports/list-sender'
import type { WriteTx } from '../../platform/db.ts'
import { Problem } from '../../platform/problem.ts'
import { requireInScope } from '../../platform/scope.ts'
import { insertEntry } from '../ledger/ledger.queries.ts'
import { keepCheckpoints, lockSettlement, settleEntry } from '../ledger/ledger.settlement.queries.ts'
import { lockRegistration } from './import-staging.queries.ts'
import {
  closeUncontestedCases,
  insertUndo,
  lockDecidedClaims,
  lockImportedJobs,
  withdrawImportedJobs,
} from './import-undo.queries.ts'
import { findImportEntry, getImport } from './imports.queries.ts'

/** Takes an import back as a whole by reversing steps, while none of its jobs has moved on. */
export async function undoImport(
  tx: WriteTx,
  province: string,
  importId: number,
  reason: string,
  { actor }: { actor: Actor },
): Promise<Import> {
  await lockRegistration(tx, province)
  const found = await getImport(tx, province, importId, actor.scope)
  requireInScope(actor, placeOfList(found), 'import.undo')
  if (found.undone) throw new Problem('import.already-undone', { importId })
  const importEntryId = await findImportEntry(tx, province, importId)
  const held =
    importEntryId === null
      ? { jobs: 0, movedOn: 0 }
      : await lockImportedJobs(tx, province, { importId, entryId: importEntryId })
  const movedOn = held.movedOn + (await lockDecidedClaims(tx, province, importId))
  if (movedOn > 0) throw new Problem('import.moved-on', { importId, jobs: movedOn })

  const entryId = await insertEntry(tx, found, { action: 'import.undone', actor: actor.id })
  await insertUndo(tx, { province, importId, entryId, reason, actor: actor.id })
  if (importEntryId !== null)
    await withdrawImportedJobs(tx, { province, importEntryId, entryId, reason, actor: actor.id })
  await closeUncontestedCases(tx, province, importId, { reason, actor: actor.id })
  await lockSettlement(tx, province)
  const batch = await settleEntry(tx, province, entryId)
  if (batch !== undefined) await keepCheckpoints(tx, province, batch)
  return getImport(tx, province, importId, actor.scope)
}
