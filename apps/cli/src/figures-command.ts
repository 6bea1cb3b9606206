import { readFigureFileQuery } from '@rasad/contracts/papers'
import {
  figureCsvLines,
  writeFigureCsv,
  writeFigurePaper,
  writeFigureWorkbook,
} from '@rasad/server/modules/figures/figure-files.commands'
import { arrangeFigures, type FigureSheet } from '@rasad/server/modules/figures/figure-sheet.commands'
import { settleAll } from '@rasad/server/modules/ledger/ledger.commands'
import { readSnapshot } from '@rasad/server/platform/db'
import { addDeskCommand, textOf, type Branch } from './command.ts'
import { readWords } from './failure.ts'
import { figureLines } from './figures-printing.ts'
import { FIGURES_TEXT } from './figures-text.ts'
import { kindOfFile, refuseUnwritable } from './named-file.ts'
import type { OptionName } from './options.ts'

/** What every question to the ledger may be restricted by. */
export const FILTER_OPTIONS = [
  'baseline',
  'month',
  'county',
  'agency',
  'sector',
  'gender',
  'jobType',
  'novelty',
  'directness',
  'settlement',
  'education',
] as const satisfies readonly OptionName[]

/** `rasad figures`. */
export function addFiguresCommand(branch: Branch): void {
  const { language } = branch
  const text = FIGURES_TEXT[language]
  const shape = {
    name: 'figures',
    summary: text.summary,
    required: ['period'],
    optional: ['province', 'by', ...FILTER_OPTIONS, 'asOf', 'also', 'out', 'csv', 'xlsx'],
    details: text.details,
  } as const
  addDeskCommand(branch, shape, async ({ rasad, actor, now }, words) => {
    const query = readWords({ safeParse: readFigureFileQuery }, { ...words, language })
    const out = textOf(words, 'out')
    const csv = textOf(words, 'csv')
    const xlsx = textOf(words, 'xlsx')
    for (const file of [csv, xlsx]) if (file !== undefined && file !== '-') refuseUnwritable(file)
    const files: FigureFile[] = [
      ...(out === undefined ? [] : [{ file: out, kind: kindOfFile(out, ['xlsx', 'csv', 'pdf'] as const) }]),
      ...(xlsx === undefined ? [] : [{ file: xlsx, kind: 'xlsx' as const }]),
      ...(csv === undefined || csv === '-' ? [] : [{ file: csv, kind: 'csv' as const }]),
    ]
    // Settled first, so that the batch that is printed can be asked again.
    if (query.asOf === undefined) await settleAll(rasad.database)
    const figures = await readSnapshot(rasad.database, (db) =>
      arrangeFigures(db, query, { scope: actor.scope, now, madeBy: actor.name }),
    )
    const { table, names } = figures
    for (const file of files) await writeFigureFile(file, figures, now)
    if (csv === '-')
      return { value: table, lines: () => figureCsvLines(figures).map((line) => line.trimEnd()) }
    const written = () => files.map(({ file }) => `${text.written} ${file}`)
    return { value: table, lines: files.length > 0 ? written : () => figureLines(language, names, table) }
  })
}

type FigureFile = { file: string; kind: 'xlsx' | 'csv' | 'pdf' }

async function writeFigureFile({ file, kind }: FigureFile, figures: FigureSheet, now: number): Promise<void> {
  if (kind === 'xlsx') await writeFigureWorkbook(file, figures)
  else if (kind === 'csv') await writeFigureCsv(file, figures)
  else await writeFigurePaper(file, figures, { now })
}
