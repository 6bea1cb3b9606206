import { writeFileSync } from 'node:fs'
import { readFigureQuery, type FigureTable } from '@rasad/contracts/figures'
import { answerFigures } from '@rasad/server/modules/figures/figures.commands'
import { settleAll } from '@rasad/server/modules/ledger/ledger.commands'
import { readSnapshot } from '@rasad/server/platform/db'
import { CSV_START, csvLine, writeTableWorkbook } from '@rasad/server/platform/workbook/table-file'
import { addDeskCommand, textOf, type Answer, type Branch } from './command.ts'
import { readWords } from './failure.ts'
import { figureLines, fileTable } from './figures-printing.ts'
import { FIGURES_TEXT } from './figures-text.ts'
import type { Language } from './language.ts'
import { refuseUnwritable } from './named-file.ts'
import type { OptionName } from './options.ts'
import { loadNames, type Names } from './place-names.ts'

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
    optional: ['province', 'by', ...FILTER_OPTIONS, 'asOf', 'csv', 'xlsx'],
    details: text.details,
  } as const
  addDeskCommand(branch, shape, async ({ rasad, actor }, words) => {
    const query = readWords({ safeParse: readFigureQuery }, words)
    const files = { csv: textOf(words, 'csv'), xlsx: textOf(words, 'xlsx') }
    for (const file of [files.csv, files.xlsx]) if (file !== undefined && file !== '-') refuseUnwritable(file)
    // Settled first, so that the batch that is printed can be asked again.
    if (query.asOf === undefined) await settleAll(rasad.database)
    const { table, names } = await readSnapshot(rasad.database, async (db) => ({
      table: await answerFigures(db, query, { scope: actor.scope, now: Date.now() }),
      names: await loadNames(db, language, query.province ?? null),
    }))
    return answerOf(language, names, table, files)
  })
}

async function answerOf(
  language: Language,
  names: Names,
  table: FigureTable,
  { csv, xlsx }: { csv: string | undefined; xlsx: string | undefined },
): Promise<Answer> {
  const { figure, written } = FIGURES_TEXT[language]
  const files = [xlsx, csv].filter((file) => file !== undefined && file !== '-')
  if (xlsx !== undefined) {
    const sheet = { sheet: figure, rightToLeft: language === 'fa', ...fileTable(language, names, table) }
    await writeTableWorkbook(xlsx, [sheet])
  }
  if (csv === '-')
    return { value: table, lines: () => csvRows(language, names, table).map((row) => row.trimEnd()) }
  if (csv !== undefined) writeFileSync(csv, CSV_START + csvRows(language, names, table).join(''))
  const lines = () =>
    files.length === 0 ? figureLines(language, names, table) : files.map((file) => `${written} ${file}`)
  return { value: table, lines }
}

function csvRows(language: Language, names: Names, table: FigureTable): string[] {
  const { columns, rows, total } = fileTable(language, names, table)
  return [columns.map(({ header }) => header), ...rows, total].map(csvLine)
}
