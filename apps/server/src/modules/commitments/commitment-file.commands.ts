import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Actor } from '@rasad/domain/access/scope'
import {
  mismatchesOf,
  totalOf,
  type CommitmentCell,
  type MatrixMismatch,
  type StatedTotal,
} from '@rasad/domain/commitments/matrix'
import { readMatrix, type MatrixFault, type MatrixRow } from '@rasad/domain/commitments/read-matrix'
import { readSector } from '@rasad/domain/organisations/sectors'
import type { ReadDb } from '../../platform/db.ts'
import { Problem } from '../../platform/problem.ts'
import { requireInScope } from '../../platform/scope.ts'
import { openWorkbook } from '../../platform/workbook/workbook.ts'
import { indexAgenciesOf } from '../organisations/organisations.queries.ts'
import { indexCounties } from '../places/places.queries.ts'

const MOST_FAULTS = 50

/** Reads a commitment matrix from CSV or Excel; every sheet that holds one counts, a sheet named after a sector as that sector's. */
export async function readCommitmentFile(
  db: ReadDb,
  path: string,
  { province, fileName }: { province: string; fileName: string },
): Promise<{ cells: CommitmentCell[]; stated: StatedTotal[] }> {
  const names = { counties: await indexCounties(db, province), agencies: await indexAgenciesOf(db, province) }
  const workbook = await openWorkbook(path, { name: fileName })
  const cells: CommitmentCell[] = []
  const stated: StatedTotal[] = []
  const faults: MatrixFault[] = []
  try {
    for (const sheet of workbook.sheets) {
      const rows: MatrixRow[] = []
      for await (const batch of sheet.rows()) rows.push(...batch)
      const reading = readMatrix(rows, names, readSector(sheet.name))
      cells.push(...(reading?.cells ?? []))
      stated.push(...(reading?.stated ?? []))
      faults.push(...(reading?.faults ?? []))
    }
  } finally {
    await workbook.close()
  }
  if (cells.length === 0 && faults.length === 0) faults.push({ line: 1, cell: '', reason: 'header.missing' })
  if (faults.length > 0) throw new Problem('commitment.unreadable', { lines: faults.slice(0, MOST_FAULTS) })
  return { cells, stated }
}

/** Reads a matrix that was sent, and says which of the wholes stated in it do not hold; nothing is kept of it. */
export async function readSentMatrix(
  db: ReadDb,
  sent: Readable,
  { province, name }: { province: string; name: string },
  { actor }: { actor: Actor },
): Promise<{
  cells: (CommitmentCell & { programme: NonNullable<CommitmentCell['programme']> })[]
  stated: StatedTotal[]
  mismatches: MatrixMismatch[]
  total: number
}> {
  requireInScope(actor, { province }, 'commitment.set')
  const path = join(tmpdir(), `rasad-matrix-${randomUUID()}`)
  try {
    await pipeline(sent, createWriteStream(path))
    const { cells, stated } = await readCommitmentFile(db, path, { province, fileName: name })
    return {
      cells: cells.map((cell) => ({ ...cell, programme: cell.programme ?? 'unspecified' })),
      stated,
      mismatches: mismatchesOf(cells, stated),
      total: totalOf(cells),
    }
  } finally {
    await rm(path, { force: true })
  }
}
