import type { MoneyUnit } from '../persian/money.ts'
import { cleanText } from '../persian/text.ts'
import { isBlankCell, type Cell } from './cell.ts'
import { isOpen, readHeaderUnder, settleOpenHeader } from './column-choice.ts'
import { COLUMNS, headerKey, recogniseHeader, type Column, type HeaderReading } from './columns.ts'

/** Where the header of a sheet stands (indexes into the rows given) and what each of its columns holds. */
export type ColumnMapping = {
  headerRows: [first: number, last: number]
  columns: Partial<Record<Column, number>>
  amountUnit?: MoneyUnit
  unknown: { index: number; header: string }[]
  repeated: { index: number; header: string; column: Column }[]
  /** The header text of every column, empty where there is none; «group / header» where the text alone does not say it. */
  headers: string[]
}

type Row = readonly Cell[]
type HeaderCell = { index: number; group: string; name: string; reading: HeaderReading | undefined }
type Candidate = { first: number; last: number; cells: readonly HeaderCell[]; score: number }

const SEARCHED_ROWS = 40
const SAMPLED_ROWS = 30

/** Finds the header among the first rows of a sheet, below a letterhead, in one row or two; undefined when there is none. */
export function findHeader(rows: readonly Row[]): ColumnMapping | undefined {
  let best: Candidate | undefined
  for (let at = 0; at < Math.min(rows.length, SEARCHED_ROWS); at++) {
    for (const candidate of candidatesAt(rows, at)) {
      if (best === undefined || candidate.score > best.score) best = candidate
    }
  }
  if (best === undefined) return undefined
  const sample = rows.slice(best.last + 1, best.last + 1 + SAMPLED_ROWS)
  return assignColumns(best, sample)
}

/** One row as a header, and the same row as a row of group names above the next. */
function candidatesAt(rows: readonly Row[], at: number): Candidate[] {
  const upper = rows[at] ?? []
  const lower = rows[at + 1]
  const one = judge(at, at, readHeaderCells([], upper))
  if (lower === undefined || !mayBePair(upper, lower)) return one
  const lead = groupsNames(upper, lower) ? ANY_LEAD : -HALF_A_COLUMN
  return [
    ...one,
    ...judge(at, at + 1, readHeaderCells(upper, lower)).map((two) => ({ ...two, score: two.score + lead })),
  ]
}

const ANY_LEAD = 0.1
const HALF_A_COLUMN = 0.5
const MORE_THAN_HALF = 0.7
const NAMING: readonly Column[] = ['nationalId', 'lastName', 'fullName', 'firstName']

/** A header names a person and two things more; its score is the number of columns it names, and a unit of money helps. */
function judge(first: number, last: number, cells: readonly HeaderCell[]): Candidate[] {
  const columns = new Set(cells.flatMap(({ reading }) => reading?.column ?? []))
  const setAside = cells.flatMap(({ name, reading }) =>
    reading === undefined ? (recogniseHeader(name)?.column ?? []) : [],
  )
  const losesPerson = setAside.some((column) => NAMING.includes(column) && !columns.has(column))
  if (losesPerson || columns.size < 3 || !NAMING.some((column) => columns.has(column))) return []
  const unit = cells.some(({ reading }) => reading?.unit !== undefined) ? MORE_THAN_HALF : 0
  return [{ first, last, cells, score: new Set([...columns, ...setAside]).size + unit }]
}

function mayBePair(groups: Row, names: Row): boolean {
  const holdsRecord = names.some(
    (cell) => typeof cell === 'number' || (typeof cell === 'string' && /[\d۰-۹٠-٩]{4}/u.test(cell)),
  )
  return !holdsRecord && groups.filter((cell) => headerText(cell) !== '').length > 1
}

/** Whether the upper row reads like group names: short, without figures or colons, one of them above several names. */
function groupsNames(groups: Row, names: Row): boolean {
  const texts = groups.map(headerText)
  const isShort = texts.every((text) => text.length <= LONGEST_GROUP && !/[\d۰-۹٠-٩:]/u.test(text))
  const first = texts.findIndex((text) => text !== '')
  return isShort && names.some((name, index) => index > first && headerText(name) !== '' && !texts[index])
}

const LONGEST_GROUP = 40

