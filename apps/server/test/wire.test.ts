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
