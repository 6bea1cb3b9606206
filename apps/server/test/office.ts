import { signIn } from '@rasad/contracts/access'
import type { z } from 'zod'
import type { addUser as addUserContract } from '@rasad/contracts/users'
import { buildHttp, localOperator, type HttpSettings } from '../src/app.ts'
import { addUser } from '../src/modules/access/users.commands.ts'
import { act } from '../src/platform/act.ts'
import { openBrowser, type Browser } from './browser.ts'
import { openWorld } from './world.ts'

type UserWords = z.output<typeof addUserContract.body>

export const PASSWORD = 'گذرواژهٔ آزمون ۱۴۰۴'
let users = 0

/** A world whose server asks who is there, with browsers and users. */
export async function openOffice(settings: Omit<HttpSettings, 'actor'> = {}) {
  const world = await openWorld()
  const http = buildHttp(world.rasad, settings)
  const { database } = world.rasad
  const actor = localOperator()

  /** Somebody who may sign in: an operator unless it is said. */
  const add = async (words: Partial<UserWords> = {}): Promise<string> => {
    const userName = words.userName ?? `user.${(users += 1)}`
    const order = { role: 'operator', name: 'کاربر آزمون', password: PASSWORD, ...words, userName } as const
    await act(database, { actor, action: 'user.added', province: null, subject: {} }, (tx) =>
      addUser(tx, order, { actor }),
    )
    return userName
  }
  const enter = async (userName: string, password = PASSWORD): Promise<Browser> => {
    const browser = openBrowser(http)
    await browser.call(signIn, { body: { userName, password } })
    return browser
  }
  return {
    world,
    http,
    database,
    add,
    enter,
    browser: (address?: string) => openBrowser(http, { ...(address !== undefined && { address }) }),
    [Symbol.asyncDispose]: async () => {
      await http.close()
      await world[Symbol.asyncDispose]()
    },
  }
}
