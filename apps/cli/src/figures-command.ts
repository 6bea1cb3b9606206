import { readFigureFileQuery, type FigureFileQuery } from '@rasad/contracts/papers'
import { REMARKED, type Remark } from '@rasad/contracts/remarks'
import type { Scope } from '@rasad/domain/access/scope'
import {
  figureCsvLines,
  writeFigureCsv,
  writeFigurePaper,
  writeFigureWorkbook,
} from '@rasad/server/modules/figures/figure-files.commands'
import { arrangeFigures, type FigureSheet } from '@rasad/server/modules/figures/figure-sheet.commands'
import { listStandingRemarks } from '@rasad/server/modules/remarks/remarks.commands'
import { settleAll } from '@rasad/server/modules/ledger/ledger.commands'
import { readSnapshot, type ReadDb } from '@rasad/server/platform/db'
import { addDeskCommand, type Branch } from './command.ts'
import { textOf } from './words.ts'
import { readWords } from './failure.ts'
import { figureLines } from './figures-printing.ts'
import { FIGURES_TEXT } from './figures-text.ts'
import { kindOfFile, refuseUnwritable } from './named-file.ts'
import type { OptionName } from './options.ts'
import { remarkLines } from './remark-printing.ts'
import { REMARK_TEXT } from './remark-text.ts'

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
  'activityLine',
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
    const { scope, name: madeBy } = actor
    const { figures, remarks } = await readSnapshot(rasad.database, async (db) => ({
      figures: await arrangeFigures(db, query, { scope, now, madeBy }),
      remarks: await remarksOf(db, query, { scope, now }),
    }))
    const { table, names } = figures
    for (const file of files) await writeFigureFile(file, figures, now)
    if (csv === '-')
      return { value: table, lines: () => figureCsvLines(figures).map((line) => line.trimEnd()) }
    const written = () => files.map(({ file }) => `${text.written} ${file}`)
    const below = remarks.length === 0 ? [] : ['', REMARK_TEXT[language].standing]
    const lines = () => [
      ...figureLines(language, names, table),
      ...below,
      ...remarkLines(language, names, remarks),
    ]
    return { value: table, lines: files.length > 0 ? written : lines }
  })
}

/** What stands beside the rows: by one agency or county each, in one province. */
async function remarksOf(
  db: ReadDb,
  { province, period, by: cut = [], asOf }: FigureFileQuery,
  circumstances: { scope: Scope; now: number },
): Promise<Remark[]> {
  const by = REMARKED.find((each) => cut.length === 1 && cut[0] === each)
  if (province === undefined || by === undefined) return []
  return listStandingRemarks(db, { province, period, by, asOf }, circumstances)
}

type FigureFile = { file: string; kind: 'xlsx' | 'csv' | 'pdf' }

async function writeFigureFile({ file, kind }: FigureFile, figures: FigureSheet, now: number): Promise<void> {
  if (kind === 'xlsx') await writeFigureWorkbook(file, figures)
  else if (kind === 'csv') await writeFigureCsv(file, figures)
  else await writeFigurePaper(file, figures, { now })
}
