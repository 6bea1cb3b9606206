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
  read(platform, periods.listPeriods, async (db, { query }) => ({
    periods: await selectPeriods(db, query.province),
  }))
  change(platform, periods.addPeriod, (tx, { body }) => openPeriod(tx, body))
  read(platform, commitments.getCommitment, (db, { query }) => getCommitmentVersion(db, query, query.version))
  change(platform, commitments.setCommitment, (tx, { body }, { actor }) =>
    setCommitmentVersion(tx, body, { ...body, reason: body.reason ?? null }, { actor }),
  )
  read(platform, commitments.listCommitmentVersions, async (db, { query }) => ({
    versions: await listCommitmentVersions(db, query),
  }))
  read(platform, commitments.compareCommitments, (db, { query }) =>
    compareCommitmentVersions(db, query, query),
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
