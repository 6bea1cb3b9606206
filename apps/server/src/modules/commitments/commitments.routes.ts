import { Readable } from 'node:stream'
import { draftCommitment, getSplitGround } from '@rasad/contracts/commitment-drafts'
import * as commitments from '@rasad/contracts/commitments'
import * as papers from '@rasad/contracts/papers'
import * as periods from '@rasad/contracts/periods'
import { act } from '../../platform/act.ts'
import { readFile } from '../../platform/file-answer.ts'
import { Problem } from '../../platform/problem.ts'
import { admit, auditOf, change, read, send, type Platform } from '../../platform/route.ts'
import { loadNames } from '../places/names.queries.ts'
import { readSentMatrix } from './commitment-file.commands.ts'
import { commitmentFileName, writeCommitmentWorkbook } from './commitment-workbook.commands.ts'
import { amendIntoDraft, splitIntoDraft } from './commitment-split.commands.ts'
import {
  compareCommitmentVersions,
  draftSentVersion,
  getCommitmentVersion,
  listCommitmentVersions,
  notifyVersion,
  setCommitmentVersion,
} from './commitments.commands.ts'
import { noticeFileName, prepareNotice, writeNotice } from './notice.commands.ts'
import { readSplitGround } from './split-grounds.commands.ts'
import { changePeriod, openPeriod } from './periods.commands.ts'
import { selectPeriods } from './periods.queries.ts'

export function commitmentRoutes(platform: Platform): void {
  read(platform, periods.listPeriods, async (db, { query }, { actor }) => ({
    periods: await selectPeriods(db, query.province, actor.scope),
  }))
  change(platform, periods.addPeriod, (tx, { body }, { actor }) => openPeriod(tx, body, { actor }))
  change(platform, periods.changePeriod, (tx, { params, body }, { actor, now }) =>
    changePeriod(tx, { ...params, ...body }, { actor, now }),
  )
  read(platform, commitments.getCommitment, (db, { query }, { actor }) =>
    getCommitmentVersion(db, query, actor.scope, query.version),
  )
  change(platform, commitments.setCommitment, (tx, { body }, { actor }) =>
    setCommitmentVersion(tx, body, { ...body, reason: body.reason ?? null }, { actor }),
  )
  change(platform, draftCommitment, (tx, { body }, { actor }) =>
    draftSentVersion(tx, body, { ...body, reason: body.reason ?? null }, { actor }),
  )
  read(platform, getSplitGround, (db, { query }, { actor }) => readSplitGround(db, query, { actor }))
  platform.http.post(commitments.readCommitmentMatrix.path, async (request, reply) => {
    const contract = commitments.readCommitmentMatrix
    const { actor, input } = await admit(platform, contract, request)
    const { body } = request
    if (!(body instanceof Readable)) throw new Problem('import.no-file', {})
    const reading = await act(platform.database, { actor, ...auditOf(contract, input) }, (tx) =>
      readSentMatrix(tx, body, input.query, { actor }),
    )
    return send(reply, contract, reading)
  })
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
  readFile(platform, papers.getCommitmentWorkbook, async (db, { query }, { actor, out }) => {
    const { language, version, ...name } = query
    const names = await loadNames(db, language, name.province)
    const found = await getCommitmentVersion(db, name, actor.scope, version)
    await writeCommitmentWorkbook(out, language, names, found)
    return { name: commitmentFileName(language, names, found) }
  })
  readFile(platform, papers.getCommitmentNotice, async (db, { query }, { actor, now, out }) => {
    const notice = await prepareNotice(db, query, actor.scope)
    await writeNotice(out, notice, { now, madeBy: actor.name })
    return { name: noticeFileName(notice) }
  })
}
