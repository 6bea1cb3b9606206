import { listDays } from '@rasad/contracts/ledger'
import { jalaliDateAt } from '@rasad/domain/calendar/jalali'
import { expect, test } from 'vitest'
import { openWorld } from '../../../test/world.ts'

test('each day tells its last position and what it moved in the period asked for', async () => {
  await using world = await openWorld()
  const { province, period } = world
  const { jobId } = await world.register()
  await world.settle()
  await world.register({ novelty: 'تثبیت' })
  await world.step(jobId, 'confirm')
  await world.commit([{ county: world.county(0), agency: 'AGRI', value: 10 }])
  const batch = await world.settle()
  const today = jalaliDateAt(Date.now())

  const { days } = await world.call(listDays, { query: { province, period } })
  const ask = (month: string) => world.call(listDays, { query: { province, period, month } })

  expect(days).toMatchObject([
    { day: today, batch, jobs: { registered: 1, 'agency-confirmed': 1 }, committed: { provincial: 10 } },
  ])
  expect((await ask(today.slice(0, 7))).days).toEqual(days)
  expect((await ask('1404-01..1404-02')).days).toEqual([])
  expect((await world.call(listDays, { query: { province, period: '1403' } })).days).toEqual([])
  expect(await world.figure({ asOf: String(days[0]!.batch) })).toMatchObject({ registered: 1, committed: 10 })
})
