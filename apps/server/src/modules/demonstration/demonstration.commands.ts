import type { System } from '@rasad/contracts/system'
import type { Actor } from '@rasad/domain/access/scope'
import type { Rasad } from '../../app.ts'
import { act } from '../../platform/act.ts'
import { withOwner } from '../../platform/database.ts'
import { readSnapshot, type ReadDb } from '../../platform/db.ts'
import { Problem } from '../../platform/problem.ts'
import { addDemonstrationUsers } from '../access/demonstration.commands.ts'
import { hasUsers } from '../access/users.queries.ts'
import { listCountyCensus } from '../commitments/population.queries.ts'
import { selectCounties } from '../places/places.queries.ts'
import { ANNOUNCED_TOTALS } from './announced-totals.ts'
import { chanceOf } from './chance.ts'
import {
  analyzeOtherTables,
  analyzePostings,
  findDemonstration,
  hasNoPeriods,
  insertAnnouncedTotals,
  insertDemonstration,
  readDemonstration,
  setDemonstrationLoaded,
} from './demonstration.queries.ts'
import { DEMONSTRATION_USERS } from './demonstration-users.ts'
import { inParallel } from './in-parallel.ts'
import type { WeighedCounty } from './job-list-text.ts'
import { withLaidAside } from './laid-aside.commands.ts'
import { openPastConnection } from './past-connection.ts'
import { provinceHistories, type ProvinceHistory } from './province-histories.ts'

/** The seed of the demonstration that everybody gets. */
const USUAL_SEED = 'rasad'

/** How far the loading has come: from 0 to 1, and in which province. */
export type DemonstrationProgress = { province: string; progress: number }

/** What an installation demonstrates. */
export type Demonstration = NonNullable<System['demonstration']>
type Loading = { actor: Actor; seed?: string; onProgress?: (progress: DemonstrationProgress) => void }

/** Fills an installation without periods with the demonstration, act by act as it would have happened, and marks it. */
export async function loadDemonstration(
  rasad: Rasad,
  { actor, seed = USUAL_SEED, onProgress }: Loading,
): Promise<Demonstration> {
  const { database } = rasad
  const subject = { seed }
  await act(database, { actor, action: 'demonstration.begun', province: null, subject }, async (tx) => {
    if (!(await isEmptyInstallation(tx))) throw new Problem('demonstration.not-empty', {})
    await insertDemonstration(tx, seed, actor.id)
  })
  const histories = provinceHistories()
  const whole = histories.reduce((sum, history) => sum + weightOf(history), 0)
  let done = 0
  const bringAbout = async (history: ProvinceHistory) => {
    const advance = (weight: number) =>
      onProgress?.({ province: history.province, progress: (done += weight) / whole })
    await loadProvince(rasad, history, seed, advance)
  }
  // The first is as much work as the others together, and the machine has two hands at least.
  const [largest, ...others] = histories
  const bringAboutOthers = async () => {
    await eachOf(others, bringAbout)
    await addDemonstrationUsers(database, DEMONSTRATION_USERS, { actor })
  }
  await withLaidAside(rasad, () =>
    inParallel([eachOf(largest ? [largest] : [], bringAbout), bringAboutOthers()]),
  )
  await act(database, { actor, action: 'demonstration.loaded', province: null, subject }, async (tx) => {
    await insertAnnouncedTotals(tx, ANNOUNCED_TOTALS)
    await setDemonstrationLoaded(tx)
  })
  await inParallel([analyzePostings, analyzeOtherTables].map((analyze) => withOwner(rasad.owner, analyze)))
  return (await readSnapshot(database, readDemonstration))!
}

async function loadProvince(
  rasad: Rasad,
  { province, acts }: ProvinceHistory,
  seed: string,
  advance: (weight: number) => void,
): Promise<void> {
  const counties = await readSnapshot(rasad.database, (db) => listWeighedCounties(db, province))
  const past = openPastConnection(rasad)
  try {
    const stage = { past, files: rasad.files, chance: chanceOf(`${seed}/${province}`), counties }
    for (const { moment, weight, run } of acts) {
      await past.setMoment(moment)
      await run(stage)
      advance(weight)
    }
  } finally {
    await past.close()
  }
}

async function eachOf<T>(list: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  for (const one of list) await work(one)
}

function weightOf({ acts }: ProvinceHistory): number {
  return acts.reduce((sum, { weight }) => sum + weight, 0)
}

/** Whether nothing has been entered yet; refuses an installation where the loading was broken off. */
export async function isEmptyInstallation(db: ReadDb): Promise<boolean> {
  const mark = await findDemonstration(db)
  if (mark?.loadedAt === null) throw new Problem('demonstration.broken-off', {})
  return !mark && (await hasNoPeriods(db)) && !(await hasUsers(db))
}

async function listWeighedCounties(db: ReadDb, province: string): Promise<WeighedCounty[]> {
  const people = new Map(
    (await listCountyCensus(db, province, 'population')).map(({ county, value }) => [county, value]),
  )
  const counties = await selectCounties(db, province)
  return counties
    .map(({ code, nameFa }) => ({ code, name: nameFa, weight: people.get(code) ?? 0 }))
    .toSorted((one, other) => (one.code < other.code ? -1 : 1))
}
