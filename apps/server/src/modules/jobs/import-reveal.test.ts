import { getRunRow, importDryRun, listRunRows, mendRunRow, revealRunRow } from '@rasad/contracts/import-runs'
import { listJobs } from '@rasad/contracts/jobs'
import { permissionsOf } from '@rasad/domain/access/roles'
import { maskNationalId } from '@rasad/domain/persian/identifiers'
import { expect, test } from 'vitest'
import { cellsOf, csvText, HEADER, listRow } from '../../../test/csv-lists.ts'
import { newNationalId } from '../../../test/national-ids.ts'
import { openWorld, type World } from '../../../test/world.ts'

const MOBILE = '09121234567'
const PLACE = { sheetNumber: 0, row: 2 }

const checked = async (world: World, nationalId: string) => {
  const row = cellsOf(listRow({ county: 'ناکجا', nationalId }))
  const file = csvText([
    [...HEADER, 'موبایل'],
    [...row, MOBILE],
  ])
  return (await world.runImport(file, { dryRun: true })).runId
}
const auditOf = async (world: World) => {
  const { rows } = await world.rasad.pool.query<Record<string, unknown>>(
    `select actor, subject from audit where province_id = $1 and action = 'person.revealed'`,
    [world.province],
  )
  return rows
}

test('a row of a dry run is masked until somebody asks for its person, and who asked stays in the audit', async () => {
  await using world = await openWorld()
  const nationalId = newNationalId()
  const params = { runId: await checked(world, nationalId), ...PLACE }

  const shown = [
    await world.call(getRunRow, { params }),
    await world.call(listRunRows, { params: { runId: params.runId } }),
  ]
  const text = JSON.stringify(shown)
  expect(text).toContain(maskNationalId(nationalId))
  for (const full of [nationalId, MOBILE]) expect(text).not.toContain(full)
  expect(await auditOf(world)).toEqual([])

  const revealed = await world.call(revealRunRow, { params, body: {} })

  expect(revealed.cells).toEqual([
    { column: 'nationalId', text: nationalId },
    { column: 'mobile', text: MOBILE },
  ])
  expect(revealed.original).toEqual(revealed.cells)
  const rows = await auditOf(world)
  expect(rows).toEqual([{ actor: expect.stringMatching(/^operator:/), subject: params }])
  expect(JSON.stringify(rows)).not.toContain(nationalId)
})

test('a national ID that nobody looked at is kept, taken back and brought again by the version it stood at', async () => {
  await using world = await openWorld()
  const [inFile, one] = [newNationalId(), newNationalId()]
  const params = { runId: await checked(world, inFile), ...PLACE }
  const mend = (version: number, values: object) =>
    world.call(mendRunRow, { params, body: { version, values } })
  const standing = async () => {
    const { cells } = await world.call(revealRunRow, { params, body: {} })
    return cells.find(({ column }) => column === 'nationalId')!.text
  }

  const { row } = await mend(0, { nationalId: one })
  expect(row.cells).toContainEqual({ column: 'nationalId', text: maskNationalId(one) })
  expect(row.mendings[0]!.values).toEqual({ nationalId: maskNationalId(one) })
  await mend(1, { nationalId: { asOf: 1 }, county: world.county(0) })
  expect(await standing()).toBe(one)
  await mend(2, { county: world.county(0) })
  expect(await standing()).toBe(inFile)
  const back = await mend(3, { nationalId: { asOf: 2 }, county: { asOf: 2 } })

  expect(back.row).toMatchObject({ verdict: 'accepted', mended: ['nationalId', 'county'] })
  const sent = await world.call(importDryRun, { params: { runId: params.runId }, body: {} })
  await world.ended(sent.runId)
  const { province, period } = world
  const { jobs } = await world.call(listJobs, { query: { province, period, q: one } })
  expect(jobs).toHaveLength(1)
})

test('whoever may not send the list, or not reveal, is not shown its people, and nothing is kept of it', async () => {
  await using world = await openWorld()
  const { province } = world
  const params = { runId: await checked(world, newNationalId()), ...PLACE }
  const someone = async (permissions: ReturnType<typeof permissionsOf>, agency: string | null) => {
    const scope =
      agency === null
        ? ({ level: 'province', province } as const)
        : ({ level: 'agency', province, agency } as const)
    const actor = { id: 'user:other', name: 'other', scope, permissions, agency }
    await using theirs = await openWorld({ province, actor, period: null })
    return (await theirs.refuse(revealRunRow, { params, body: {} })).code
  }

  expect(await someone(permissionsOf('inspector'), null)).toBe('not-allowed')
  expect(await someone(permissionsOf('governor'), null)).toBe('not-allowed')
  expect(await someone(permissionsOf('agency-officer'), 'SMT')).toBe('not-found')
})
