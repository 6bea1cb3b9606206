import path from 'node:path'
import {
  confirmSecondFactor,
  getMe,
  giveSecondFactor,
  signIn,
  startSecondFactor,
} from '@rasad/contracts/access'
import { addToken, addUser } from '@rasad/contracts/users'
import { expect, test } from 'vitest'
import { codeOf } from '../../../test/authenticator.ts'
import { openBrowser } from '../../../test/browser.ts'
import { openOwnRasad, ownFolder } from '../../../test/own-rasad.ts'
import { localOperator } from '../../app.ts'
import { makeBackup } from '../system/backup.commands.ts'
import { restoreBackup } from '../system/restore.commands.ts'

const password = 'گذرواژهٔ آزمون ۱۴۰۴'

test('a backup brings back users, their second factor and tokens, and nobody is signed in', async () => {
  using folder = ownFolder()
  const actor = localOperator()
  await using own = await openOwnRasad(path.join(folder.at, 'running'))
  const operator = openBrowser(own.http)
  const body = { userName: 'labour.dg', name: 'مدیرکل', role: 'labour-dg' as const, province: '15', password }
  await operator.call(addUser, { body })
  const { secret } = await operator.call(addToken, { body: { name: 'بانک', permissions: ['job.read'] } })
  const browser = openBrowser(own.http)
  await browser.call(signIn, { body: { userName: 'labour.dg', password } })
  const started = await browser.call(startSecondFactor, { body: { password } })
  await browser.call(confirmSecondFactor, { body: { code: codeOf(started.secret) } })
  expect((await browser.call(getMe)).state).toBe('signed-in')
  const backup = await makeBackup(own.rasad, {}, { actor, now: Date.now() })

  const restored = path.join(folder.at, 'restored')
  await restoreBackup({ backup: backup.folder, folder: restored }, { actor })

  await using second = await openOwnRasad(restored)
  const again = openBrowser(second.http)
  expect(await again.outcome(getMe, { headers: { cookie: browser.cookie() } })).toBe('sign-in-needed')
  const entered = await again.call(signIn, { body: { userName: 'labour.dg', password } })
  expect(entered).toEqual({ state: 'second-factor-needed' })
  const code = codeOf(started.secret, 1)
  expect(await again.call(giveSecondFactor, { body: { code } })).toEqual({ state: 'signed-in' })
  const headers = { authorization: `Bearer ${secret}` }
  expect(await openBrowser(second.http).outcome(getMe, { headers })).toBe(200)
})
