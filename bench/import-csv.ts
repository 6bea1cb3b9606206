import path from 'node:path'
import { importJobList } from '@rasad/server/modules/jobs/imports.commands'
import { figureOf, type Figure } from './figure.ts'
import { writeCsvList } from './job-list.ts'
import { timed, type Round } from './rounds.ts'
import { timeStatements } from './statement-times.ts'
import {
  ACTOR,
  countyNames,
  inNewFolder,
  inNewWorld,
  NOW,
  openPeriods,
  PERIOD,
  PROVINCE,
  type Pool,
  type Run,
  type World,
} from './world.ts'

const COUNTIES = 12

/** The import of one long CSV list, against COPY of the jobs that came of it into an empty table like theirs. */
export async function measureCsvImport({ quick, say }: Run): Promise<Figure[]> {
  const rows = quick ? 100_000 : 1_000_000
  const rounds: Round[] = []
  let phases: Record<string, number> = {}
  await inNewFolder(async (folder) => {
    const file = path.join(folder, 'list.csv')
    for (let round = 0; round < 3; round += 1) {
      await inNewWorld(async (world) => {
        await openPeriods(world, [PROVINCE])
        if (round === 0) {
          say(`writing a list of ${rows} rows`)
          const counties = await countyNames(world, PROVINCE, COUNTIES)
          await writeCsvList(file, { rows, counties, seed: 1404 })
        }
        say(`import, round ${round + 1}`)
        const imported = await importOnce(world, file)
        const copied = await copyOnce(world)
        phases = imported.phases
        rounds.push({ ours: (rows / imported.ms) * 1000, peer: (copied.rows / copied.ms) * 1000 })
      })
    }
  })
  return [
    figureOf(rounds, {
      measure: 'import',
      name: `${rows} rows of CSV imported`,
      peerName: 'COPY into the same table',
      unit: 'rows/s',
      budget: { of: 'ratio', atLeast: 0.4 },
      details: phases,
    }),
  ]
}

async function importOnce(
  world: World,
  file: string,
): Promise<{ ms: number; phases: Record<string, number> }> {
  await world.ownerPool.query('checkpoint')
  const { pool, times } = timeStatements(world.pool)
  const order = {
    province: PROVINCE,
    period: PERIOD,
    agency: 'AGRI',
    path: file,
    fileName: 'list.csv',
    dryRun: false,
  }
  const start = performance.now()
  await importJobList({ ...world, pool }, order, { actor: ACTOR, now: NOW })
  const ms = performance.now() - start
  const phases = Object.fromEntries(times)
  return { ms, phases: mainPhases(phases, ms) }
}

/** What takes more than a hundredth of the whole; the rest in one sum with the reading that no statement covers. */
function mainPhases(phases: Readonly<Record<string, number>>, ms: number): Record<string, number> {
  const main = Object.entries(phases).filter(([, spent]) => spent > ms / 100)
  const rest = ms - main.reduce((sum, [, spent]) => sum + spent, 0)
  return Object.fromEntries(
    [...main, ['rest', rest] as const].map(([name, spent]) => [name, Math.round(spent)]),
  )
}

async function copyOnce(world: World): Promise<{ ms: number; rows: number }> {
  const { ownerPool } = world
  // In the folder of the server, which may write and read there whoever it runs as.
  const copy = path.join(world.folder, 'postgres', 'jobs.copy')
  const { rowCount } = await ownerPool.query(`copy (select * from job order by job_id) to '${copy}'`)
  await createTwin(ownerPool)
  await ownerPool.query('checkpoint')
  const ms = await timed(() => ownerPool.query(`copy job_twin from '${copy}'`))
  return { ms, rows: rowCount ?? 0 }
}

/** An empty table like `job`: columns, checks, indexes, and the references that LIKE leaves out. */
async function createTwin(ownerPool: Pool): Promise<void> {
  await ownerPool.query('create table job_twin (like job including all)')
  const { rows } = await ownerPool.query<{ name: string; definition: string }>(
    `select conname as name, pg_get_constraintdef(oid) as definition from pg_constraint
     where conrelid = 'job'::regclass and contype = 'f'`,
  )
  for (const { name, definition } of rows) {
    await ownerPool.query(`alter table job_twin add constraint ${name} ${definition}`)
  }
}
