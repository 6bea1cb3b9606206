import path from 'node:path'
import { getCommitment, setCommitment, type CommitmentVersion } from '@rasad/contracts/commitments'
import { readCommitmentFile } from '@rasad/server/modules/commitments/commitment-file.commands'
import {
  getCommitmentVersion,
  setCommitmentVersion,
} from '@rasad/server/modules/commitments/commitments.commands'
import { act } from '@rasad/server/platform/act'
import { readSnapshot } from '@rasad/server/platform/db'
import { addDeskCommand, addGroup, type Branch } from './command.ts'
import { BASELINE_TEXT, COMMITMENT_TEXT } from './commitment-text.ts'
import { kindText } from './dimension-text.ts'
import { readWords } from './failure.ts'
import { formattingOf } from './formatting.ts'
import type { Language } from './language.ts'
import { refuseUnreadable } from './named-file.ts'
import { loadNames, withCode, type Names } from './place-names.ts'
import { factLines, tableLines } from './table-printing.ts'

type VersionFacts = Omit<CommitmentVersion, 'cells'>

/** `rasad commitment set` and `rasad commitment show`. */
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
    optional: ['baseline', 'version'],
  } as const
  addDeskCommand(group, show, async ({ rasad }, words) => {
    const { version, ...name } = readWords(getCommitment.query, words)
    const { value, names } = await readSnapshot(rasad.database, async (db) => ({
      value: await getCommitmentVersion(db, name, version),
      names: await loadNames(db, language, name.province),
    }))
    return {
      value,
      lines: () => [...versionLines(language, names, value), '', ...cellLines(language, names, value)],
    }
  })
}

function versionLines(language: Language, names: Names, version: VersionFacts): string[] {
  const text = COMMITMENT_TEXT[language]
  const { count, moment } = formattingOf(language)
  return factLines([
    [text.province, withCode(names.province(version.province), version.province)],
    [text.name, version.period],
    [text.baseline, BASELINE_TEXT[language][version.baseline]],
    [text.version, count(version.version)],
    [text.total, count(version.total)],
    [text.source, version.source],
    ...(version.reason === null ? [] : ([[text.reason, version.reason]] as const)),
    [text.setBy, version.setBy],
    [text.setAt, moment(version.setAt)],
  ])
}

function cellLines(language: Language, names: Names, { cells, total }: CommitmentVersion): string[] {
  const text = COMMITMENT_TEXT[language]
  const { count } = formattingOf(language)
  return tableLines(
    [
      { header: text.county, align: 'start' },
      { header: text.agency, align: 'start' },
      { header: text.sector, align: 'start' },
      { header: text.value, align: 'end' },
    ],
    cells.map(({ county, agency, sector, value }) => [
      withCode(names.county(county), county),
      withCode(names.agency(agency), agency),
      kindText(language, sector),
      count(value),
    ]),
    [text.total, '', '', count(total)],
  )
}
