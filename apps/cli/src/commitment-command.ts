import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { getCommitment, setCommitment, type CommitmentVersion } from '@rasad/contracts/commitments'
import { readCommitmentFile } from '@rasad/server/modules/commitments/commitment-file.commands'
import {
  commitmentCsv,
  writeCommitmentWorkbook,
} from '@rasad/server/modules/commitments/commitment-workbook.commands'
import {
  getCommitmentVersion,
  setCommitmentVersion,
} from '@rasad/server/modules/commitments/commitments.commands'
import { act } from '@rasad/server/platform/act'
import { readSnapshot } from '@rasad/server/platform/db'
import { Problem } from '@rasad/server/platform/problem'
import { CSV_START } from '@rasad/server/platform/workbook/table-file'
import { addDeskCommand, addGroup, type Answer, type Branch } from './command.ts'
import { textOf, type Words } from './words.ts'
import { COMMITMENT_AXES, type CommitmentAxis } from './commitment-matrix.ts'
import { matrixLines, versionLines, wholeLines } from './commitment-printing.ts'
import { addLetterCommand } from './commitment-letter-command.ts'
import { addSplitCommands } from './commitment-split-command.ts'
import { COMMITMENT_TEXT } from './commitment-text.ts'
import { addVersionCommands } from './commitment-version-command.ts'
import { readWords } from './failure.ts'
import { FIGURES_TEXT } from './figures-text.ts'
import type { Language } from './language.ts'
import { refuseUnreadable, refuseUnwritable } from './named-file.ts'
import { loadNames, type Names } from '@rasad/server/modules/places/names.queries'

/** `rasad commitment` with all its commands. */
export function addCommitmentCommands(branch: Branch): void {
  const { language } = branch
  const text = COMMITMENT_TEXT[language]
  const group = addGroup(branch, 'commitment', text.commitment)
  const set = {
    name: 'set',
    summary: text.commitmentSet,
    inputs: [['<FILE>', text.commitmentFile]],
    required: ['province', 'period'],
    optional: ['baseline', 'reason'],
  } as const
  addDeskCommand(group, set, async ({ rasad, actor }, words, [file = '']) => {
    refuseUnreadable(file)
    const name = readWords(
      setCommitment.body.pick({ province: true, period: true, baseline: true, reason: true }),
      words,
    )
    const { province, period, baseline, reason = null } = name
    const source = path.basename(file)
    const matrix = await readSnapshot(rasad.database, (db) =>
      readCommitmentFile(db, file, { province, fileName: source }),
    )
    const subject = { province, period, baseline, source, reason }
    const value = await act(
      rasad.database,
      { actor, action: setCommitment.action, province, subject },
      (tx) =>
        setCommitmentVersion(tx, { province, period, baseline }, { ...matrix, source, reason }, { actor }),
    )
    const names = await readSnapshot(rasad.database, (db) => loadNames(db, language, province))
    return { value, lines: () => versionLines(language, names, value) }
  })

  const show = {
    name: 'show',
    summary: text.commitmentShow,
    required: ['province', 'period'],
    optional: ['baseline', 'version', 'byAxis', 'csv', 'xlsx'],
  } as const
  addDeskCommand(group, show, async ({ rasad, actor }, words) => {
    const { version, ...name } = readWords(getCommitment.query, words)
    const by = readAxis(words, text.axisUnknown)
    const files = { csv: textOf(words, 'csv'), xlsx: textOf(words, 'xlsx') }
    for (const file of [files.csv, files.xlsx]) if (file !== undefined && file !== '-') refuseUnwritable(file)
    const { value, names } = await readSnapshot(rasad.database, async (db) => ({
      value: await getCommitmentVersion(db, name, actor.scope, version),
      names: await loadNames(db, language, name.province),
    }))
    return showAnswer(language, names, value, { ...files, by })
  })

  addVersionCommands(group)
  addSplitCommands(group)
  addLetterCommand(group)
}

function readAxis(words: Words, message: string): CommitmentAxis | undefined {
  const word = textOf(words, 'by')
  const axis = COMMITMENT_AXES.find((one) => one === word)
  if (word !== undefined && axis === undefined)
    throw new Problem('bad-input', { fields: [{ field: 'by', message }] })
  return axis
}

async function showAnswer(
  language: Language,
  names: Names,
  value: CommitmentVersion,
  { csv, xlsx, by }: { csv: string | undefined; xlsx: string | undefined; by: CommitmentAxis | undefined },
): Promise<Answer> {
  if (xlsx !== undefined) await writeCommitmentWorkbook(xlsx, language, names, value)
  const rows = csv === undefined ? [] : commitmentCsv(language, names, value)
  if (csv === '-') return { value, lines: () => rows.map((row) => row.trimEnd()) }
  if (csv !== undefined) writeFileSync(csv, CSV_START + rows.join(''))
  const written = [xlsx, csv].filter((file) => file !== undefined)
  if (written.length > 0)
    return { value, lines: () => written.map((file) => `${FIGURES_TEXT[language].written} ${file}`) }
  const cellLines = () =>
    by === undefined ? matrixLines(language, names, value) : wholeLines(language, names, value.cells, by)
  return { value, lines: () => [...versionLines(language, names, value), '', ...cellLines()] }
}
