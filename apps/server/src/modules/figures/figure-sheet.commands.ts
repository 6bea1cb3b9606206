import { inOrderOfNames } from '@rasad/domain/persian/name-order'
import type { FigureTable } from '@rasad/contracts/figures'
import { SPECIAL_PARTS, type FigureFileQuery, type SpecialPart } from '@rasad/contracts/papers'
import type { Scope } from '@rasad/domain/access/scope'
import { PART_TEXT, type FigurePart } from '@rasad/domain/figures/figure-text'
import { compareStandings, standingsOf, type Standing } from '@rasad/domain/figures/ranking'
import type { Language } from '@rasad/domain/imports/verdict-text'
import { DIMENSION_TEXT, kindText } from '@rasad/domain/ledger/dimension-text'
import type { Dimension } from '@rasad/domain/ledger/dimensions'
import { formattingOf } from '@rasad/domain/persian/formatting'
import type { ReadDb } from '../../platform/db.ts'
import type { TableColumn } from '../../platform/workbook/table-file.ts'
import type { Cell } from '../../platform/workbook/workbook.ts'
import { isNamed, loadNames, type Names } from '../places/names.queries.ts'
import { figureHeading, type Heading } from './figure-heading.commands.ts'
import { readMatrix, type FigureMatrix } from './figure-matrix.commands.ts'
import { SHEET_TEXT, SPECIAL_PART_TEXT } from './figure-sheet-text.ts'
import { besideColumns } from './figure-sheet-beside.commands.ts'
import { answerFigures } from './figures.commands.ts'

/** A column of figures; on paper codes are left out, and `wide` ones take the room that is left. */
export type FigureColumn = TableColumn & { header: string; onPaper: boolean; wide?: boolean }

/** A breakdown ready to be written down: heading, columns, rows and their total; a share is a part of one. */
export type FigureSheet = {
  table: FigureTable
  names: Names
  language: Language
  heading: Heading
  columns: FigureColumn[]
  rows: Cell[][]
  total: Cell[]
  /** The same by county and agency as a matrix; null in every other cut. */
  matrix: FigureMatrix | null
  /** Whether columns were asked for that a matrix has no room for. */
  hasMoreColumns: boolean
}

type Row = FigureTable['rows'][number]
type SpecialCounts = { part: SpecialPart; of: (row: Row) => number; total: number }

const RANKED: readonly Dimension[] = ['province', 'county', 'agency']
const PARTS = [
  'committed',
  'registered',
  'underReview',
  'verified',
  'rejected',
  'duplicate',
  'unreachable',
  'withdrawn',
  'beside',
  'registeredOfCommitted',
  'verifiedOfRegistered',
  'verifiedOfCommitted',
  'proRataTarget',
  'gap',
] as const satisfies readonly FigurePart[]
const SHARES: readonly FigurePart[] = ['registeredOfCommitted', 'verifiedOfRegistered', 'verifiedOfCommitted']
// In these two the absence of a commitment is said in words; elsewhere it leaves a dash.
const OF_COMMITMENT: readonly FigurePart[] = ['registeredOfCommitted', 'verifiedOfCommitted']
// Mostly zero: on paper only where there is something in them.
const RARE: readonly FigurePart[] = ['withdrawn', 'beside']

/** What stands where there is no figure; never a zero. */
const NOTHING = '–'

/** The answer of `answerFigures` to the same question, arranged as DOMAIN §8 lays reports out. */
export async function arrangeFigures(
  db: ReadDb,
  query: FigureFileQuery,
  circumstances: { scope: Scope; now: number; madeBy: string },
): Promise<FigureSheet> {
  const { language } = query
  const table = await answerFigures(db, query, circumstances)
  const names = await loadNames(db, language, query.province ?? null)
  const special: SpecialCounts[] = []
  for (const part of SPECIAL_PARTS.filter((each) => query.also.includes(each)))
    special.push(await countSpecial(db, query, part, circumstances))
  // Whoever sees one place alone sees no order.
  const isRanked =
    table.by.length === 1 &&
    table.rows.length > 1 &&
    table.by.every((dimension) => RANKED.includes(dimension))
  const standings = isRanked ? standingsOf(table.rows) : []
  const beside = await besideColumns(db, { query, table, isRanked }, circumstances)
  const rows = table.rows.map((row, index) => ({ row, standing: standings[index] }))
  const named = inOrderOfPlaces(rows, ({ row }) => row, { by: table.by, names, language })
  if (isRanked) named.sort((one, other) => compareStandings(one.standing!, other.standing!))
  return {
    table,
    names,
    language,
    heading: await figureHeading(db, { query, table, names }, circumstances),
    columns: [
      ...columnsOf(language, table, { isRanked, special }),
      ...beside.map(({ of: _of, total: _total, ...column }) => column),
    ],
    rows: named.map(({ row, standing }) => [
      ...(standing === undefined ? [] : [standingCell(language, standing)]),
      ...table.by.flatMap((dimension) => keyCells(language, names, dimension, row[dimension] ?? '')),
      ...PARTS.map((part) => partCell(language, part, row)),
      ...special.map(({ of }) => of(row)),
      ...beside.map(({ of }) => of(row)),
    ]),
    total: [
      ...(isRanked ? [''] : []),
      ...table.by.flatMap((_dimension, index) => ['', index === 0 ? SHEET_TEXT[language].total : '']),
      ...PARTS.map((part) => partCell(language, part, table.total)),
      ...special.map(({ total }) => total),
      ...beside.map(({ total }) => total),
    ],
    matrix: await readMatrix(db, { query, table, names }, circumstances),
    hasMoreColumns: special.length + beside.length > 0,
  }
}

