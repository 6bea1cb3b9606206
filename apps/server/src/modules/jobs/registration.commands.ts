import type { Job, JobEntry } from '@rasad/contracts/jobs'
import { isInScope, type Actor } from '@rasad/domain/access/scope'
import { jalaliDateAt } from '@rasad/domain/calendar/jalali'
import { COLUMNS } from '@rasad/domain/imports/columns'
import type { ColumnMapping } from '@rasad/domain/imports/header'
import { readRow, type ImportContext, type JobRow } from '@rasad/domain/imports/read-row'
import { movementsOf } from '@rasad/domain/ledger/posting'
import type { ReadDb, WriteTx } from '../../platform/db.ts'
import { Problem } from '../../platform/problem.ts'
import { requireInScope } from '../../platform/scope.ts'
import { getPeriod } from '../commitments/periods.queries.ts'
import { insertEntry, postJobMovements } from '../ledger/ledger.queries.ts'
import { mapActivities } from '../organisations/activities.queries.ts'
import { getAgencyName, indexAgenciesOf, requireAgencies } from '../organisations/organisations.queries.ts'
import { openLowerPlaces } from '../places/lower-places.queries.ts'
import { indexCitiesAsCounties, indexCounties } from '../places/places.queries.ts'
import { lockRegistration } from './import-staging.queries.ts'
import { getJob } from './job-reading.queries.ts'
import {
  cellOfRow,
  findCountedJob,
  findLostCase,
  insertClaimOn,
  insertPersonOnce,
  insertRegisteredJob,
  insertService,
} from './registration.queries.ts'

/** The youngest age at the start of a job, in full years (DOMAIN §10). */
const MINIMUM_AGE = 15
/** Above this age a row is pointed out, never refused (DOMAIN §10). */
const USUAL_MAXIMUM_AGE = 75

/** What the rows of one sender in one period are judged by; without a sender, each row speaks for the agency it names. */
export async function loadRules(
  db: ReadDb,
  { province, period, agency }: { province: string; period: string; agency: string | null },
  { actor, now }: { actor: Actor; now: number },
): Promise<ImportContext> {
  const { from, to } = await getPeriod(db, province, period, actor.scope)
  if (agency !== null) await requireAgencies(db, [agency])
  const isInReach = (code: string) => isInScope(actor.scope, { province, agency: code })
  return {
    period: { start: from, end: to },
    today: jalaliDateAt(now),
    counties: await indexCounties(db, province),
    cities: await indexCitiesAsCounties(db, province),
    agencies: await indexAgenciesOf(db, province),
    activities: await mapActivities(db),
    agency,
    mayFileFor: agency === null ? isInReach : (code) => code === agency,
    minimumAge: MINIMUM_AGE,
    usualMaximumAge: USUAL_MAXIMUM_AGE,
  }
}

/** Registers one job by hand, by the rules of a row of a list. */
export async function registerOneJob(
  tx: WriteTx,
  entry: JobEntry,
  { actor, now }: { actor: Actor; now: number },
): Promise<{ job: Job; corrections: string[]; warnings: string[] }> {
  const { province, period } = entry
  const {
    job: row,
    reasons,
    corrections,
    warnings,
  } = readEntry(entry, await loadRules(tx, entry, { actor, now }))
  if (row === null) throw new Problem('job.refused', { reasons })
  requireInScope(actor, { province, county: row.county, agency: row.agency }, 'job.register')

  await lockRegistration(tx, province)
  const personId = await insertPersonOnce(tx, province, row)
  const held = await findCountedJob(tx, entry, personId)
  if (held) {
    const { jobId, agency } = held
    const holder = { jobId, agency, agencyName: await getAgencyName(tx, agency) }
    const isOwn = agency === row.agency
    throw new Problem(isOwn ? 'job.person-already-counted' : 'job.claimed-elsewhere', holder)
  }
  const entryId = await insertEntry(tx, entry, { action: 'job.registered', actor: actor.id })
  const place = (await openLowerPlaces(tx, province)).find(row)
  const jobId = await insertRegisteredJob(tx, { province, period, entryId, actor: actor.id }, personId, {
    row,
    place,
  })
  await insertService(tx, province, { personId, jobId, row })
  const movements = movementsOf(null, { state: 'registered', cell: cellOfRow(row) }, 'registered')
  await postJobMovements(
    tx,
    { province, period, entryId },
    movements.map((movement) => ({ ...movement, jobId })),
  )
  return { job: await getJob(tx, province, jobId, actor), corrections, warnings }
}

/** Claims a person whom another agency holds: opens the conflict case, or joins it. */
export async function claimPerson(
  tx: WriteTx,
  entry: JobEntry,
  { actor, now }: { actor: Actor; now: number },
): Promise<{ caseId: number }> {
  const { province, period } = entry
  const { job: row, reasons } = readEntry(entry, await loadRules(tx, entry, { actor, now }))
  if (row === null) throw new Problem('job.refused', { reasons })
  requireInScope(actor, { province, county: row.county, agency: row.agency }, 'job.register')
  await lockRegistration(tx, province)
  const personId = await insertPersonOnce(tx, province, row)
  const held = await findCountedJob(tx, entry, personId)
  if (!held || held.agency === row.agency) throw new Problem('job.nobody-else-holds', {})
  const lost = await findLostCase(tx, province, { jobId: held.jobId, agency: row.agency })
  if (lost !== undefined) throw new Problem('job.claim-decided', { caseId: lost })
  await insertService(tx, province, { personId, jobId: held.jobId, row })
  return insertClaimOn(tx, { province, period, actor: actor.id }, held.jobId, row)
}

type Reading = { job: JobRow | null; reasons: string[]; corrections: string[]; warnings: string[] }

/** The fields of a form are the cells of a row, and its columns are known. */
function readEntry(entry: JobEntry, rules: ImportContext): Reading {
  const fields = entry as Readonly<Record<string, string | undefined>>
  const columns = Object.fromEntries(COLUMNS.map((column, index) => [column, index]))
  const mapping: ColumnMapping = {
    headerRows: [0, 0],
    columns,
    unknown: [],
    repeated: [],
    headers: [...COLUMNS],
  }
  delete mapping.columns.fullName
  const read = readRow(
    COLUMNS.map((column) => fields[column] ?? null),
    mapping,
    rules,
  )
  if (read.kind !== 'row')
    return { job: null, reasons: ['national-id.missing'], corrections: [], warnings: [] }
  const codes = (notes: readonly { code: string }[]) => [...new Set(notes.map(({ code }) => code))]
  return {
    job: read.job,
    reasons: codes(read.reasons),
    corrections: codes(read.corrections),
    warnings: codes(read.warnings),
  }
}
