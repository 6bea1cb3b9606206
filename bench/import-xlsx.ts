import path from 'node:path'
import { importJobList } from '@rasad/server/modules/jobs/imports.commands'
import { listImportRows } from '@rasad/server/modules/jobs/imports.queries'
import { readJobList, type ListReading } from '@rasad/server/modules/jobs/job-list.commands'
import { loadRules } from '@rasad/server/modules/jobs/registration.commands'
import { openLowerPlaces } from '@rasad/server/modules/places/lower-places.queries'
import { openWorkbook } from '@rasad/server/platform/workbook/workbook'
import { figureOf, type Figure } from './figure.ts'
import { writeXlsxList } from './job-list.ts'
import { timed, type Round } from './rounds.ts'
import {
  ACTOR,
  countyNames,
  inNewFolder,
  inNewWorld,
  NOW,
  openPeriods,
  PERIOD,
  PROVINCE,
  type Run,
  type World,
} from './world.ts'

const ROWS = 50_000
const COUNTIES = 12

/** The import of a workbook with its whole list of errors, against reading the same file and throwing it away. */
export async function measureXlsxImport({ say }: Run): Promise<Figure[]> {
  const judged: Round[] = []
  const imported: Round[] = []
  const marked: Round[] = []
  await inNewFolder(async (folder) => {
    const file = path.join(folder, 'list.xlsx')
    for (let round = 0; round < 3; round += 1) {
      await inNewWorld(async (world) => {
        await openPeriods(world, [PROVINCE])
        if (round === 0) {
          say(`writing a workbook of ${ROWS} rows`)
          const counties = await countyNames(world, PROVINCE, COUNTIES)
          await writeXlsxList(file, { rows: ROWS, counties, seed: 1405 })
        }
        say(`round ${round + 1}`)
        const peer = await timed(() => readThrough(file))
        judged.push({ ours: await timed(() => judge(world, file)), peer })
        imported.push({ ours: await timed(() => importAndListErrors(world, file)), peer })
        // Sent a second time nothing enters, so that what is left is reading, checking and marking.
        marked.push({
          ours: await timed(() => importList(world, file, path.join(folder, 'errors.xlsx'))),
          peer,
        })
      })
    }
  })
  const told = { measure: 'xlsx', unit: 'ms', peerName: 'reading it and throwing it away' } as const
  return [
    figureOf(judged, { ...told, name: `${ROWS} rows of .xlsx judged, none entered` }),
    figureOf(imported, {
      ...told,
      name: `${ROWS} rows of .xlsx entered, errors listed`,
      budget: { of: 'ratio', atMost: 2 },
    }),
    figureOf(marked, { ...told, name: `${ROWS} rows sent again, each marked in the file` }),
  ]
}

/** Every row read, mended and judged by all rules, and nothing entered. */
async function judge({ database }: World, file: string): Promise<void> {
  const place = { province: PROVINCE, period: PERIOD, agency: 'AGRI' }
  const rules = await loadRules(database, place, { actor: ACTOR, now: NOW })
  const reading: ListReading = { sheets: [], refused: [], contested: [], first: [], rowsRead: 0 }
  const workbook = await openWorkbook(file)
  const register = { province: PROVINCE, period: PERIOD }
  const context = { rules, places: await openLowerPlaces(database, PROVINCE), register, override: {} }
  let characters = 0
  for await (const lines of readJobList(workbook, context, reading)) characters += lines.length
  await workbook.close()
  if (reading.rowsRead !== ROWS || characters === 0) throw new Error(`${reading.rowsRead} rows were judged`)
}

async function readThrough(file: string): Promise<number> {
  const workbook = await openWorkbook(file)
  let rows = 0
  for (const sheet of workbook.sheets) for await (const batch of sheet.rows()) rows += batch.length
  await workbook.close()
  return rows
}

async function importAndListErrors(world: World, file: string): Promise<void> {
  const { importId, rejected, duplicate } = await importList(world, file)
  const { count } = await listImportRows(
    world.database,
    PROVINCE,
    importId ?? 0,
    { offset: 0, limit: ROWS },
    ACTOR.scope,
  )
  if (count < rejected + duplicate)
    throw new Error(`${rejected + duplicate} rows are refused, ${count} are listed`)
}

function importList(world: World, file: string, errorsPath?: string) {
  const order = {
    province: PROVINCE,
    period: PERIOD,
    agency: 'AGRI',
    path: file,
    fileName: 'list.xlsx',
    dryRun: false,
  }
  const errors = errorsPath === undefined ? {} : { errorsPath }
  return importJobList(world, { ...order, ...errors }, { actor: ACTOR, now: NOW })
}
