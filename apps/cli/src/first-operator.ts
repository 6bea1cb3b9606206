import { createInterface } from 'node:readline/promises'
import * as contract from '@rasad/contracts/users'
import { addUser } from '@rasad/server/modules/access/users.commands'
import { hasUsers } from '@rasad/server/modules/access/users.queries'
import { readSnapshot } from '@rasad/server/platform/db'
import { ACCESS_TEXT } from './access-text.ts'
import type { Desk } from './command.ts'
import { readWords } from './failure.ts'
import { actOn } from './user-command.ts'

type FirstOperator = { userName: string; oneTimePassword: string }

/** Makes the first operator where there is no user yet: by the given name, or by one that is asked for at a terminal. */
export async function makeFirstOperator(
  desk: Desk,
  given: string | undefined,
): Promise<FirstOperator | 'none' | 'there-already'> {
  if (await readSnapshot(desk.rasad.database, hasUsers)) return 'there-already'
  const named = given ?? (await askName(desk))
  if (named === undefined) return 'none'
  const words = { userName: named, name: named, role: 'operator' }
  const body = readWords(contract.addUser.body, words, { userName: 'operator' })
  const { user, oneTimePassword } = await actOn(
    desk,
    contract.addUser,
    { params: {}, query: {}, body },
    (tx) => addUser(tx, body, desk),
  )
  if (oneTimePassword === null) return 'there-already'
  return { userName: user.userName, oneTimePassword }
}

async function askName({ json, language }: Desk): Promise<string | undefined> {
  if (json || !process.stdin.isTTY || !process.stderr.isTTY) return undefined
  const terminal = createInterface({ input: process.stdin, output: process.stderr })
  try {
    const answer = await terminal.question(`${ACCESS_TEXT[language].operatorName}: `)
    return answer.trim() === '' ? undefined : answer.trim()
  } finally {
    terminal.close()
  }
}
