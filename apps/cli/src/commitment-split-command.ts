import path from 'node:path'
import { amendCommitment, splitCommitment, type CommitmentVersion } from '@rasad/contracts/commitments'
import { readCommitmentFile } from '@rasad/server/modules/commitments/commitment-file.commands'
import {
  amendIntoDraft,
  splitIntoDraft,
  type SplitOrder,
} from '@rasad/server/modules/commitments/commitment-split.commands'
import { listCommitmentVersions } from '@rasad/server/modules/commitments/commitments.commands'
import { getPeriod, selectPeriods } from '@rasad/server/modules/commitments/periods.queries'
import { act } from '@rasad/server/platform/act'
import { readSnapshot, type ReadDb } from '@rasad/server/platform/db'
import { Problem } from '@rasad/server/platform/problem'
import { addDeskCommand, type Branch } from './command.ts'
import { textOf, type Words } from './words.ts'
import { draftLines, matrixLines, versionLines, type CommitmentName } from './commitment-printing.ts'
import { readWords } from './failure.ts'
import { formattingOf } from '@rasad/domain/persian/formatting'
import type { Language } from './language.ts'
import { refuseUnreadable } from './named-file.ts'
import { loadNames, type Names } from '@rasad/server/modules/places/names.queries'
import { FACTOR_TEXT, SPLIT_TEXT } from './split-text.ts'
import { listOf, readFactors, readMargins, readPlaceValues, wholeOf } from './split-words.ts'

type Factor = SplitOrder['factors'][number]
type FactorWords = { kind: string; coefficient?: string; period?: string; values?: Factor['values'] }

/** `rasad commitment split` and `rasad commitment amend`. */
export function addSplitCommands(group: Branch): void {
  const { language } = group
  const text = SPLIT_TEXT[language]
  const split = {
    name: 'split',
    summary: text.split,
    required: ['province', 'period', 'total'],
    optional: [
      'baseline',
      'agencies',
      'counties',
      'sectors',
      'programmes',
      'factor',
      'fromPeriod',
      'weights',
      'floor',
      'margin',
      'pin',
      'reason',
    ],
    details: text.splitDetails,
  } as const
  addDeskCommand(group, split, async ({ rasad, actor }, words) => {
    const { order, names } = await readSnapshot(rasad.database, async (db) => {
      const read = await readSplitOrder(db, words)
      return { order: read, names: await loadNames(db, language, read.province) }
    })
    const { province, period, baseline, total, reason } = order
    const subject = { province, period, baseline, total, reason }
    const value = await act(
      rasad.database,
      { actor, action: splitCommitment.action, province, subject },
      (tx) => splitIntoDraft(tx, order, { actor }),
    )
    const weighed = `${text.weighed}: ${order.factors.map((factor) => factorText(language, factor)).join(' · ')}`
    return { value, lines: () => [weighed, ...newDraftLines(language, names, value)] }
  })

  const amend = {
    name: 'amend',
    summary: text.amend,
    required: ['province', 'period', 'reason'],
    optional: ['baseline', 'fromVersion', 'total', 'margin', 'cell'],
    details: text.amendDetails,
  } as const
  addDeskCommand(group, amend, async ({ rasad, actor }, words) => {
    const given = {
      version: wholeOf(words, 'fromVersion'),
      total: wholeOf(words, 'total'),
      margins: readMargins(words),
      cells: readPlaceValues(words, 'cell'),
    }
    const order = readWords(
      amendCommitment.body,
      { ...words, ...given },
      { version: 'fromVersion', margins: 'margin', cells: 'cell' },
    )
    const { province, period, baseline, version, total, reason } = order
    const subject = { province, period, baseline, version, total, reason }
    const names = await readSnapshot(rasad.database, (db) => loadNames(db, language, province))
    const value = await act(
      rasad.database,
      { actor, action: amendCommitment.action, province, subject },
      (tx) => amendIntoDraft(tx, order, { actor }),
    )
    return { value, lines: () => newDraftLines(language, names, value) }
  })
}

