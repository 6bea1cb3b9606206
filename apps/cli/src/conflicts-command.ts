import {
  decideConflict as decideContract,
  getConflict as getContract,
  listConflicts as listContract,
} from '@rasad/contracts/jobs'
import { decideConflict } from '@rasad/server/modules/jobs/conflicts.commands'
import { getConflict, listConflicts } from '@rasad/server/modules/jobs/conflicts.queries'
import { act } from '@rasad/server/platform/act'
import { readSnapshot } from '@rasad/server/platform/db'
import { addDeskCommand, addGroup, type Branch } from './command.ts'
import { conflictLines, conflictListLines } from './conflicts-printing.ts'
import { CONFLICTS_TEXT } from './conflicts-text.ts'
import { readWords } from './failure.ts'
import { loadNames } from '@rasad/server/modules/places/names.queries'

/** `rasad conflicts list`, `show` and `decide`. */
export function addConflictsCommands(branch: Branch): void {
  const { language } = branch
  const text = CONFLICTS_TEXT[language]
  const group = addGroup(branch, 'conflicts', text.group)
  const list = {
    name: 'list',
    summary: text.list,
    required: ['province', 'period'],
    optional: ['caseState', 'agency', 'after', 'limit'],
  } as const
  addDeskCommand(group, list, async ({ rasad, actor }, words) => {
    const filter = readWords(listContract.query, words)
    const { value, names } = await readSnapshot(rasad.database, async (db) => ({
      value: await listConflicts(db, filter, actor.scope),
      names: await loadNames(db, language, filter.province),
    }))
    return { value, lines: () => conflictListLines(language, names, value.conflicts, value.next) }
  })

  const show = {
    name: 'show',
    summary: text.show,
    inputs: [['<CASE>', text.id]],
    required: ['province'],
  } as const
  addDeskCommand(group, show, async ({ rasad, actor }, words, [id]) => {
    const { province, caseId } = readWords(getContract.params, { ...words, caseId: id })
    const { value, names } = await readSnapshot(rasad.database, async (db) => ({
      value: await getConflict(db, province, caseId, actor.scope),
      names: await loadNames(db, language, province),
    }))
    return { value, lines: () => conflictLines(language, names, value) }
  })

  const decide = {
    name: 'decide',
    summary: text.decide,
    inputs: [['<CASE>', text.id]],
    required: ['province', 'claim', 'reason'],
  } as const
  addDeskCommand(group, decide, async ({ rasad, actor }, words, [id]) => {
    const { province, caseId } = readWords(decideContract.params, { ...words, caseId: id })
    const { caseId: claim } = readWords(decideContract.params.pick({ caseId: true }), {
      caseId: words['claim'],
    })
    const order = readWords(decideContract.body, { claimId: claim, reason: words['reason'] })
    const subject = { province, caseId, ...order }
    const value = await act(
      rasad.database,
      { actor, action: decideContract.action, province, subject },
      async (tx) => {
        await decideConflict(tx, province, caseId, order, { actor })
        return getConflict(tx, province, caseId, actor.scope)
      },
    )
    const names = await readSnapshot(rasad.database, (db) => loadNames(db, language, province))
    return { value, lines: () => conflictLines(language, names, value) }
  })
}
