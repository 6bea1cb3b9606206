import { getRemarkHistory, listRemarks, REMARKED, writeRemark as contract } from '@rasad/contracts/remarks'
import { toLatinDigits } from '@rasad/domain/persian/digits'
import { loadNames } from '@rasad/server/modules/places/names.queries'
import {
  listStandingRemarks,
  readRemarkHistory,
  writeRemark,
} from '@rasad/server/modules/remarks/remarks.commands'
import { act } from '@rasad/server/platform/act'
import { readSnapshot } from '@rasad/server/platform/db'
import { addDeskCommand, addGroup, type Answer, type Branch, type Desk } from './command.ts'
import { textOf, type Words } from './words.ts'
import { readWords } from './failure.ts'
import { historyLines, remarkLines } from './remark-printing.ts'
import { REMARK_TEXT } from './remark-text.ts'

/** `rasad remark set`, `withdraw` and `show`. */
export function addRemarkCommands(branch: Branch): void {
  const { language } = branch
  const text = REMARK_TEXT[language]
  const group = addGroup(branch, 'remark', text.group)
  const row = { required: ['province', 'period'], optional: ['agency', 'county', 'seenVersion'] } as const
  const set = { name: 'set', summary: text.set, inputs: [['<TEXT>', text.text]], ...row } as const
  addDeskCommand(group, set, (desk, words, [said = '']) => write(desk, words, said))
  addDeskCommand(group, { name: 'withdraw', summary: text.withdraw, ...row }, (desk, words) =>
    write(desk, words, ''),
  )
  const show = { ...row, name: 'show', summary: text.show, optional: ['agency', 'county', 'asOf'] } as const
  addDeskCommand(group, show, (desk, words) =>
    textOf(words, 'agency') === undefined && textOf(words, 'county') === undefined
      ? showStanding(desk, words)
      : showHistory(desk, words),
  )
}

async function write({ rasad, actor, language }: Desk, words: Words, text: string): Promise<Answer> {
  const seen = textOf(words, 'version')
  const order = readWords(contract.body, {
    ...words,
    text,
    version: seen === undefined ? undefined : Number(toLatinDigits(seen)),
  })
  const { province, period, agency, county } = order
  const subject = { province, period, agency, county }
  const value = await act(rasad.database, { actor, action: contract.action, province, subject }, (tx) =>
    writeRemark(tx, order, { actor }),
  )
  return { value, lines: () => historyLines(language, { versions: value.versions.slice(0, 1) }) }
}

async function showHistory({ rasad, actor, language }: Desk, words: Words): Promise<Answer> {
  const row = readWords(getRemarkHistory.query, words)
  const value = await readSnapshot(rasad.database, (db) => readRemarkHistory(db, row, actor.scope))
  return { value, lines: () => historyLines(language, value) }
}

async function showStanding({ rasad, actor, now, language }: Desk, words: Words): Promise<Answer> {
  const asked = REMARKED.map((by) => readWords(listRemarks.query, { ...words, by }))
  const { remarks, names } = await readSnapshot(rasad.database, async (db) => {
    const found = []
    for (const query of asked)
      found.push(...(await listStandingRemarks(db, query, { scope: actor.scope, now })))
    return { remarks: found, names: await loadNames(db, language, asked[0]!.province) }
  })
  const lines = () =>
    remarks.length === 0 ? [REMARK_TEXT[language].none] : remarkLines(language, names, remarks)
  return { value: { remarks }, lines }
}
