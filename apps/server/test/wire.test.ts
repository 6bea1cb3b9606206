import { addPeriod } from '@rasad/contracts/periods'
import { expect, test } from 'vitest'
import { openWorld } from './world.ts'

test('a route that is not there, and a body that is no JSON, are problems too', async () => {
  await using world = await openWorld()

  const nowhere = await world.http.inject({ method: 'GET', url: '/nowhere?x=1' })
  const garbled = await world.http.inject({
    method: 'POST',
    url: '/api/jobs',
    headers: { 'content-type': 'application/json' },
    payload: '{"province":',
  })

  expect(nowhere.headers['content-type']).toMatch(/problem\+json/)
  expect(nowhere.json()).toMatchObject({
    status: 404,
    code: 'not-found',
    params: { kind: 'route', id: 'GET /nowhere' },
  })
  expect(garbled.headers['content-type']).toMatch(/problem\+json/)
  expect(garbled.json()).toMatchObject({ status: 400, code: 'bad-input' })
})

test('text is folded at the edge: Persian and Arabic digits, Arabic letters and invisible marks', async () => {
  await using world = await openWorld()
  const folded = await world.register({ lastName: '\u200fكريمي\u200e', startDate: '١٤٠٤/٠٥/٠٣' })

  expect(folded).toMatchObject({ name: 'کریمی', startDate: '1404-05-03' })
  expect(await world.figure({ month: '۱۴۰۴-۰۵' })).toMatchObject({ registered: 1 })
})

test('an address that is none and a body beyond the limit are problems too', async () => {
  await using world = await openWorld()
  const place = { province: world.province, period: 'late', from: '1405-01-01', to: '1405-12-29' }

  const address = await world.http.inject({ method: 'GET', url: '/api/jobs/%E0%A4%A/1' })
  const large = await world.http.inject({
    method: 'POST',
    url: '/api/periods',
    payload: { ...place, title: 'x'.repeat(17 * 1024 ** 2) },
  })

  expect(address.headers['content-type']).toMatch(/problem\+json/)
  expect(address.json()).toMatchObject({ code: 'bad-input', params: { fields: [{ field: 'path' }] } })
  expect(large.headers['content-type']).toMatch(/problem\+json/)
  expect(large.json()).toMatchObject({ status: 413, code: 'too-large' })
})

test('what the database refuses is told by its name', async () => {
  await using world = await openWorld()
  const body = { province: world.province, period: '1404', from: '1404-01-01', to: '1404-12-29' }

  expect(await world.refuse(addPeriod, { body })).toMatchObject({
    code: 'period.exists',
    params: { period: '1404' },
  })
})

test('a day is understood as people write it with the year first, and otherwise refused', async () => {
  await using world = await openWorld({ period: null })
  const body = { province: world.province, period: '1404', to: '۱۴۰۴/۱۲/۲۹' }

  for (const from of [
    '1404/12/30',
    '1404/07/31',
    '03/05/1404',
    '04/05/03',
    '14040503',
    '2025-07-25',
    '1404/5',
  ])
    expect(await world.refuse(addPeriod, { body: { ...body, from } })).toMatchObject({ code: 'bad-input' })
  expect(await world.call(addPeriod, { body: { ...body, from: '۱۴۰۴/۵/۳' } })).toMatchObject({
    from: '1404-05-03',
    to: '1404-12-29',
  })
})

test('a dimension that is named twice cuts once', async () => {
  await using world = await openWorld()
  await world.register()

  const { by, rows } = await world.figures({ by: 'county,county,agency' })

  expect(by).toEqual(['county', 'agency'])
  expect(rows).toHaveLength(1)
})

test('a word of the query that nobody knows is refused, and not answered as if it were not there', async () => {
  await using world = await openWorld()
  const asked = `province=${world.province}&period=1404`

  const slip = await world.http.inject({ method: 'GET', url: `/api/figures?${asked}&gendre=female` })

  expect(slip.statusCode).toBe(400)
  expect(slip.json()).toMatchObject({
    code: 'bad-input',
    params: { fields: [{ field: 'query.gendre' }] },
  })
})
