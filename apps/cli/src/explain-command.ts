import { getDifference, getPassport } from '@rasad/contracts/figures'
import { answerDifference } from '@rasad/server/modules/figures/figures.commands'
import { answerPassport } from '@rasad/server/modules/figures/passport.commands'
import { settleAll } from '@rasad/server/modules/ledger/ledger.commands'
import { readSnapshot } from '@rasad/server/platform/db'
import { addDeskCommand, type Branch } from './command.ts'
import { differenceLines } from './difference-printing.ts'
import { readWords } from './failure.ts'
import { FILTER_OPTIONS } from './figures-command.ts'
import { FIGURES_TEXT } from './figures-text.ts'
import { passportLines } from './passport-printing.ts'
import { loadNames } from '@rasad/server/modules/places/names.queries'

/** `rasad explain` and `rasad difference`. */
export function addExplainCommands(branch: Branch): void {
  const { language } = branch
  const text = FIGURES_TEXT[language]
  const explain = {
    name: 'explain',
    summary: text.explain,
    required: ['province', 'period'],
    optional: ['truth', ...FILTER_OPTIONS, 'asOf', 'limit'],
  } as const
  addDeskCommand(branch, explain, async ({ rasad, actor }, words) => {
    const query = readWords(getPassport.query, words)
    if (query.asOf === undefined) await settleAll(rasad.database)
    const { value, names } = await readSnapshot(rasad.database, async (db) => ({
      value: await answerPassport(db, query, { scope: actor.scope, now: Date.now() }),
      names: await loadNames(db, language, query.province),
    }))
    return { value, lines: () => passportLines(language, names, value) }
  })

  const difference = {
    name: 'difference',
    summary: text.difference,
    required: ['province', 'period', 'since'],
    optional: ['until', ...FILTER_OPTIONS],
  } as const
  addDeskCommand(branch, difference, async ({ rasad, actor }, words) => {
    const query = readWords(getDifference.query, words)
    if (query.to === undefined) await settleAll(rasad.database)
    const { value, names } = await readSnapshot(rasad.database, async (db) => ({
      value: await answerDifference(db, query, { scope: actor.scope, now: Date.now() }),
      names: await loadNames(db, language, query.province),
    }))
    return { value, lines: () => differenceLines(language, names, value) }
  })
}
