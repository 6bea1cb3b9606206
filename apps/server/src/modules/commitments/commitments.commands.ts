import { isDeepStrictEqual } from 'node:util'
import {
  mismatchesOf,
  totalOf,
  type CommitmentCell,
  type StatedTotal,
} from '@rasad/domain/commitments/matrix'
import type { Actor, Scope } from '@rasad/domain/access/scope'
import { refuseNotice } from '@rasad/domain/commitments/notice'
import { compareVersions } from '@rasad/domain/commitments/split/compare-versions'
import type { CommitmentDifference, CommitmentVersion } from '@rasad/contracts/commitments'
import type { ReadDb, WriteTx } from '../../platform/db.ts'
import { Problem } from '../../platform/problem.ts'
import { requireInScope, requirePermission } from '../../platform/scope.ts'
import { insertEntry, postCommitmentMovements, type CommitmentMovement } from '../ledger/ledger.queries.ts'
import { selectAgencies } from '../organisations/organisations.queries.ts'
import { selectCounties } from '../places/places.queries.ts'
import {
  findVersion,
  findVersionInForce,
  insertNotice,
  insertVersion,
  listCells,
  listVersions,
  lockCommitment,
  type CommitmentName,
  type Letter,
  type VersionOrigin,
  type VersionRow,
} from './commitments.queries.ts'
import { getPeriod } from './periods.queries.ts'

type SentMatrix = {
  cells: readonly CommitmentCell[]
  stated: readonly StatedTotal[]
  source: string
  reason: string | null
}
type VersionHead = Omit<CommitmentVersion, 'cells'>

/**
 * Sets a commitment as a new version in force without a letter, which takes the right to notify too, and posts its
 * difference from the one before; a matrix that does not add up is refused.
 */
export async function setCommitmentVersion(
  tx: WriteTx,
  name: CommitmentName,
  matrix: SentMatrix,
  { actor }: { actor: Actor },
): Promise<VersionHead> {
  requirePermission(actor, 'commitment.notify')
  const version = await addSentVersion(tx, name, matrix, { actor })
  const head = await getVersion(tx, name, actor.scope, version)
  if (head.notice !== null) {
    const { province, period, baseline } = name
    return { province, period, baseline, ...head }
  }
  return bringIntoForce(tx, name, version, null, { actor })
}

/** Makes a draft from a matrix that somebody sent; one that does not add up is refused. */
export async function draftSentVersion(
  tx: WriteTx,
  { province, period, baseline }: CommitmentName,
  matrix: SentMatrix,
  { actor }: { actor: Actor },
): Promise<VersionHead> {
  const name = { province, period, baseline }
  const version = await addSentVersion(tx, name, matrix, { actor })
  return { ...name, ...(await getVersion(tx, name, actor.scope, version)) }
}

async function addSentVersion(
  tx: WriteTx,
  name: CommitmentName,
  matrix: SentMatrix,
  { actor }: { actor: Actor },
): Promise<number> {
  requireInScope(actor, { province: name.province }, 'commitment.set')
  await getPeriod(tx, name.province, name.period, actor.scope)
  const cells = await checkedCells(tx, name, matrix.cells)
  const mismatches = mismatchesOf(cells, matrix.stated)
  if (mismatches.length > 0) throw new Problem('commitment.does-not-add-up', { mismatches })
  const origin = { source: matrix.source, reason: matrix.reason, setBy: actor.id }
  return addVersion(tx, name, cells, origin, { actor })
}

/**
 * Adds a version that counts nothing yet, and returns its number. What the same person sent just before, with the same
 * words, is that version: an answer was lost on the way.
 */
export async function addVersion(
  tx: WriteTx,
  name: CommitmentName,
  cells: readonly CommitmentCell[],
  origin: VersionOrigin,
  { actor }: { actor: Actor },
): Promise<number> {
  await lockCommitment(tx, name)
  const newest = await findVersion(tx, name, actor.scope)
  if (newest && (await isSame(tx, newest, { name, origin, cells }, actor))) return newest.version
  const version = (newest?.version ?? 0) + 1
  await insertVersion(tx, name, { version, total: totalOf(cells) }, origin, cells)
  return version
}

async function isSame(
  db: ReadDb,
  { version, ...head }: VersionRow,
  { name, origin, cells }: { name: CommitmentName; origin: VersionOrigin; cells: readonly CommitmentCell[] },
  { scope }: Actor,
): Promise<boolean> {
  const { source, reason, setBy, pins = [] } = origin
  const isOfSameWords = head.source === source && head.reason === reason && head.setBy === setBy
  const isByLetter = head.notice !== null && head.notice.letter !== null
  if (!isOfSameWords || isByLetter || !isDeepStrictEqual(head.pins, JSON.parse(JSON.stringify(pins))))
    return false
  const difference = compareVersions(await listCells(db, name, version, scope), cells)
  return difference.cells.length === 0
}

