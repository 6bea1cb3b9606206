import { getCommitmentNotice } from '@rasad/contracts/papers'
import { prepareNotice, writeNotice } from '@rasad/server/modules/commitments/notice.commands'
import { readSnapshot } from '@rasad/server/platform/db'
import { addDeskCommand, type Branch } from './command.ts'
import { textOf } from './words.ts'
import { COMMITMENT_TEXT } from './commitment-text.ts'
import { readWords } from './failure.ts'
import { FIGURES_TEXT } from './figures-text.ts'
import { kindOfFile } from './named-file.ts'

/** `rasad commitment letter`. */
export function addLetterCommand(group: Branch): void {
  const { language } = group
  const shape = {
    name: 'letter',
    summary: COMMITMENT_TEXT[language].commitmentLetter,
    required: ['province', 'period', 'out'],
    optional: ['baseline', 'version', 'agency'],
  } as const
  addDeskCommand(group, shape, async ({ rasad, actor, now }, words) => {
    const query = readWords(getCommitmentNotice.query, { ...words, language })
    const file = textOf(words, 'out') ?? ''
    kindOfFile(file, ['pdf'])
    const notice = await readSnapshot(rasad.database, (db) => prepareNotice(db, query, actor.scope))
    await writeNotice(file, notice, { now, madeBy: actor.name })
    const { province, period, version } = notice.version
    return {
      value: { province, period, version, file },
      lines: () => [`${FIGURES_TEXT[language].written} ${file}`],
    }
  })
}
