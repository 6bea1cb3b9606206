import { writeFile } from 'node:fs/promises'
import { PART_TEXT } from '@rasad/domain/figures/figure-text'
import { DIMENSION_TEXT } from '@rasad/domain/ledger/dimension-text'
import { formattingOf } from '@rasad/domain/persian/formatting'
import { requirePaperSize, writePaper } from '../../platform/paper/typst.ts'
import {
  CSV_START,
  csvLine,
  writeTableWorkbook,
  type Table,
  type TableColumn,
} from '../../platform/workbook/table-file.ts'
import type { Cell } from '../../platform/workbook/workbook.ts'
import { crossTableOf } from './figure-cross.commands.ts'
import { MATRIX_PARTS, type FigureMatrix } from './figure-matrix.commands.ts'
import type { FigureColumn, FigureSheet } from './figure-sheet.commands.ts'
import { SHEET_TEXT } from './figure-sheet-text.ts'

/** Writes figures as a workbook; a breakdown by exactly county and agency gets its matrix on a second sheet. */
export async function writeFigureWorkbook(out: string, figures: FigureSheet): Promise<void> {
  const { language, heading, columns, rows, total, matrix } = figures
  const title = [
    heading.title,
    heading.facts.map(([name, value]) => `${name}: ${value}`).join('  ·  '),
    ...heading.notes,
  ]
  const shape = { rightToLeft: language === 'fa', title }
  const list: Table = { sheet: SHEET_TEXT[language].sheet, ...shape, columns, rows, total }
  const tables = matrix === null ? [list] : [list, { ...shape, ...matrixTable(figures, matrix) }]
  await writeTableWorkbook(out, tables, { digits: language === 'fa' ? 'persian' : 'latin' })
}

/** Figures as lines of CSV: one header line, the rows and their total. */
export function figureCsvLines({ columns, rows, total }: FigureSheet): string[] {
  return [columns.map(({ header }) => header), ...rows, total].map(csvLine)
}

/** Writes figures as CSV that a spreadsheet opens as UTF-8. */
export async function writeFigureCsv(out: string, figures: FigureSheet): Promise<void> {
  await writeFile(out, CSV_START + figureCsvLines(figures).join(''))
}

/** Writes figures on paper, A4 landscape, as a cross table where they are one and it fits; refuses more rows than paper is for. */
export async function writeFigurePaper(
  out: string,
  figures: FigureSheet,
  { now }: { now: number },
): Promise<void> {
  const { language, heading, columns, rows, total } = figures
  const cross = crossTableOf(figures)
  if (cross === null) requirePaperSize(rows.length)
  const text = SHEET_TEXT[language]
  const shown = columns.flatMap((column, index) => (column.onPaper ? [index] : []))
  const written = (cells: readonly Cell[]) =>
    shown.map((index) => cellText(figures, columns[index]!, cells[index] ?? null))
  const data = {
    language,
    title: heading.title,
    facts: heading.facts,
    notes: cross === null ? heading.notes : [text.stages],
    cross,
    words: { page: text.page, of: text.of },
    made: heading.facts.findLast(([name]) => name === text.made)?.join(': ') ?? '',
    empty: NO_ROWS[language],
    columns: shown.map((index) => ({
      header: columns[index]!.header,
      wide: columns[index]!.wide === true,
      narrow: columns[index]!.width === 6,
    })),
    rows: rows.map(written),
    total:
      figures.table.by.length === 0 ? [text.total, ...written(total)].slice(-shown.length) : written(total),
  }
  await writePaper(out, { layout: new URL('figures.typ', import.meta.url), data, now })
}

const NO_ROWS = { fa: 'رقمی برای این پرسش نیست.', en: 'There is no figure for this question.' }

function cellText({ language }: FigureSheet, { kind }: FigureColumn, value: Cell): string {
  const { count, percent } = formattingOf(language)
  if (typeof value !== 'number') return String(value ?? '')
  return kind === 'percent' ? percent(value * 100) : count(value)
}

/** Agencies down, three figures each, and counties across; the sums of rows and columns are those of the breakdown. */
function matrixTable(
  { language, names }: FigureSheet,
  { agencies, counties, valueOf }: FigureMatrix,
): Pick<Table, 'sheet' | 'columns' | 'rows' | 'frozenColumns'> {
  const text = SHEET_TEXT[language]
  const columns: TableColumn[] = [
    { header: DIMENSION_TEXT[language].agency, kind: 'text', width: 26 },
    { header: text.figure, kind: 'text', width: 11 },
    ...counties.map((county): TableColumn => ({ header: names.county(county), kind: 'number', width: 10 })),
    { header: text.total, kind: 'number', width: 11 },
  ]
  const rows = [...agencies, null].flatMap((agency) =>
    MATRIX_PARTS.map((part, index): Cell[] => [
      index > 0 ? '' : agency === null ? text.total : names.agency(agency),
      PART_TEXT[language][part],
      ...[...counties, null].map((county) => valueOf(agency, county, part) ?? '–'),
    ]),
  )
  return { sheet: text.matrix, columns, rows, frozenColumns: 2 }
}
