import { afterAll, expect, test } from 'vitest'
import { freePort, makeFolder, rasad, startRasad } from './rasad.ts'

const folder = makeFolder()
const on = (...args: string[]) => [...args, '--data', folder.path]

afterAll(async () => {
  await rasad(on('stop'))
  folder.remove()
})

test('where a period has been opened no demonstration comes, whether asked for or at the start', async () => {
  await rasad(on('period', 'add', '1404', '--province', '15', '--from', '1404-01-01', '--to', '1404-12-29'))

  const refused = await rasad(on('demo', '--lang', 'en'))
  expect(refused).toMatchObject({ code: 1, out: '' })
  expect(refused.err).toContain('only where nothing has been entered')
  const inPersian = await rasad(on('demo'))
  expect(inPersian.err).toContain('پوشه‌ای خالی بگویید')

  const port = await freePort()
  const server = await startRasad(on('--demo-if-empty', '--port', String(port)))
  expect(server.said()).toContain(`http://127.0.0.1:${port}`)
  const system = await fetch(`http://127.0.0.1:${port}/api/sign-in-options`)
  expect(await system.json()).toMatchObject({ demonstration: null })

  const beside = await rasad(on('demo', '--json'))
  expect(beside.code).toBe(3)
  expect(JSON.parse(beside.out)).toMatchObject({ code: 'service.running' })
})
