import {
  listImportMappings,
  nameImportMapping,
  removeImportMapping,
  getImportMapping,
  saveImportMapping,
  SEVERAL_AGENCIES,
} from '@rasad/contracts/import-mappings'
import { expect, test } from 'vitest'
import { csvOf, listRow } from '../../../test/csv-lists.ts'
import { openWorld } from '../../../test/world.ts'
import { localOperator } from '../../app.ts'

test('what was saved for an agency is listed, named, used and taken away', async () => {
  await using world = await openWorld()
  const { province } = world
  const list = async () => (await world.call(listImportMappings, { query: { province } })).mappings
  const params = { province, agency: 'AGRI' }
  await world.importFile(csvOf([listRow({ county: world.county(0) })]))
  expect(await list()).toEqual([])

  const columns = { شناسه: 'nationalId', 'ردیف نامه': 'ignore' } as const
  await world.call(saveImportMapping, { params, body: { columns } })
  await world.call(saveImportMapping, { params: { province, agency: 'SMT' }, body: { columns: {} } })
  const saved = await list()
  expect(saved).toMatchObject([
    { agency: 'AGRI', title: null, headers: 2, savedBy: localOperator().id, lastUsedAt: null },
    { agency: 'SMT', headers: 0 },
  ])
  await world.importFile(csvOf([listRow({ county: world.county(1) })]))
  expect(Date.parse((await list())[0]!.lastUsedAt!)).toBeGreaterThan(Date.parse(saved[0]!.savedAt))

  const several = { province, agency: SEVERAL_AGENCIES }
  await world.call(saveImportMapping, { params: several, body: { columns: { نهاد: 'agency' } } })
  await world.call(nameImportMapping, { params: several, body: { title: 'همهٔ دستگاه‌ها' } })
  expect((await list())[0]).toMatchObject({ agency: SEVERAL_AGENCIES, title: 'همهٔ دستگاه‌ها', headers: 1 })
  await world.call(removeImportMapping, { params: several, body: {} })

  const named = await world.call(nameImportMapping, { params, body: { title: 'فهرست ماهانه' } })
  expect(named).toMatchObject({ title: 'فهرست ماهانه', headers: 2, savedAt: saved[0]!.savedAt })
  await world.call(removeImportMapping, { params, body: {} })

  expect((await list()).map(({ agency }) => agency)).toEqual(['SMT'])
  expect(await world.call(getImportMapping, { params })).toEqual({ columns: {} })
  const refusal = await world.refuse(removeImportMapping, { params, body: {} })
  expect(refusal.code).toBe('not-found')
})
