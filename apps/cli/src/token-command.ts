import * as contract from '@rasad/contracts/users'
import { addToken } from '@rasad/server/modules/access/tokens.commands'
import { listTokens, revokeToken } from '@rasad/server/modules/access/tokens.queries'
import { readSnapshot } from '@rasad/server/platform/db'
import { tokenLines } from './access-printing.ts'
import { ACCESS_TEXT } from './access-text.ts'
import { addDeskCommand, addGroup, type Branch } from './command.ts'
import { textOf } from './words.ts'
import { readWords } from './failure.ts'
import { actOn } from './user-command.ts'

/** `rasad token add|list|revoke`. */
export function addTokenCommands(branch: Branch): void {
  const { language } = branch
  const text = ACCESS_TEXT[language]
  const group = addGroup(branch, 'token', text.token)

  const add = {
    name: 'add',
    summary: text.tokenAdd,
    inputs: [['<NAME>', text.tokenName]],
    required: ['permissions'],
    optional: ['province', 'county', 'agency', 'days'],
  } as const
  addDeskCommand(group, add, async (desk, words, [name]) => {
    const permissions = (textOf(words, 'permissions') ?? '').split(/[,،]/).map((word) => word.trim())
    const days = textOf(words, 'days')
    const order = { ...words, name, permissions, days: days === undefined ? undefined : Number(days) }
    const body = readWords(contract.addToken.body, order)
    const value = await actOn(desk, contract.addToken, { params: {}, query: {}, body }, (tx) =>
      addToken(tx, body, desk),
    )
    return { value, lines: () => [...tokenLines(language, [value.token]), `${text.secret} ${value.secret}`] }
  })

  addDeskCommand(group, { name: 'list', summary: text.tokenList }, async ({ rasad, actor, now }) => {
    const tokens = await readSnapshot(rasad.database, (db) => listTokens(db, { scope: actor.scope, now }))
    return { value: { tokens }, lines: () => tokenLines(language, tokens) }
  })

  const revoke = { name: 'revoke', summary: text.tokenRevoke, inputs: [['<ID>', text.tokenId]] } as const
  addDeskCommand(group, revoke, async (desk, _words, [id]) => {
    const params = readWords(contract.revokeToken.params, { tokenId: id })
    const value = await actOn(desk, contract.revokeToken, { params, query: {}, body: {} }, (tx) =>
      revokeToken(tx, params.tokenId, { now: desk.now, scope: desk.actor.scope }),
    )
    return { value, lines: () => tokenLines(language, [value]) }
  })
}