function readHeaderCells(groups: Row, names: Row): HeaderCell[] {
  let group = ''
  return Array.from({ length: Math.max(groups.length, names.length) }, (_, index) => {
    const above = headerText(groups[index])
    const below = headerText(names[index])
    if (above !== '') group = above
    if (below === '' || below === above)
      return { index, group: '', name: above, reading: recogniseHeader(above) }
    return { index, group, name: below, reading: readHeaderUnder(group, below) }
  })
}

function headerText(cell: Cell | undefined): string {
  return typeof cell === 'string' && !isBlankCell(cell) ? cleanText(cell).text : ''
}

function assignColumns({ first, last, cells }: Candidate, sample: readonly Row[]): ColumnMapping {
  const mapping: ColumnMapping = {
    headerRows: [first, last],
    columns: {},
    unknown: [],
    repeated: [],
    headers: headersOf(cells),
  }
  const isFree = (column: Column) => mapping.columns[column] === undefined
  for (const cell of [...cells.filter(isSettled), ...cells.filter((each) => !isSettled(each))]) {
    const { index, reading } = cell
    const header = mapping.headers[index] ?? ''
    const values = sample.map((row) => row[index] ?? null)
    const column = reading && (isSettled(cell) ? reading.column : settleOpenHeader(reading, values, isFree))
    if (column === undefined) {
      if (header !== '') mapping.unknown.push({ index, header })
    } else if (isFree(column)) {
      mapping.columns[column] = index
      if (column === 'amount' && reading?.unit !== undefined) mapping.amountUnit = reading.unit
    } else {
      mapping.repeated.push({ index, header, column })
    }
  }
  return inColumnOrder(nameAlone(mapping))
}

function isSettled({ reading }: HeaderCell): boolean {
  return reading === undefined || !isOpen(reading)
}

function headersOf(cells: readonly HeaderCell[]): string[] {
  const times = new Map<string, number>()
  for (const { name } of cells) times.set(headerKey(name), (times.get(headerKey(name)) ?? 0) + 1)
  return cells.map(({ group, name, reading }) => {
    const saysItAlone = times.get(headerKey(name)) === 1 && (reading === undefined || recogniseHeader(name))
    return group === '' || saysItAlone ? name : `${group} / ${name}`
  })
}

/** A column «نام» with no family name beside it holds the whole name. */
function nameAlone(mapping: ColumnMapping): ColumnMapping {
  const { firstName, ...others } = mapping.columns
  if (firstName === undefined || others.lastName !== undefined || others.fullName !== undefined)
    return mapping
  return { ...mapping, columns: { ...others, fullName: firstName } }
}

function inColumnOrder(mapping: ColumnMapping): ColumnMapping {
  mapping.unknown.sort((one, other) => one.index - other.index)
  mapping.repeated.sort((one, other) => one.index - other.index)
  return mapping
}

/**
 * The mapping with what a person decided about some headers; the decision stands before what was recognised, and of two
 * columns with the same header the first is meant. Headers that are not in the sheet change nothing.
 */
export function applyOverride(
  mapping: ColumnMapping,
  override: Readonly<Record<string, Column | 'ignore'>>,
): ColumnMapping {
  const decisions = new Map(
    Object.entries(override).map(([header, column]) => [headerKey(header), column] as const),
  )
  const decided = mapping.headers.map((header) =>
    header === '' ? undefined : decisions.get(headerKey(header)),
  )
  const before = new Map(mapping.repeated.map(({ index, column }) => [index, column] as const))
  for (const column of COLUMNS) {
    const index = mapping.columns[column]
    if (index !== undefined) before.set(index, column)
  }

  const next: ColumnMapping = { ...mapping, columns: {}, unknown: [], repeated: [] }
  delete next.amountUnit
  const standing = new Set(Object.values(mapping.columns))
  const rank = (index: number): number => (decided[index] !== undefined ? 0 : standing.has(index) ? 1 : 2)
  const order = [...mapping.headers.keys()].toSorted((one, other) => rank(one) - rank(other) || one - other)
  for (const index of order) {
    const header = mapping.headers[index] ?? ''
    const column = decided[index] ?? before.get(index)
    if (column === 'ignore' || header === '') continue
    if (column === undefined) next.unknown.push({ index, header })
    else if (next.columns[column] === undefined) next.columns[column] = index
    else next.repeated.push({ index, header, column })
  }
  const amount = next.columns.amount
  const unit =
    amount === mapping.columns.amount
      ? mapping.amountUnit
      : recogniseHeader(mapping.headers[amount ?? -1] ?? '')?.unit
  return inColumnOrder(unit === undefined ? next : { ...next, amountUnit: unit })
}
