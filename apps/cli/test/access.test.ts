import { afterAll, expect, test } from 'vitest'
import { commandsOn, freePort, makeFolder, rasad, startRasad } from './rasad.ts'

const folder = makeFolder()
const { on, answer } = commandsOn(folder.path)
afterAll(() => folder.remove())

type Made = { operator: { userName: string; oneTimePassword: string } | null }
type Added = { user: { userName: string; role: string; lockedAt: string | null }; oneTimePassword: string }

test('the first operator is made once, users and tokens from the command, and they open the running server', async () => {
  const made = await on('init', '--operator', 'Rahbar', '--json')
  const { operator } = JSON.parse(made.out) as Made
  expect(operator).toEqual({
    userName: 'rahbar',
    oneTimePassword: expect.stringMatching(/^([a-z2-9]{4}-){3}[a-z2-9]{4}$/) as string,
  })
  expect((await answer<Made>('init', '--operator', 'second')).operator).toBeNull()

  const labour = ['labour.dg', '--role', 'labour-dg', '--province', '۱۵', '--name', 'مریم کریمی']
  const added = await answer<Added>('user', 'add', ...labour)
  expect(added.user).toMatchObject({ role: 'labour-dg', scope: { province: { name: 'لرستان' } } })
  const misplaced = await on('user', 'add', 'officer', '--role', 'county-officer', '--province', '15')
  expect(misplaced).toMatchObject({ code: 1, out: '' })
  expect(misplaced.err).toContain('county')
  expect(await answer('user', 'role', 'labour.dg', '--role', 'inspector', '--province', '15')).toMatchObject({
    role: 'inspector',
  })
  expect(await answer('user', 'lock', 'labour.dg', '--reason', 'رفته است')).toMatchObject({
    lockedAt: expect.any(String) as string,
  })
  expect((await on('user', 'list', '--lang', 'en')).out).toMatch(/labour\.dg.*Lorestan.*locked/)
  expect(await answer('user', 'unlock', 'labour.dg')).toMatchObject({ lockedAt: null })
  const last = await on('user', 'lock', 'rahbar', '--reason', 'آزمون', '--lang', 'en')
  expect(last).toMatchObject({ code: 1, err: 'This is the last operator. Add another one first.\n' })
  const { oneTimePassword } = await answer<Added>('user', 'password', 'rahbar')
  expect(oneTimePassword).not.toBe(operator!.oneTimePassword)

  const wanted = [
    'سامانهٔ بانک',
    '--permissions',
    'period.read،figure.read',
    '--province',
    '15',
    '--days',
    '30',
  ]
  const { secret, token } = await answer<{ secret: string; token: { tokenId: number } }>(
    'token',
    'add',
    ...wanted,
  )
  const server = await startRasad(['--data', folder.path, '--port', String(await freePort()), '--json'])
  try {
    const { url } = JSON.parse(server.said()) as { url: string }
    const ask = (headers: Record<string, string>) => fetch(`${url}/api/periods?province=15`, { headers })
    expect((await ask({})).status).toBe(401)
    expect((await ask({ authorization: `Bearer ${secret}` })).status).toBe(200)
    const entered = await fetch(`${url}/api/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ userName: 'rahbar', password: oneTimePassword }),
    })
    expect(await entered.json()).toEqual({ state: 'password-to-change' })

    await answer('token', 'revoke', String(token.tokenId))

    expect((await ask({ authorization: `Bearer ${secret}` })).status).toBe(401)
    expect((await on('token', 'list', '--lang', 'en')).out).toContain('revoked')
  } finally {
    server.child.kill('SIGTERM')
    await server.ended
  }
})

test('others reach a server only where somebody may sign in and passwords are not sent in the open', async () => {
  const start = ['start', '--host', '0.0.0.0', '--json', '--port', String(await freePort())]
  const open = await rasad([...start, '--data', folder.path])
  expect(open.code).toBe(1)
  expect(JSON.parse(open.out)).toMatchObject({ code: 'service.unencrypted' })

  const empty = makeFolder()
  const nobody = await rasad([...start, '--data', empty.path], { RASAD_URL: 'https://rasad.example.ir' })
  empty.remove()
  expect(nobody.code).toBe(1)
  expect(JSON.parse(nobody.out)).toMatchObject({ code: 'service.nobody-may-enter' })
})