/** Notifies a draft by letter: from now on it is what was committed. One that a later version overtook stays a draft. */
export async function notifyVersion(
  tx: WriteTx,
  name: CommitmentName,
  version: number,
  letter: Letter,
  { actor }: { actor: Actor },
): Promise<VersionHead> {
  requireInScope(actor, { province: name.province }, 'commitment.notify')
  await lockCommitment(tx, name)
  const row = await getVersion(tx, name, actor.scope, version)
  const inForce = (await findVersionInForce(tx, name, actor.scope))?.version ?? null
  const refusal = refuseNotice({ version, isNotified: row.notice !== null }, inForce)
  if (refusal === 'commitment.overtaken') throw new Problem(refusal, { version, inForce: inForce ?? version })
  if (refusal !== undefined) throw new Problem(refusal, { version })
  return bringIntoForce(tx, name, version, letter, { actor })
}

async function bringIntoForce(
  tx: WriteTx,
  name: CommitmentName,
  version: number,
  letter: Letter | null,
  { actor }: { actor: Actor },
): Promise<VersionHead> {
  const { province, period, baseline } = name
  const last = await findVersionInForce(tx, name, actor.scope)
  const before = last ? await listCells(tx, name, last.version, actor.scope) : []
  const after = await listCells(tx, name, version, actor.scope)
  const entryId = await insertEntry(tx, name, { action: 'commitment.notified', actor: actor.id })
  await insertNotice(tx, name, { version, entryId, letter, notifiedBy: actor.id })
  await postCommitmentMovements(tx, { province, period, entryId }, movementsBetween(baseline, before, after))
  return { province, period, baseline, ...(await getVersion(tx, name, actor.scope, version)) }
}

/** Every version of a commitment as a scope sees it, the newest first. */
export async function listCommitmentVersions(
  db: ReadDb,
  name: CommitmentName,
  scope: Scope,
): Promise<VersionHead[]> {
  const { province, period, baseline } = name
  return (await listVersions(db, name, scope)).map((row) => ({ province, period, baseline, ...row }))
}

/** How a later version differs from an earlier one, within a scope. */
export async function compareCommitmentVersions(
  db: ReadDb,
  name: CommitmentName,
  { from, to }: { from: number; to: number },
  scope: Scope,
): Promise<CommitmentDifference> {
  const before = await getVersion(db, name, scope, from)
  const after = await getVersion(db, name, scope, to)
  const difference = compareVersions(
    await listCells(db, name, before.version, scope),
    await listCells(db, name, after.version, scope),
  )
  return { from, to, ...difference }
}

async function getVersion(
  db: ReadDb,
  name: CommitmentName,
  scope: Scope,
  version?: number,
): Promise<VersionRow> {
  const row = await findVersion(db, name, scope, version)
  const { province, period, baseline } = name
  const id = [province, period, baseline, ...(version === undefined ? [] : [version])].join('/')
  if (!row) throw new Problem('not-found', { kind: 'commitment', id })
  return row
}

/** A version with its cells, the newest without a number; of both, what lies in the scope. */
export async function getCommitmentVersion(
  db: ReadDb,
  { province, period, baseline }: CommitmentName,
  scope: Scope,
  version?: number,
): Promise<CommitmentVersion> {
  const name = { province, period, baseline }
  const row = await getVersion(db, name, scope, version)
  return { ...name, ...row, cells: await listCells(db, name, row.version, scope) }
}

/** Cells of one place are one cell, empty ones are none; a county or agency that is not there is refused by its line. */
async function checkedCells(
  db: ReadDb,
  { province }: CommitmentName,
  cells: readonly CommitmentCell[],
): Promise<CommitmentCell[]> {
  const counties = new Set((await selectCounties(db, province)).map(({ code }) => code))
  const agencies = new Set((await selectAgencies(db)).map(({ code }) => code))
  const unknown = cells.flatMap((cell, index) => [
    ...(counties.has(cell.county) ? [] : [{ line: index + 1, cell: cell.county, reason: 'county.unknown' }]),
    ...(agencies.has(cell.agency) ? [] : [{ line: index + 1, cell: cell.agency, reason: 'agency.unknown' }]),
  ])
  if (unknown.length > 0) throw new Problem('commitment.unreadable', { lines: unknown })
  const merged = new Map<string, CommitmentCell>()
  for (const cell of cells) {
    const key = `${keyOf(cell)}/${cell.programme ?? 'unspecified'}`
    merged.set(key, { ...cell, value: cell.value + (merged.get(key)?.value ?? 0) })
  }
  return [...merged.values()].filter(({ value }) => value > 0)
}

/** What moves in the ledger, whose postings carry no programme: the cells of all programmes are one. */
function movementsBetween(
  baseline: string,
  before: readonly CommitmentCell[],
  after: readonly CommitmentCell[],
): CommitmentMovement[] {
  const cells = new Map<string, CommitmentMovement>()
  const add = ({ county, agency, sector, value }: CommitmentCell, sign: 1 | -1) => {
    const key = keyOf({ county, agency, sector })
    cells.set(key, { baseline, county, agency, sector, amount: (cells.get(key)?.amount ?? 0) + sign * value })
  }
  for (const cell of before) add(cell, -1)
  for (const cell of after) add(cell, 1)
  return [...cells.values()].filter(({ amount }) => amount !== 0)
}

function keyOf({ county, agency, sector }: Pick<CommitmentCell, 'county' | 'agency' | 'sector'>): string {
  return `${county}/${agency}/${sector}`
}
