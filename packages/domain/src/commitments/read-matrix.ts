import { findAgency, type AgencyIndex } from '../organisations/agency-names.ts'
import { readSector, type Sector } from '../organisations/sectors.ts'
import { readNumber } from '../persian/numbers.ts'
import { findPlace, type PlaceIndex } from '../places/place-names.ts'
import type { CommitmentCell, StatedTotal } from './matrix.ts'
import { readMatrixHeading, standsBesideMatrix } from './matrix-words.ts'
import { readProgramme, type Programme } from './programmes.ts'

type Cell = string | number | boolean | null
/** A row of a sheet with the number the sender sees. */
export type MatrixRow = { number: number; cells: readonly Cell[] }
/** A cell that cannot be read, by its row. */
export type MatrixFault = {
  line: number
  cell: string
  reason:
    | 'agency.unknown'
    | 'county.unknown'
    | 'sector.unknown'
    | 'programme.unknown'
    | 'value.invalid'
    | 'cell.repeated'
    | 'header.missing'
}
/** What a sheet says: its cells, the wholes stated beside them, and what cannot be read. */
export type MatrixReading = { cells: CommitmentCell[]; stated: StatedTotal[]; faults: MatrixFault[] }

type Names = { counties: PlaceIndex; agencies: AgencyIndex }
type Key = { agency?: string; county?: string; sector?: Sector; programme?: Programme | 'unspecified' }
type KeyKind = 'agency' | 'county' | 'sector' | 'programme'
/** What a column holds: a part of the key of its row, or values of one key (or of a total) of its own. */
type ColumnRole = { kind: KeyKind } | { kind: 'values'; key: Key; isTotal: boolean }
/** `across` is what the columns of a table are of; a list has none. */
type Layout = { header: number; roles: Map<number, ColumnRole>; across: 'agency' | 'county' | undefined }
/** What is read so far; of a table also the places that stand in it, each once. */
type Gathering = { reading: MatrixReading; once: Set<string> | undefined }

const SEARCHED_ROWS = 30
const MOST_JOBS = 100_000_000n

/**
 * Reads a commitment from a sheet: as a list (agency, county, sector, programme, value a row) or as a table with the counties, or
 * the agencies, across and perhaps a column of programmes. Rows and columns headed «جمع» are wholes to check, never values. Undefined when it holds none.
 */
export function readMatrix(
  rows: readonly MatrixRow[],
  names: Names,
  sheetSector?: Sector,
): MatrixReading | undefined {
  const layout = findLayout(rows, names)
  if (!layout) return undefined
  const reading: MatrixReading = { cells: [], stated: [], faults: [] }
  const below = rows.slice(layout.header + 1)
  if (layout.across !== undefined)
    reading.faults.push(...namelessColumns(rows[layout.header]!, below, layout, layout.across))
  const once = layout.across === undefined ? undefined : new Set<string>()
  for (const row of below) readMatrixRow(row, layout, names, { reading, once, sheetSector })
  return reading
}

/** Columns of a table with numbers that nobody's name heads: left out, the rest would pass for the whole. */
function namelessColumns(
  header: MatrixRow,
  below: readonly MatrixRow[],
  { roles }: Layout,
  across: 'agency' | 'county',
): MatrixFault[] {
  const firstKey = [...roles].find(([, { kind }]) => kind !== 'values')?.[0] ?? 0
  const width = Math.max(header.cells.length, ...below.map(({ cells }) => cells.length))
  return Array.from({ length: width }, (_, index) => index).flatMap((index) => {
    const heading = String(header.cells[index] ?? '').trim()
    if (index < firstKey || roles.has(index) || standsBesideMatrix(heading)) return []
    const holdsNumber = below.some(({ cells }) => 'value' in readNumber(textOf(cells[index])))
    return holdsNumber ? [{ line: header.number, cell: heading, reason: `${across}.unknown` as const }] : []
  })
}

function textOf(cell: Cell | undefined): string | number | null {
  return typeof cell === 'boolean' ? null : (cell ?? null)
}

function findLayout(rows: readonly MatrixRow[], names: Names): Layout | undefined {
  for (let header = 0; header < Math.min(rows.length, SEARCHED_ROWS); header++) {
    const roles = rolesOf(rows[header]!, names)
    const kinds = [...roles.values()].map(({ kind }) => kind)
    const values = [...roles.values()].filter((role) => role.kind === 'values')
    const across = new Set(values.flatMap((role) => Object.keys(role.key)))
    const isList =
      kinds.includes('agency') && kinds.includes('county') && values.some(({ isTotal }) => !isTotal)
    const isTable =
      (across.has('county') && kinds.includes('agency')) || (across.has('agency') && kinds.includes('county'))
    if (isTable) return { header, roles, across: across.has('agency') ? 'agency' : 'county' }
    if (isList) return { header, roles, across: undefined }
  }
  return undefined
}