async function readSplitOrder(db: ReadDb, words: Words): Promise<SplitOrder> {
  const name = readWords(splitCommitment.body.pick({ province: true, period: true, baseline: true }), words)
  const fromPeriod = textOf(words, 'fromPeriod')
  const chosen = await readWeights(db, name.province, textOf(words, 'weights'))
  const factors = await factorsOf(db, name, readFactors(words), { chosen, fromPeriod })
  const given = {
    total: wholeOf(words, 'total'),
    agencies: listOf(words, 'agencies'),
    counties: listOf(words, 'counties'),
    sectors: listOf(words, 'sectors'),
    programmes: listOf(words, 'programmes'),
    factors,
    margins: readMargins(words),
    pins: readPlaceValues(words, 'pin'),
  }
  const toldAs = { factors: 'factor', margins: 'margin', pins: 'pin' } as const
  return readWords(splitCommitment.body, { ...words, ...given }, toldAs)
}

/** Weights that name no sector, or no programme, are of what they name, whatever the split is divided by. */
async function readWeights(
  db: ReadDb,
  province: string,
  file: string | undefined,
): Promise<Factor['values']> {
  if (file === undefined) return undefined
  refuseUnreadable(file)
  const { cells } = await readCommitmentFile(db, file, { province, fileName: path.basename(file) })
  const hasSectors = cells.some(({ sector }) => sector !== 'unspecified')
  const hasProgrammes = cells.some(({ programme = 'unspecified' }) => programme !== 'unspecified')
  return cells.map(({ agency, county, sector, programme = 'unspecified', value }) => ({
    agency,
    county,
    ...(hasSectors ? { sector } : {}),
    ...(hasProgrammes ? { programme } : {}),
    value,
  }))
}

async function factorsOf(
  db: ReadDb,
  name: CommitmentName,
  named: readonly FactorWords[],
  { chosen, fromPeriod }: { chosen: Factor['values']; fromPeriod: string | undefined },
): Promise<FactorWords[]> {
  const isNamed = named.some(({ kind }) => kind === 'chosen')
  if (isNamed && !chosen)
    throw new Problem('bad-input', { fields: [{ field: 'weights', message: 'chosen' }] })
  const factors = [...named, ...(chosen && !isNamed ? [{ kind: 'chosen' }] : [])]
  const weighed = factors.length > 0 ? factors : [{ kind: await usualFactor(db, name, fromPeriod) }]
  return weighed.map((factor) => ({
    ...factor,
    ...(factor.kind === 'chosen' && chosen ? { values: chosen } : {}),
    ...(factor.kind.startsWith('last-') && fromPeriod !== undefined ? { period: fromPeriod } : {}),
  }))
}

async function usualFactor(
  db: ReadDb,
  { province, period, baseline }: CommitmentName,
  fromPeriod: string | undefined,
): Promise<Factor['kind']> {
  if (fromPeriod !== undefined) return 'last-commitment'
  const scope = { level: 'province', province } as const
  const { from } = await getPeriod(db, province, period, scope)
  const before = (await selectPeriods(db, province, scope)).find((other) => other.from < from)
  if (!before) return 'population'
  const versions = await listCommitmentVersions(db, { province, period: before.period, baseline }, scope)
  return versions.some(({ notice }) => notice !== null) ? 'last-commitment' : 'population'
}

function factorText(language: Language, { kind, coefficient, period }: Factor): string {
  const { digits } = formattingOf(language)
  const words = [FACTOR_TEXT[language][kind], ...(period === undefined ? [] : [`(${period})`])]
  return `${words.join(' ')} × ${digits(coefficient)}`
}

function newDraftLines(language: Language, names: Names, version: CommitmentVersion): string[] {
  return [
    ...versionLines(language, names, version),
    '',
    ...matrixLines(language, names, version),
    '',
    ...draftLines(language, version),
  ]
}
