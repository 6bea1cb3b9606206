import {
  compareCommitments,
  listCommitmentVersions as listContract,
  notifyCommitment,
} from '@rasad/contracts/commitments'
import {
  compareCommitmentVersions,
  listCommitmentVersions,
  notifyVersion,
} from '@rasad/server/modules/commitments/commitments.commands'
import { act } from '@rasad/server/platform/act'
import { readSnapshot } from '@rasad/server/platform/db'
import { Problem } from '@rasad/server/platform/problem'
import { addDeskCommand, type Branch } from './command.ts'
import { changeLines, versionLines, versionListLines } from './commitment-printing.ts'
import { COMMITMENT_TEXT } from './commitment-text.ts'
import { readWords } from './failure.ts'
import { loadNames } from '@rasad/server/modules/places/names.queries'
import { readWhole } from './split-words.ts'

/** `rasad commitment versions`, `compare` and `notify`. */
export function addVersionCommands(group: Branch): void {
  const { language } = group
  const text = COMMITMENT_TEXT[language]
  const versions = {
    name: 'versions',
    summary: text.commitmentVersions,
    required: ['province', 'period'],
    optional: ['baseline'],
  } as const
  addDeskCommand(group, versions, async ({ rasad, actor }, words) => {
    const name = readWords(listContract.query, words)
    const all = await readSnapshot(rasad.database, (db) => listCommitmentVersions(db, name, actor.scope))
    return { value: { versions: all }, lines: () => versionListLines(language, all) }
  })

  const compare = {
    name: 'compare',
    summary: text.commitmentCompare,
    required: ['province', 'period', 'earlier', 'later'],
    optional: ['baseline'],
  } as const
  addDeskCommand(group, compare, async ({ rasad, actor }, words) => {
    const { from, to, ...name } = readWords(compareCommitments.query, words)
    const { value, names } = await readSnapshot(rasad.database, async (db) => ({
      value: await compareCommitmentVersions(db, name, { from, to }, actor.scope),
      names: await loadNames(db, language, name.province),
    }))
    return { value, lines: () => changeLines(language, names, name, value) }
  })

  const notify = {
    name: 'notify',
    summary: text.commitmentNotify,
    inputs: [['<VERSION>', text.versionNumber]],
    required: ['province', 'period', 'letter', 'letterDate'],
    optional: ['baseline'],
  } as const
  addDeskCommand(group, notify, async ({ rasad, actor }, words, [number = '']) => {
    const version = readWhole(number)
    if (version === undefined)
      throw new Problem('bad-input', { fields: [{ field: 'VERSION', message: text.versionNumber }] })
    const subject = readWords(
      notifyCommitment.body,
      { ...words, version, letterNumber: words['letter'] },
      { letterNumber: 'letter' },
    )
    const { province, letterNumber, letterDate } = subject
    const value = await act(
      rasad.database,
      { actor, action: notifyCommitment.action, province, subject },
      (tx) => notifyVersion(tx, subject, version, { number: letterNumber, date: letterDate }, { actor }),
    )
    const names = await readSnapshot(rasad.database, (db) => loadNames(db, language, province))
    const place = `--province ${province} --period ${value.period}`
    return {
      value,
      lines: () => [
        ...versionLines(language, names, value),
        '',
        `${text.figuresNext} rasad figures ${place} --by agency,county`,
      ],
    }
  })
}