function rolesOf(row: MatrixRow, { counties, agencies }: Names): Map<number, ColumnRole> {
  const roles = new Map<number, ColumnRole>()
  const texts = row.cells.map((cell) =>
    cell === null || typeof cell === 'boolean' ? '' : String(cell).trim(),
  )
  // A corner such as «دستگاه / شهرستان» heads the column of the rows.
  const corner = texts.findIndex((text) => text !== '')
  texts.forEach((text, index) => {
    if (text === '') return
    const heading = readMatrixHeading(text) ?? (index === corner ? cornerHeading(text) : undefined)
    if (heading === 'value') roles.set(index, { kind: 'values', key: {}, isTotal: false })
    else if (heading === 'total') roles.set(index, { kind: 'values', key: {}, isTotal: true })
    else if (heading !== undefined) roles.set(index, { kind: heading })
    else {
      const county = findPlace(counties, text)
      const agency = findAgency(agencies, text)
      if ('code' in county) roles.set(index, { kind: 'values', key: { county: county.code }, isTotal: false })
      else if ('code' in agency)
        roles.set(index, { kind: 'values', key: { agency: agency.code }, isTotal: false })
    }
  })
  return roles
}

function cornerHeading(text: string): 'agency' | 'county' | undefined {
  const heading = text.split(/[\\/|×*]/)[0]?.trim() ?? ''
  const read = readMatrixHeading(heading)
  return read === 'agency' || read === 'county' ? read : undefined
}

function readMatrixRow(
  row: MatrixRow,
  { roles }: Layout,
  names: Names,
  { reading, once, sheetSector }: Gathering & { sheetSector: Sector | undefined },
): void {
  if (row.cells.every((cell) => cell === null || cell === '')) return
  const faults: MatrixFault[] = []
  let isTotal = false
  const key: Key = sheetSector === undefined ? {} : { sector: sheetSector }
  for (const [index, role] of roles) {
    if (role.kind === 'values') continue
    const cell = row.cells[index] ?? null
    if (typeof cell === 'string' && readMatrixHeading(cell) === 'total') isTotal = true
    else if (cell !== null && cell !== '')
      Object.assign(key, readKey(role.kind, cell, row.number, names, faults))
  }
  // Beside rows of programmes, a row without one is of what is in none, and so is its sum.
  if (!isTotal && [...roles.values()].some(({ kind }) => kind === 'programme'))
    key.programme ??= 'unspecified'
  const values = [...roles].flatMap(([index, role]) => (role.kind === 'values' ? [{ index, role }] : []))
  if (values.every(({ index }) => (row.cells[index] ?? '') === '')) return
  reading.faults.push(...faults)
  for (const { index, role } of values) {
    const value = readValue(row.cells[index] ?? null, row.number, reading)
    if (value === undefined) continue
    const whole = { ...key, ...role.key }
    if (isTotal || role.isTotal) reading.stated.push({ ...whole, stated: value, line: row.number })
    else if (faults.length === 0) addCell(whole, value, row.number, { reading, once })
  }
}

function readKey(
  kind: KeyKind,
  cell: Cell,
  line: number,
  { counties, agencies }: Names,
  faults: MatrixFault[],
): Key {
  const text = String(cell)
  if (kind === 'sector') {
    const sector = readSector(text)
    if (sector !== undefined) return { sector }
  } else if (kind === 'programme') {
    const programme = readProgramme(text)
    if (programme !== undefined) return { programme }
  } else {
    const found = kind === 'agency' ? findAgency(agencies, text) : findPlace(counties, text)
    if ('code' in found) return { [kind]: found.code }
  }
  faults.push({ line, cell: text, reason: `${kind}.unknown` })
  return {}
}

/** A whole number of jobs; an empty cell, or one with a dash, is none. */
function readValue(cell: Cell, line: number, reading: MatrixReading): number | undefined {
  if (cell === null || cell === '' || typeof cell === 'boolean') return undefined
  const read = readNumber(cell)
  if ('refusal' in read && read.refusal === 'missing') return undefined
  const { units, scale } = 'value' in read ? read.value : { units: -1n, scale: 0 }
  if ('value' in read && scale === 0 && !read.percent && units >= 0n && units <= MOST_JOBS)
    return Number(units)
  reading.faults.push({ line, cell: String(cell), reason: 'value.invalid' })
  return undefined
}

function addCell(
  { agency, county, sector, programme }: Key,
  value: number,
  line: number,
  { reading, once }: Gathering,
): void {
  const place = `${agency} / ${county}`
  const isRepeated = once?.has(`${place} / ${sector} / ${programme}`) ?? false
  once?.add(`${place} / ${sector} / ${programme}`)
  if (agency === undefined) reading.faults.push({ line, cell: '', reason: 'agency.unknown' })
  else if (county === undefined) reading.faults.push({ line, cell: '', reason: 'county.unknown' })
  else if (isRepeated) reading.faults.push({ line, cell: place, reason: 'cell.repeated' })
  else
    reading.cells.push({
      agency,
      county,
      sector: sector ?? 'unspecified',
      ...(programme === undefined ? {} : { programme }),
      value,
    })
}
