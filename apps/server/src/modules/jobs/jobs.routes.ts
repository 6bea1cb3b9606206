import { takeJobSteps } from '@rasad/contracts/bulk-steps'
import {
  countJobs as countJobsContract,
  listRegistrars as listRegistrarsContract,
} from '@rasad/contracts/job-filter'
import * as contract from '@rasad/contracts/jobs'
import * as papers from '@rasad/contracts/papers'
import { readFile } from '../../platform/file-answer.ts'
import { change, read, type Platform } from '../../platform/route.ts'
import { decideConflict } from './conflicts.commands.ts'
import { getConflict, listConflicts } from './conflicts.queries.ts'
import { writeJobCsv, writeJobWorkbook } from './job-files.commands.ts'
import { countJobs, listJobs, listRegistrars } from './job-page.queries.ts'
import { getJob } from './job-reading.queries.ts'
import { getPerson } from './jobs.queries.ts'
import { takeSteps } from './job-steps.commands.ts'
import { takeStep } from './jobs.commands.ts'
import { claimPerson, registerOneJob } from './registration.commands.ts'

export function jobRoutes(platform: Platform): void {
  read(platform, contract.listJobs, (db, { query }, { actor }) => listJobs(db, query, actor.scope))
  read(platform, countJobsContract, (db, { query }, { actor }) => countJobs(db, query, actor.scope))
  read(platform, listRegistrarsContract, (db, { query }, { actor }) => listRegistrars(db, query, actor.scope))
  read(platform, contract.getJob, (db, { params }, { actor }) =>
    getJob(db, params.province, params.jobId, actor),
  )
  change(platform, contract.registerJob, (tx, { body }, circumstances) =>
    registerOneJob(tx, body, circumstances),
  )
  change(platform, contract.takeJobStep, async (tx, { params, body }, { actor, now }) => {
    await takeStep(tx, params.province, params.jobId, body, { actor, now })
    return getJob(tx, params.province, params.jobId, actor)
  })
  change(platform, contract.revealPerson, (tx, { params }, { actor }) =>
    getPerson(tx, params.province, params.jobId, actor.scope),
  )
  change(platform, takeJobSteps, (tx, { params, body }, circumstances) =>
    takeSteps(tx, params.province, body, circumstances),
  )
  change(platform, contract.claimJob, async (tx, { body }, circumstances) => {
    const { caseId } = await claimPerson(tx, body, circumstances)
    return getConflict(tx, body.province, caseId, circumstances.actor.scope)
  })
  read(platform, contract.listConflicts, (db, { query }, { actor }) => listConflicts(db, query, actor.scope))
  read(platform, contract.getConflict, (db, { params }, { actor }) =>
    getConflict(db, params.province, params.caseId, actor.scope),
  )
  change(platform, contract.decideConflict, async (tx, { params, body }, { actor }) => {
    await decideConflict(tx, params.province, params.caseId, body, { actor })
    return getConflict(tx, params.province, params.caseId, actor.scope)
  })
  readFile(platform, papers.getJobWorkbook, (db, { query }, { actor, now, out }) =>
    writeJobWorkbook(db, query, { scope: actor.scope, now, out }),
  )
  readFile(platform, papers.getJobCsv, (db, { query }, { actor, now, out }) =>
    writeJobCsv(db, query, { scope: actor.scope, now, out }),
  )
}
