import * as commitments from '@rasad/contracts/commitments'
import * as periods from '@rasad/contracts/periods'
import { change, read, type Platform } from '../../platform/route.ts'
import { amendIntoDraft, splitIntoDraft } from './commitment-split.commands.ts'
import {
  compareCommitmentVersions,
  getCommitmentVersion,
  listCommitmentVersions,
  notifyVersion,
  setCommitmentVersion,
} from './commitments.commands.ts'
import { openPeriod } from './periods.commands.ts'
import { selectPeriods } from './periods.queries.ts'

export function commitmentRoutes(platform: Platform): void {
  read(platform, periods.listPeriods, async (db, { query }, { actor }) => ({
    periods: await selectPeriods(db, query.province, actor.scope),
  }))
  change(platform, periods.addPeriod, (tx, { body }, { actor }) => openPeriod(tx, body, { actor }))
  read(platform, commitments.getCommitment, (db, { query }, { actor }) =>
    getCommitmentVersion(db, query, actor.scope, query.version),
  )
  change(platform, commitments.setCommitment, (tx, { body }, { actor }) =>
    setCommitmentVersion(tx, body, { ...body, reason: body.reason ?? null }, { actor }),
  )
  read(platform, commitments.listCommitmentVersions, async (db, { query }, { actor }) => ({
    versions: await listCommitmentVersions(db, query, actor.scope),
  }))
  read(platform, commitments.compareCommitments, (db, { query }, { actor }) =>
    compareCommitmentVersions(db, query, query, actor.scope),
  )
  change(platform, commitments.splitCommitment, (tx, { body }, { actor }) =>
    splitIntoDraft(tx, body, { actor }),
  )
  change(platform, commitments.amendCommitment, (tx, { body }, { actor }) =>
    amendIntoDraft(tx, body, { actor }),
  )
  change(platform, commitments.notifyCommitment, (tx, { body }, { actor }) =>
    notifyVersion(tx, body, body.version, { number: body.letterNumber, date: body.letterDate }, { actor }),
  )
}
