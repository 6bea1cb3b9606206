import { addPeriod, listPeriods, type Period } from '@rasad/contracts/periods'
import { openPeriod } from '@rasad/server/modules/commitments/periods.commands'
import { selectPeriods } from '@rasad/server/modules/commitments/periods.queries'
import { act } from '@rasad/server/platform/act'
import { readSnapshot } from '@rasad/server/platform/db'
import { addDeskCommand, addGroup, type Branch } from './command.ts'
import { COMMITMENT_TEXT } from './commitment-text.ts'
import { readWords } from './failure.ts'
import { formattingOf } from '@rasad/domain/persian/formatting'
import type { Language } from './language.ts'
import { tableLines } from './table-printing.ts'

/** `rasad period add` and `rasad period list`. */
export function addPeriodCommands(branch: Branch): void {
  const { language } = branch
  const text = COMMITMENT_TEXT[language]
  const group = addGroup(branch, 'period', text.period)
  const add = {
    name: 'add',
    summary: text.periodAdd,
    inputs: [['<NAME>', text.periodName]],
    required: ['province', 'from', 'to'],
    optional: ['cutoff', 'title'],
    beginsFolder: true,
  } as const
  addDeskCommand(group, add, async ({ rasad, actor }, words, [name]) => {
    const order = readWords(addPeriod.body, { ...words, period: name })
    const { province, period, from, to, cutoff } = order
    const subject = { province, period, from, to, cutoff }
    const value = await act(rasad.database, { actor, action: addPeriod.action, province, subject }, (tx) =>
      openPeriod(tx, order, { actor }),
    )
    return { value, lines: () => periodLines(language, [value]) }
  })

  const list = { name: 'list', summary: text.periodList, required: ['province'] } as const
  addDeskCommand(group, list, async ({ rasad, actor }, words) => {
    const { province } = readWords(listPeriods.query, words)
    const periods = await readSnapshot(rasad.database, (db) => selectPeriods(db, province, actor.scope))
    return {
      value: { periods },
      lines: () => (periods.length === 0 ? [text.none] : periodLines(language, periods)),
    }
  })
}

function periodLines(language: Language, periods: readonly Period[]): string[] {
  const text = COMMITMENT_TEXT[language]
  const { day } = formattingOf(language)
  const headers = [text.name, text.title, text.from, text.to, text.cutoff]
  return tableLines(
    headers.map((header) => ({ header, align: 'start' })),
    periods.map(({ period, title, from, to, cutoff }) => [period, title, day(from), day(to), day(cutoff)]),
  )
}
