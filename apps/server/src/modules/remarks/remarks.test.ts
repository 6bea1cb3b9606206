import { setTimeout as pause } from 'node:timers/promises'
import { searchAudit } from '@rasad/contracts/audit'
import { getRemarkHistory, listRemarks, writeRemark, type Remarked } from '@rasad/contracts/remarks'
import { permissionsOf, ROLES, levelsOf } from '@rasad/domain/access/roles'
import type { Scope } from '@rasad/domain/access/scope'
import { LONGEST_REMARK } from '@rasad/domain/remarks/remark'
import { expect, test } from 'vitest'
import { actorOf, openActing } from '../../../test/scoped-world.ts'
import { openWorld, type World } from '../../../test/world.ts'

const place = ({ province, period }: World) => ({ province, period })
const standing = async (world: World, by: Remarked, asOf?: string) =>
  (await world.call(listRemarks, { query: { ...place(world), by, ...(asOf && { asOf }) } })).remarks
const say = (world: World, text: string, more: { agency?: string; county?: string; version?: number } = {}) =>
  world.call(writeRemark, {
    body: { ...place(world), ...(more.county === undefined && { agency: 'AGRI' }), ...more, text },
  })

test('a remark is written, altered and withdrawn; each moment keeps what stood then, and all is told', async () => {
  await using world = await openWorld()
  await world.register()
  const batch = await world.settle()
  await pause(5)
  await say(world, '۳۰۰ نفر در انتظار بیمه')
  const first = new Date().toISOString()
  await pause(5)
  await say(world, '۱۲۰ نفر در انتظار بیمه')
  const second = new Date().toISOString()
  await pause(5)
  const history = await say(world, '')

  expect(await standing(world, 'agency')).toEqual([])
  expect(await standing(world, 'agency', String(batch))).toEqual([])
  expect(await standing(world, 'agency', first)).toMatchObject([
    { agency: 'AGRI', version: 1, text: '۳۰۰ نفر در انتظار بیمه', by: expect.stringMatching(/^operator:/) },
  ])
  expect(await standing(world, 'agency', second)).toMatchObject([
    { version: 2, text: '۱۲۰ نفر در انتظار بیمه' },
  ])
  expect(history.versions.map(({ version, text }) => [version, text])).toEqual([
    [3, ''],
    [2, '۱۲۰ نفر در انتظار بیمه'],
    [1, '۳۰۰ نفر در انتظار بیمه'],
  ])
  expect(await world.call(getRemarkHistory, { query: { ...place(world), agency: 'AGRI' } })).toEqual(history)
})

test('agencies and counties have remarks of their own, each in its own cut', async () => {
  await using world = await openWorld()
  await say(world, 'از دستگاه')
  await say(world, 'از شهرستان', { county: world.county(0) })

  expect(await standing(world, 'agency')).toMatchObject([{ agency: 'AGRI', text: 'از دستگاه' }])
  expect(await standing(world, 'county')).toMatchObject([{ county: world.county(0), text: 'از شهرستان' }])
})

test('letters and digits stay as they were typed, what nobody sees does not, and the longest is taken whole', async () => {
  await using world = await openWorld()

  const arabic = await say(world, ' كارورزي\u202e تا ٢٠ مهر\r\nمی‌رسد ')
  const longest = await say(world, '=ب'.repeat(LONGEST_REMARK / 2))

  expect(arabic.versions[0]!.text).toBe('كارورزي تا ٢٠ مهر\nمی‌رسد')
  expect(longest.versions[0]!.text).toHaveLength(LONGEST_REMARK)
})

test('of two who write at once one is refused and told so, and the other’s text stands', async () => {
  await using world = await openWorld()
  await say(world, 'آغاز')
  const asked = (text: string) => ({ body: { ...place(world), agency: 'AGRI', text, version: 1 } })

  const answers = await Promise.all([
    world.ask(writeRemark, asked('نخستین')),
    world.ask(writeRemark, asked('دومین')),
  ])

  expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([200, 409]))
  const refused = answers.find(({ statusCode }) => statusCode === 409)!.json<object>()
  expect(refused).toMatchObject({ code: 'remark.changed-meanwhile', params: { version: 2 } })
  const [stands] = await standing(world, 'agency')
  expect(stands).toMatchObject({ version: 2, text: answers[0].statusCode === 200 ? 'نخستین' : 'دومین' })
  expect(await world.refuse(writeRemark, asked('دیرتر'))).toMatchObject({
    status: 409,
    params: { version: 2 },
  })
})

test('what stands there already is not written again', async () => {
  await using world = await openWorld()
  await say(world, 'همین')

  expect((await say(world, ' همین ', { version: 1 })).versions).toHaveLength(1)
  expect((await say(world, '', { county: world.county(0) })).versions).toEqual([])
  expect((await say(world, '', { version: 1 })).versions).toHaveLength(2)
})

test('the audit tells who wrote about whom, and not what', async () => {
  await using world = await openWorld()
  await say(world, 'متن توضیح')

  const { rows } = await world.call(searchAudit, {
    query: { province: world.province, action: 'figure.remarked' },
  })

  expect(rows).toMatchObject([{ subject: { ...place(world), agency: 'AGRI' } }])
  expect(JSON.stringify(rows)).not.toContain('متن توضیح')
})

test('whoever speaks for an agency or a county writes its remark and no other, and who only reads writes none', async () => {
  const acting = openActing()
  await using world = await openWorld({ actor: acting.actor })
  const { province } = world
  const scopes: Record<string, Scope> = {
    national: { level: 'national' },
    province: { level: 'province', province },
    county: { level: 'county', province, county: world.county(0) },
    agency: { level: 'agency', province, agency: 'AGRI' },
    bank: { level: 'bank', province, bank: '011' },
  }
  const rows = {
    'own agency': { agency: 'AGRI' },
    'other agency': { agency: 'SMT' },
    'own county': { county: world.county(0) },
    'other county': { county: world.county(1) },
  }
  const written: Record<string, string[]> = {}
  for (const role of ROLES)
    for (const level of levelsOf(role)) {
      const actor = actorOf(role, scopes[level]!)
      const may: string[] = []
      for (const [name, row] of Object.entries(rows)) {
        const body = { ...place(world), ...row, text: `از ${role} ${level}` }
        const { statusCode } = await acting.as(actor, () => world.ask(writeRemark, { body }))
        if (statusCode === 200) may.push(name)
        else expect(statusCode).toBe(403)
      }
      if (may.length > 0) written[`${role}, ${level}`] = may
    }

  expect(written).toEqual({
    'econ-deputy, province': Object.keys(rows),
    'labour-dg, province': Object.keys(rows),
    'county-governor, county': ['own county'],
    'county-officer, county': ['own county'],
    'agency-head, agency': ['own agency'],
    'agency-officer, agency': ['own agency'],
  })
  const inOneCounty = actorOf('agency-officer', {
    level: 'agency',
    province,
    agency: 'AGRI',
    county: world.county(0),
  })
  const body = { ...place(world), agency: 'AGRI', text: 'از یک شهرستان' }
  expect((await acting.as(inOneCounty, () => world.ask(writeRemark, { body }))).statusCode).toBe(403)
  expect(permissionsOf('governor')).not.toContain('figure.remark')
})
