import type { FigureTable } from '@rasad/contracts/figures'
import type { FigureFileQuery } from '@rasad/contracts/papers'
import type { LabourForce } from '@rasad/contracts/places'
import { REMARKED } from '@rasad/contracts/remarks'
import type { Scope } from '@rasad/domain/access/scope'
import type { Standing } from '@rasad/domain/figures/ranking'
import { formattingOf } from '@rasad/domain/persian/formatting'
import type { ReadDb } from '../../platform/db.ts'
import type { TableColumn } from '../../platform/workbook/table-file.ts'
import type { Cell } from '../../platform/workbook/workbook.ts'
import { selectLabourForce } from '../places/labour-force.queries.ts'
import { selectRemarks } from '../remarks/remarks.queries.ts'
import { earlierStandings } from './figure-ranks.commands.ts'
import { SHEET_TEXT } from './figure-sheet-text.ts'

type Row = FigureTable['rows'][number]
type Asked = { query: FigureFileQuery; table: FigureTable; isRanked: boolean }
/** A column of DOMAIN §8.1 and §8.2 that is not a part of the figure: what stands in each row, and below. */
type BesideColumn = TableColumn & { onPaper: boolean; wide?: boolean; of: (row: Row) => Cell; total: Cell }

const NOTHING = '–'

/** The ranks of before, by county the labour force, and the remarks; only those of which something is known. */
export async function besideColumns(
  db: ReadDb,
  { query, table, isRanked }: Asked,
  circumstances: { scope: Scope; now: number },
): Promise<BesideColumn[]> {
  const ranks = isRanked ? await earlierStandings(db, query, table, circumstances) : null
  const text = SHEET_TEXT[query.language]
  const rankColumns = (['rankBefore', 'rankLastPeriod'] as const).flatMap((rank): BesideColumn[] => {
    const standing = ranks?.[rank] ?? null
    if (standing === null) return []
    const of = (row: Row) => rankCell(standing(row))
    return [{ header: text[rank], kind: 'number', width: 8, onPaper: true, of, total: '' }]
  })
  return [
    ...rankColumns,
    ...labourColumns(query, await knownLabour(db, query)),
    ...(await remarkColumns(db, query, table, circumstances.scope)),
  ]
}

/** What agencies or counties said of their rows (توضیح) at the moment of the figures. */
async function remarkColumns(
  db: ReadDb,
  { language, asOf }: FigureFileQuery,
  table: FigureTable,
  scope: Scope,
): Promise<BesideColumn[]> {
  const { province, period } = table
  const by = REMARKED.find((each) => table.by.length === 1 && table.by[0] === each)
  if (province === null || by === undefined) return []
  const moment = asOf === undefined ? undefined : table.asOf
  const remarks = await selectRemarks(db, { province, period, by }, { asOf: moment, scope })
  const texts = new Map(remarks.map((remark) => [remark[by], remark.text]))
  const of = (row: Row) => texts.get(row[by]) ?? ''
  if (table.rows.every((row) => of(row) === '')) return []
  const header = SHEET_TEXT[language].remark
  return [{ header, kind: 'text', width: 44, wraps: true, onPaper: true, wide: true, of, total: '' }]
}

/** What is known of the labour force of the counties that are asked for; nothing in another cut. */
async function knownLabour(db: ReadDb, { province, by, county }: FigureFileQuery): Promise<LabourForce[]> {
  if (province === undefined || by?.length !== 1 || by[0] !== 'county') return []
  const known = await selectLabourForce(db, province)
  return county === undefined ? known : known.filter(({ code }) => county.includes(code))
}

function labourColumns(
  { language, province }: FigureFileQuery,
  known: readonly LabourForce[],
): BesideColumn[] {
  if (known.length === 0) return []
  const text = SHEET_TEXT[language]
  const byCode = new Map(known.map((one) => [one.code, one]))
  const sources = new Set(known.map((one) => sourceText(language, one)))
  const column = (
    part: 'active' | 'unemploymentRate',
    kind: 'number' | 'percent',
    read: (one: LabourForce) => number | null,
  ): BesideColumn => {
    const cellOf = (code: string | undefined): Cell => {
      const one = byCode.get(code ?? '')
      return (one && read(one)) ?? NOTHING
    }
    return {
      header: `${text[part]} (${[...sources].join('؛ ')})`,
      kind,
      width: 12,
      onPaper: part === 'unemploymentRate',
      of: ({ county }) => cellOf(county),
      total: cellOf(province),
    }
  }
  return [
    column('active', 'number', ({ active }) => active),
    column('unemploymentRate', 'percent', ({ unemploymentRate: rate }) =>
      rate === null ? null : Math.round(rate * 10) / 1000,
    ),
  ]
}

function sourceText(language: FigureFileQuery['language'], { source, year }: LabourForce): string {
  return formattingOf(language).digits(`${source ?? SHEET_TEXT[language].census} ${year}`)
}

function rankCell(standing: Standing | undefined): Cell {
  return typeof standing === 'number' ? standing : NOTHING
}
