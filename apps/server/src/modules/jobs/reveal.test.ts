import { getFigures, getPassport } from '@rasad/contracts/figures'
import { getImport, listImportRows, listImports } from '@rasad/contracts/imports'
import { getConflict, getJob, listConflicts, listJobs, revealPerson } from '@rasad/contracts/jobs'
import { maskNationalId } from '@rasad/domain/persian/identifiers'
import { expect, test } from 'vitest'
import { newNationalId } from '../../../test/national-ids.ts'
import { actorOf, openActing, openFilledWorld } from '../../../test/scoped-world.ts'

test('a person is shown in full to whoever says why, and the audit keeps who and why, never the number', async () => {
  const acting = openActing()
  await using world = await openFilledWorld(acting)
  const { province } = world
  const nationalId = newNationalId()
  const { jobId } = await world.register({
    nationalId,
    firstName: 'مریم',
    lastName: 'احمدی',
    mobile: '09121234567',
  })
  const inspector = actorOf('inspector', { level: 'province', province })

  const revealed = await acting.as(inspector, () =>
    world.call(revealPerson, { params: { province, jobId }, body: { reason: 'تماس برای راستی‌آزمایی' } }),
  )

  expect(revealed).toEqual({ nationalId, name: 'مریم احمدی', mobile: '09121234567' })
  const { rows } = await world.rasad.pool.query<Record<string, unknown>>(
    `select province_id, actor, action, subject from audit where action = 'person.revealed'`,
  )
  expect(rows).toEqual([
    {
      province_id: province,
      actor: 'user:inspector',
      action: 'person.revealed',
      subject: { province, jobId, reason: 'تماس برای راستی‌آزمایی' },
    },
  ])
  expect(JSON.stringify(rows)).not.toContain(nationalId)
})

test('who may not reveal, or asks about a job outside their scope, is refused and nothing is kept', async () => {
  const acting = openActing()
  await using world = await openFilledWorld(acting)
  const { province } = world
  const words = { params: { province, jobId: world.cells[0]!.jobs[0]! }, body: { reason: 'کنجکاوی' } }
  const governor = actorOf('governor', { level: 'province', province })
  const neighbour = actorOf('county-officer', { level: 'county', province, county: world.county(1) })

  expect((await acting.as(governor, () => world.refuse(revealPerson, words))).code).toBe('not-allowed')
  expect((await acting.as(neighbour, () => world.refuse(revealPerson, words))).code).toBe('not-found')
})

test('a person is masked wherever else their number could stand', async () => {
  await using world = await openFilledWorld()
  const { province, period } = world
  const { rows } = await world.rasad.pool.query<{ national_id: string; job_id: number }>(
    'select national_id, job_id from job join person using (province_id, person_id) where province_id = $1',
    [province],
  )
  const place = { province, period }
  const asked = [
    await world.ask(listJobs, { query: place }),
    ...(await Promise.all(rows.map((row) => world.ask(getJob, { params: { province, jobId: row.job_id } })))),
    await world.ask(listConflicts, { query: place }),
    await world.ask(getConflict, { params: { province, caseId: world.foreignCase } }),
    await world.ask(listImports, { query: place }),
    await world.ask(getImport, { params: { province, importId: world.imports.AGRI } }),
    await world.ask(listImportRows, { params: { province, importId: world.imports.AGRI } }),
    await world.ask(getFigures, { query: { ...place, by: 'county' } }),
    await world.ask(getPassport, { query: { ...place, truth: 'registered', limit: '200' } }),
  ]

  const text = asked.map(({ body }) => body).join('\n')
  expect(text).toContain(maskNationalId(rows[0]!.national_id))
  for (const { national_id: nationalId } of rows) expect(text).not.toContain(nationalId)
})
