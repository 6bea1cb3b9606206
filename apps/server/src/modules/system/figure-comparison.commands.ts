import type { DrillDifference } from '@rasad/contracts/system'
import { TRUTH_NAMES } from '@rasad/domain/figures/difference'
import type { Question } from '@rasad/domain/figures/question'
import { readSnapshot, type Database, type ReadDb } from '../../platform/db.ts'
import { sumByCell } from '../figures/figures.queries.ts'
import { listPeriodNames } from './system.queries.ts'

/** Compares every figure by county and agency of two systems, each province as of one batch. */
export async function compareFigures(
  running: Database,
  restored: Database,
  positions: readonly { province: string; batch: number }[],
): Promise<{ cells: number; differences: DrillDifference[] }> {
  const [expected, found] = await Promise.all(
    [running, restored].map((database) => readSnapshot(database, (db) => figuresAsOf(db, positions))),
  )
  const places = [...new Set([...expected!.keys(), ...found!.keys()])].toSorted()
  const differences = places
    .map((place) => ({
      kind: 'figure' as const,
      place,
      expected: expected!.get(place) ?? 0,
      found: found!.get(place) ?? 0,
    }))
    .filter((compared) => compared.expected !== compared.found)
  return { cells: places.length, differences }
}

/** Every figure under its place, `15 1404 1503 AGRI verified`; those of the national baseline are commitments alone. */
async function figuresAsOf(
  db: ReadDb,
  positions: readonly { province: string; batch: number }[],
): Promise<Map<string, number>> {
  const figures = new Map<string, number>()
  const periods = await listPeriodNames(db)
  for (const { province, batch } of positions) {
    for (const { period } of periods.filter((one) => one.province === province)) {
      for (const baseline of ['provincial', 'national'] as const) {
        const sums = await sumByCell(db, breakdown(province, period, baseline, batch))
        for (const { key, ...truths } of sums) {
          const told = baseline === 'provincial' ? TRUTH_NAMES : (['committed'] as const)
          for (const truth of told) {
            const value = truths[truth]
            if (value !== null && value !== 0)
              figures.set([province, period, ...key, baseline, truth].join(' '), value)
          }
        }
      }
    }
  }
  return figures
}

function breakdown(
  province: string,
  period: string,
  baseline: Question['baseline'],
  batch: number,
): Question {
  return {
    province,
    period,
    baseline,
    by: ['county', 'agency'],
    filters: {},
    months: null,
    position: { kind: 'batch', batch },
    scope: { level: 'national' },
  }
}
