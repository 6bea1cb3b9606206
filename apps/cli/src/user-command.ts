import * as contract from '@rasad/contracts/users'
import type { ChangeRoute, InputOf } from '@rasad/contracts/define-route'
import * as people from '@rasad/server/modules/access/users.commands'
import { listUsers } from '@rasad/server/modules/access/users.queries'
import { act } from '@rasad/server/platform/act'
import { readSnapshot, type WriteTx } from '@rasad/server/platform/db'
import { auditOf } from '@rasad/server/platform/route'
import { oneTimeLines, userLines } from './access-printing.ts'
import { ACCESS_TEXT } from './access-text.ts'
import { addDeskCommand, addGroup, type Branch, type Desk } from './command.ts'
import type { Words } from './words.ts'
import { readWords } from './failure.ts'

const STANDING = ['province', 'county', 'agency', 'bank', 'employedBy'] as const

/** The words of a user or a token as the contract names them. */
function ordered(words: Words, more: object): object {
  return { ...words, employer: words['employedBy'], ...more }
}

/** One change of users or tokens with its audit row, as the API writes it. */
export function actOn<R extends ChangeRoute, T>(
  { rasad, actor }: Desk,
  route: R,
  input: InputOf<R>,
  work: (tx: WriteTx) => Promise<T>,
): Promise<T> {
  return act(rasad.database, { actor, ...auditOf(route, input) }, work)
}

/** `rasad user add|role|rename|lock|unlock|list|password|second-factor|sign-out`. */
export function addUserCommands(branch: Branch): void {
  const { language } = branch
  const text = ACCESS_TEXT[language]
  const group = addGroup(branch, 'user', text.user)
  const inputs = [['<USER>', text.userName]] as const

  const add = {
    name: 'add',
    summary: text.userAdd,
    inputs,
    required: ['role'],
    optional: ['name', ...STANDING],
    details: text.userDetails,
    beginsFolder: true,
  } as const
  addDeskCommand(group, add, async (desk, words, [userName]) => {
    const body = readWords(
      contract.addUser.body,
      ordered(words, { userName, name: words['name'] ?? userName }),
    )
    const input = { params: {}, query: {}, body }
    const value = await actOn(desk, contract.addUser, input, (tx) => people.addUser(tx, body, desk))
    return { value, lines: () => oneTimeLines(language, value) }
  })

  const role = {
    name: 'role',
    summary: text.userRole,
    inputs,
    required: ['role'],
    optional: STANDING,
    details: text.userDetails,
  } as const
  addDeskCommand(group, role, async (desk, words, [name]) => {
    const params = readWords(contract.changeUserRole.params, { userName: name })
    const body = readWords(contract.changeUserRole.body, ordered(words, {}))
    const input = { params, query: {}, body }
    const value = await actOn(desk, contract.changeUserRole, input, (tx) =>
      people.changeUserRole(tx, params.userName, body, desk),
    )
    return { value, lines: () => userLines(language, [value], null) }
  })

  const rename = { name: 'rename', summary: text.userRename, inputs, required: ['newName'] } as const
  addDeskCommand(group, rename, async (desk, words, [userName]) => {
    const route = contract.renameUser
    const params = readWords(route.params, { userName })
    const body = readWords(route.body, words)
    const { subject, ...audit } = auditOf(route, { params, query: {}, body })
    const told = ({ before }: { before: string }) => ({ ...subject, before })
    const renamed = await act(desk.rasad.database, { actor: desk.actor, ...audit, subject: told }, (tx) =>
      people.renameUser(tx, params.userName, body, desk),
    )
    return { value: renamed.user, lines: () => userLines(language, [renamed.user], null) }
  })

  const lock = { name: 'lock', summary: text.userLock, inputs, required: ['reason'] } as const
  addDeskCommand(group, lock, async (desk, words, [name]) => {
    const params = readWords(contract.lockUser.params, { userName: name })
    const body = readWords(contract.lockUser.body, words)
    const value = await actOn(desk, contract.lockUser, { params, query: {}, body }, (tx) =>
      people.lockUser(tx, params.userName, body, desk),
    )
    return { value, lines: () => userLines(language, [value], null) }
  })

  addDeskCommand(
    group,
    { name: 'unlock', summary: text.userUnlock, inputs },
    async (desk, _words, [name]) => {
      const params = readWords(contract.unlockUser.params, { userName: name })
      const value = await actOn(desk, contract.unlockUser, { params, query: {}, body: {} }, (tx) =>
        people.unlockUser(tx, params.userName, desk),
      )
      return { value, lines: () => userLines(language, [value], null) }
    },
  )

  const reasoned = [
    ['second-factor', text.userSecondFactor, contract.resetSecondFactor, people.resetSecondFactor],
    ['sign-out', text.userSignOut, contract.endUserSessions, people.endUserSessions],
  ] as const
  for (const [name, summary, route, work] of reasoned)
    addDeskCommand(
      group,
      { name, summary, inputs, required: ['reason'] },
      async (desk, words, [userName]) => {
        const params = readWords(route.params, { userName })
        const body = readWords(route.body, words)
        const value = await actOn(desk, route, { params, query: {}, body }, (tx) =>
          work(tx, params.userName, desk),
        )
        return { value, lines: () => userLines(language, [value], null) }
      },
    )

  addDeskCommand(
    group,
    { name: 'password', summary: text.userPassword, inputs },
    async (desk, _words, [name]) => {
      const params = readWords(contract.resetPassword.params, { userName: name })
      const input = { params, query: {}, body: {} }
      const value = await actOn(desk, contract.resetPassword, input, (tx) =>
        people.resetPassword(tx, params.userName, desk),
      )
      return { value, lines: () => oneTimeLines(language, value) }
    },
  )

  const list = {
    name: 'list',
    summary: text.userList,
    optional: ['province', 'role', 'after', 'limit'],
  } as const
  addDeskCommand(group, list, async ({ rasad, actor }, words) => {
    const asked = readWords(contract.listUsers.query, words)
    const value = await readSnapshot(rasad.database, (db) => listUsers(db, actor.scope, asked))
    return { value, lines: () => userLines(language, value.users, value.next) }
  })
}
