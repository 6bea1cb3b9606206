import type { Actor } from '@rasad/domain/access/scope'
import { mayDecideConflict } from '@rasad/domain/jobs/four-eyes'
import { isCounted } from '@rasad/domain/jobs/job-life-cycle'
import { measureOf, movementsOf, type JobMovement } from '@rasad/domain/ledger/posting'
import type { WriteTx } from '../../platform/db.ts'
import { Problem } from '../../platform/problem.ts'
import { requireInScope } from '../../platform/scope.ts'
import { insertEntry, postJobMovements } from '../ledger/ledger.queries.ts'
import { lockConflict, setConflictDecided, type HeldClaim } from './conflicts.queries.ts'
import { insertStep, lockJob } from './jobs.queries.ts'

/** Names the agency a person is counted for: the job moves into the claim's cell, and every claim that lost is a duplicate there. */
export async function decideConflict(
  tx: WriteTx,
  province: string,
  caseId: number,
  { claimId, reason }: { claimId: number; reason: string },
  { actor }: { actor: Actor },
): Promise<void> {
  requireInScope(actor, { province }, 'conflict.decide')
  const { jobId, state, claims } = await lockConflict(tx, province, caseId)
  if (state === 'decided') throw new Problem('conflict.already-decided', { caseId })
  const owner = claims.find((claim) => claim.claimId === claimId)
  if (!owner) throw new Problem('not-found', { kind: 'claim', id: `${province}/${claimId}` })
  const refusal = mayDecideConflict(claims, actor)
  if (refusal) throw new Problem(refusal.code, { agency: refusal.agency })
  const job = await lockJob(tx, province, jobId, actor.scope)
  if (!isCounted(job.state)) throw new Problem('conflict.job-not-counted', { caseId })

  const entryId = await insertEntry(tx, job, { action: 'conflict.decided', actor: actor.id })
  await setConflictDecided(tx, province, caseId, { ownerClaim: claimId, reason, actor: actor.id })
  const place = owner.holdsJob
    ? { startDate: job.startDate, isic: job.isic, cell: job.cell }
    : {
        startDate: owner.startDate,
        isic: owner.isic,
        cell: { ...owner.cell, gender: job.cell.gender, education: job.cell.education },
      }
  const changes = owner.holdsJob ? null : { agency: [job.cell.agency, owner.cell.agency] as [string, string] }
  const step = {
    step: 'decide-conflict',
    from: job.state,
    to: job.state,
    reason,
    changes,
    entryId,
    takenBy: actor.id,
  }
  await insertStep(tx, job, step, place)
  const moved = owner.holdsJob ? [] : movementsOf(job, { state: job.state, cell: place.cell }, 'moved')
  const lost = claims.filter((claim) => claim.claimId !== claimId).map(lostClaim)
  await postJobMovements(
    tx,
    { ...job, entryId },
    [...moved, ...lost].map((movement) => ({ ...movement, jobId })),
  )
}

/** A claim that lost came in and counts nothing: it stands as a duplicate where it was claimed. */
function lostClaim({ cell }: HeldClaim): JobMovement {
  return { measure: measureOf(cell), state: 'duplicate', cause: 'duplicate', amount: 1, cell }
}
