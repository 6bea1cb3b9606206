import {
  mismatchesOf,
  totalOf,
  type CommitmentCell,
  type StatedTotal,
} from '@rasad/domain/commitments/matrix'
import type { Actor } from '@rasad/domain/access/scope'
import type { CommitmentVersion } from '@rasad/contracts/commitments'
import type { ReadDb, WriteTx } from '../../platform/db.ts'
import { Problem } from '../../platform/problem.ts'
import { insertEntry, postCommitmentMovements, type CommitmentMovement } from '../ledger/ledger.queries.ts'
import { selectAgencies } from '../organisations/organisations.queries.ts'
import { selectCounties } from '../places/places.queries.ts'
import {
  findVersion,
  findVersionInForce,
  insertNotice,
  insertVersion,
  listCells,
  lockCommitment,
  type CommitmentName,
  type Letter,
} from './commitments.queries.ts'
import { getPeriod } from './periods.queries.ts'

/** Sets a commitment as a new version and posts its difference from the one before; a matrix that does not add up is refused. */
export async function setCommitmentVersion(
  tx: WriteTx,
  name: CommitmentName,
  matrix: {
    cells: readonly CommitmentCell[]
    stated: readonly StatedTotal[]
    source: string
    reason: string | null
  },
  { actor }: { actor: Actor },
): Promise<Omit<CommitmentVersion, 'cells'>> {
  await getPeriod(tx, name.province, name.period)
  const cells = await checkedCells(tx, name, matrix.cells)
  const mismatches = mismatchesOf(cells, matrix.stated)
  if (mismatches.length > 0) throw new Problem('commitment.does-not-add-up', { mismatches })

  const version = await addVersion(
    tx,
    name,
    { cells, source: matrix.source, reason: matrix.reason },
    { actor },
  )
  return notifyVersion(tx, name, version, null, { actor })
}

/** Adds a version that counts nothing yet, and returns its number. */
async function addVersion(
  tx: WriteTx,
  name: CommitmentName,
  { cells, source, reason }: { cells: readonly CommitmentCell[]; source: string; reason: string | null },
  { actor }: { actor: Actor },
): Promise<number> {
  await lockCommitment(tx, name)
  const version = ((await findVersion(tx, name))?.version ?? 0) + 1
  await insertVersion(tx, name, { version, total: totalOf(cells), reason, source, setBy: actor.id }, cells)
  return version
}

/** Brings a version into force and posts its difference from the one in force before. */
async function notifyVersion(
  tx: WriteTx,
  name: CommitmentName,
  version: number,
  letter: Letter | null,
  { actor }: { actor: Actor },
): Promise<Omit<CommitmentVersion, 'cells'>> {
  const { province, period, baseline } = name
  const last = await findVersionInForce(tx, name)
  const before = last ? await listCells(tx, name, last.version) : []
  const after = await listCells(tx, name, version)
  const entryId = await insertEntry(tx, name, { action: 'commitment.notified', actor: actor.id })
  await insertNotice(tx, name, { version, entryId, letter, notifiedBy: actor.id })
  await postCommitmentMovements(tx, { province, period, entryId }, movementsBetween(baseline, before, after))
  const row = await findVersion(tx, name, version)
  if (!row) throw new Error(`Version ${version} was added and is not there.`)
  return { province, period, baseline, ...row }
}

/** A version with its cells, the newest without a number. */
export async function getCommitmentVersion(
  db: ReadDb,
  name: CommitmentName,
  version?: number,
): Promise<CommitmentVersion> {
  const row = await findVersion(db, name, version)
  if (!row)
    throw new Problem('not-found', {
      kind: 'commitment',
      id: `${name.province}/${name.period}/${name.baseline}`,
    })
  return { ...name, ...row, cells: await listCells(db, name, row.version) }
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
    const key = keyOf(cell)
    merged.set(key, { ...cell, value: cell.value + (merged.get(key)?.value ?? 0) })
  }
  return [...merged.values()].filter(({ value }) => value > 0)
}

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