/** What the file of a breakdown is called: `ارقام-لرستان-1404-دستهٔ-12.xlsx`. */
export function fileNameOf({ language, table, names }: FigureSheet, extension: string): string {
  const text = SHEET_TEXT[language]
  const place = table.province === null ? text.country : names.province(table.province)
  const batch = table.batch === null ? [] : [`${text.batch} ${table.batch}`]
  return `${[text.sheet, place, table.period, ...batch].join('-').replaceAll(' ', '-')}.${extension}`
}

/** Rows with their provinces, counties and agencies in the order of the names that are shown; other cuts stay in that of their codes. */
export function inOrderOfPlaces<Thing>(
  things: readonly Thing[],
  rowOf: (thing: Thing) => Readonly<Partial<Record<Dimension, string | undefined>>>,
  { by, names, language }: { by: readonly Dimension[]; names: Names; language: Language },
): Thing[] {
  let ordered = [...things]
  // From the last key to the first: each sorting leaves those of one key in the order they had.
  for (const dimension of by.toReversed()) {
    const valueOf = (thing: Thing) => rowOf(thing)[dimension] ?? ''
    ordered = isPlace(dimension)
      ? inOrderOfNames(language, ordered, (thing) => names[dimension](valueOf(thing)))
      : ordered.toSorted((one, other) => compareCodes(valueOf(one), valueOf(other)))
  }
  return ordered
}

function isPlace(dimension: Dimension): dimension is 'province' | 'county' | 'agency' {
  return dimension === 'province' || dimension === 'county' || dimension === 'agency'
}

function compareCodes(one: string, other: string): number {
  return one < other ? -1 : Number(one > other)
}

function columnsOf(
  language: Language,
  table: FigureTable,
  { isRanked, special }: { isRanked: boolean; special: readonly SpecialCounts[] },
): FigureColumn[] {
  const text = SHEET_TEXT[language]
  const rank: FigureColumn[] = isRanked
    ? [{ header: text.rank, kind: 'number', width: 6, onPaper: true }]
    : []
  const keys = table.by.flatMap((dimension): FigureColumn[] => {
    const header = DIMENSION_TEXT[language][dimension]
    const name: FigureColumn = { header, kind: 'text', width: 26, onPaper: true, wide: true }
    return [{ header: `${text.code} ${header}`, kind: 'text', width: 10, onPaper: false }, name]
  })
  const parts = PARTS.map((part): FigureColumn => ({
    header: PART_TEXT[language][part],
    kind: SHARES.includes(part) ? 'percent' : 'number',
    width: 11,
    onPaper: !RARE.includes(part) || table.total[part] !== 0,
  }))
  const also = special.map(({ part }): FigureColumn => ({
    header: SPECIAL_PART_TEXT[language][part],
    kind: 'number',
    width: 12,
    onPaper: true,
  }))
  return [...rank, ...keys, ...parts, ...also]
}

function standingCell(language: Language, standing: Standing): Cell {
  if (typeof standing === 'number') return standing
  return standing === 'small' ? SHEET_TEXT[language].small : NOTHING
}

function keyCells(language: Language, names: Names, dimension: Dimension, value: string): [string, string] {
  if (isNamed(dimension)) return [value, names[dimension](value)]
  return [value, dimension === 'month' ? formattingOf(language).day(value) : kindText(language, value)]
}

// A share has one decimal in per cent, so three as a part of one; a plain division would leave a tail of digits.
function partCell(language: Language, part: (typeof PARTS)[number], row: FigureTable['total']): Cell {
  const value = row[part]
  if (value === null)
    return OF_COMMITMENT.includes(part) && row.committed === 0
      ? SHEET_TEXT[language].withoutCommitment
      : NOTHING
  return SHARES.includes(part) ? Math.round(value * 10) / 1000 : value
}

const SPECIAL: Record<SpecialPart, { dimension: 'gender' | 'education' | 'settlement'; value: string }> = {
  women: { dimension: 'gender', value: 'female' },
  men: { dimension: 'gender', value: 'male' },
  graduates: { dimension: 'education', value: 'graduate' },
  rural: { dimension: 'settlement', value: 'rural' },
}

/** The registered jobs of a part, row by row: the same question once more, restricted to the part. */
async function countSpecial(
  db: ReadDb,
  query: FigureFileQuery,
  part: SpecialPart,
  circumstances: { scope: Scope; now: number },
): Promise<SpecialCounts> {
  const { dimension, value } = SPECIAL[part]
  const asked: readonly string[] | undefined = query[dimension]
  if (asked !== undefined && !asked.includes(value)) return { part, of: () => 0, total: 0 }
  const { by, rows, total } = await answerFigures(db, { ...query, [dimension]: [value] }, circumstances)
  const keyOf = (row: Row) => by.map((each) => row[each] ?? '').join('\n')
  const counts = new Map(rows.map((row) => [keyOf(row), row.registered]))
  return { part, of: (row) => counts.get(keyOf(row)) ?? 0, total: total.registered }
}
