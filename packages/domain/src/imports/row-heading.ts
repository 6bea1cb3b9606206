import { readNationalId } from '../persian/identifiers.ts'
import { cleanText } from '../persian/text.ts'
import { findPlace } from '../places/place-names.ts'
import { isBlankCell, type Cell } from './cell.ts'
import type { Column } from './columns.ts'
import { countyOfHeading, readWords, type CountyNames } from './county-words.ts'
import type { ColumnMapping } from './header.ts'
import type { ImportContext } from './job-row.ts'
import { kindOfIdleRow } from './row-kind.ts'

type Source = { cells: readonly Cell[]; heading?: string }

const NAMING: readonly Column[] = ['nationalId', 'firstName', 'lastName', 'fullName', 'fatherName']
const LONGEST_HEADING = 120
const LONGEST_NAME_OF_PLACE = 6

/** Goes down a sheet without a county column, from its first row, and knows the county each row stands under. */
export type HeadingFollower = {
  /** A row above the list: a letterhead may say «شهرستان ازنا» for all of it. */
  above: (cells: readonly Cell[]) => void
  /** The row with the heading it stands under; undefined where it is a heading itself. */
  below: <Row extends Source>(row: Row) => Row | undefined
}

/**
 * A follower before the first row; a sheet that has a county column has no headings. A sheet that is named after a county
 * is believed before its letterhead, which people copy from sheet to sheet.
 */
export function followHeadings(
  mapping: ColumnMapping,
  rules: CountyNames & Pick<ImportContext, 'sheetCounty'>,
): HeadingFollower {
  let heading: string | undefined
  if (mapping.columns.county !== undefined) return { above: () => undefined, below: (row) => row }
  return {
    above(cells) {
      const text = rules.sheetCounty === undefined ? loneText(cells)?.text : undefined
      if (text?.includes(COUNTY) && countyOfHeading(rules, text) !== undefined) heading = text
    },
    below(row) {
      const found = headingOf(row.cells, mapping, rules)
      if (found !== undefined) {
        const current = heading === undefined ? rules.sheetCounty : countyOfHeading(rules, heading)
        if (!repeats(rules, found, current)) heading = found
        return undefined
      }
      return heading === undefined || row.heading !== undefined ? row : { ...row, heading }
    },
  }
}

const COUNTY = 'شهرستان'

/** What a row says that names a county, or means to and is not understood: nobody below it may count for the one before. */
function headingOf(cells: readonly Cell[], mapping: ColumnMapping, names: CountyNames): string | undefined {
  const lone = loneText(cells)
  if (lone === undefined) return undefined
  const { text, index } = lone
  const isName = NAMING.some((column) => mapping.columns[column] === index)
  if (isName && !text.includes(COUNTY)) return undefined
  const id = cells[mapping.columns.nationalId ?? -1] ?? null
  if ('id' in readNationalId(typeof id === 'boolean' ? null : id)) return undefined
  if (kindOfIdleRow(cells, mapping) === 'total') return undefined
  return text.includes(COUNTY) || namesCounty(names, text) ? text : undefined
}

/** Whether a heading that is not understood says nothing else than the one before: an office of the same county, a long remark. */
function repeats(names: CountyNames, text: string, current: string | undefined): boolean {
  if (countyOfHeading(names, text) !== undefined) return false
  const { codes, others } = readWords(names, text)
  return codes.size === 0
    ? others.length > LONGEST_NAME_OF_PLACE
    : codes.size === 1 && codes.has(current ?? '')
}

function namesCounty(names: CountyNames, text: string): boolean {
  const finding = findPlace(names.counties, text)
  return 'code' in finding || finding.candidates.length > 0 || countyOfHeading(names, text) !== undefined
}

/** The only words of a row, beside at most one number. */
function loneText(cells: readonly Cell[]): { text: string; index: number } | undefined {
  const filled = cells.flatMap((cell, index) => (isBlankCell(cell) ? [] : [{ cell, index }]))
  if (filled.length === 0 || filled.length > 2) return undefined
  const told = filled.filter(({ cell }) => typeof cell === 'string' && /\p{L}/u.test(cell))
  const [only] = told
  if (only === undefined || told.length !== 1 || typeof only.cell !== 'string') return undefined
  const { text } = cleanText(only.cell)
  return text.length > LONGEST_HEADING ? undefined : { text, index: only.index }
}

const KNOWN = new WeakMap<ImportContext, Map<string, ImportContext>>()

/** What a row is judged by that stands under a heading; one that is not understood leaves it without a county. */
export function underHeading(rules: ImportContext, heading: string | undefined): ImportContext {
  if (heading === undefined) return rules
  const known = KNOWN.get(rules) ?? new Map<string, ImportContext>()
  KNOWN.set(rules, known)
  const found = known.get(heading)
  if (found !== undefined) return found
  const { sheetCounty: _named, ...others } = rules
  const code = countyOfHeading(rules, heading)
  const under = code === undefined ? others : { ...others, headingCounty: code }
  known.set(heading, under)
  return under
}
