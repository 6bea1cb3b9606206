import { findAgency } from '../organisations/agency-names.ts'
import { findCounty } from './county-words.ts'
import { kindOf, valueOf, type ReasonNote, type RowInHand } from './row-notes.ts'
import type { RowWarning } from './verdict.ts'

/** Reads the county, from its column, from the heading above the row, or from the name of the sheet. */
export function readCounty(row: RowInHand): string | undefined {
  const { headingCounty, sheetCounty } = row.context
  const above = headingCounty ?? sheetCounty
  if (row.mapping.columns.county === undefined && above !== undefined) {
    const code = headingCounty === undefined ? 'county.from-sheet' : 'county.from-heading'
    row.corrections.push({ code, column: 'county' })
    return above
  }
  const finding = findCounty(row.context, valueOf(row, row.mapping.columns.county))
  if ('code' in finding) {
    const code = finding.isCity ? 'county.from-city' : 'county.read'
    if (!finding.exact) row.corrections.push({ code, column: 'county' })
    return finding.code
  }
  row.reasons.push({
    code: finding.refusal === 'missing' ? 'county.missing' : 'county.unknown',
    column: 'county',
    ...likely(finding.candidates),
  })
  return undefined
}

/** Reads the agency a row speaks for: the one it names, else the sender; a list without a sender may have a sheet for each. */
export function readAgency(row: RowInHand): string | undefined {
  const { agencies, agency: sender, sheetAgency } = row.context
  const column = row.mapping.columns.agency
  if (column === undefined && sender !== null) return sender
  if (column === undefined && sheetAgency !== undefined) {
    row.corrections.push({ code: 'agency.from-sheet', column: 'agency' })
    return allowedAgency(row, sheetAgency)
  }
  const finding = findAgency(agencies, valueOf(row, column))
  if ('code' in finding) {
    if (!finding.exact) row.corrections.push({ code: 'agency.read', column: 'agency' })
    return allowedAgency(row, finding.code)
  }
  if (finding.refusal === 'missing' && sender !== null) return sender
  row.reasons.push({
    code: finding.refusal === 'missing' ? 'agency.missing' : 'agency.unknown',
    column: 'agency',
    ...likely(finding.candidates),
  })
  return undefined
}

function allowedAgency(row: RowInHand, code: string): string {
  const { agency: sender, mayFileFor } = row.context
  if (code !== sender && !mayFileFor(code)) row.reasons.push({ code: 'agency.not-allowed', column: 'agency' })
  return code
}

function likely(candidates: readonly string[]): Pick<ReasonNote, 'candidates'> {
  return candidates.length === 0 ? {} : { candidates }
}

/** A kind on which it depends where and whether the job counts: words that are not understood refuse the row. */
export function counted<Kind extends string, Usual extends string>(
  row: RowInHand,
  column: 'sector' | 'novelty' | 'directness',
  read: (text: string) => Kind | undefined,
  usual: Usual,
): Kind | Usual {
  const kind = kindOf(row, row.mapping.columns[column], read)
  if (kind === 'unknown') row.reasons.push({ code: `${column}.unknown`, column })
  return kind === undefined || kind === 'unknown' ? usual : kind
}

/** A kind that decides nothing: words that are not understood leave it open, with a warning. */
export function told<Kind extends string, Usual extends string | null>(
  row: RowInHand,
  column: 'gender' | 'jobType' | 'settlement' | 'serviceType',
  read: (text: string) => Kind | undefined,
  usual: Usual,
  warning: RowWarning,
): Kind | Usual {
  const kind = kindOf(row, row.mapping.columns[column], read)
  if (kind === 'unknown') row.warnings.push({ code: warning, column })
  return kind === undefined || kind === 'unknown' ? usual : kind
}
