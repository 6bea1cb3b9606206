import { SEVERAL_AGENCIES } from '@rasad/contracts/imports'
import { VERDICTS, type Verdict } from '@rasad/domain/imports/verdict'
import { NOTES, type Note } from './note-text.ts'

/** The parts of a report on a list, one of which is shown. */
export const VIEWS = ['rows', 'counties', 'agencies', 'mended', 'columns', 'first'] as const
export type View = (typeof VIEWS)[number]

/** Which rows of a list are shown. */
export type RowsSearch = {
  /** `all` where somebody asked for every row; a list that was only checked shows the refused ones at first. */
  verdict?: Verdict | 'all' | undefined
  note?: Note | undefined
  /** A code, or `none` for the rows that name no county of the province. */
  county?: string | undefined
  mended?: true | undefined
}
/** Which part of a report is shown, and which of its rows. */
export type ReportSearch = RowsSearch & { view?: View | undefined }
/** What the address of a new import says: whose list, and the run that is followed. */
export type NewImportSearch = ReportSearch & {
  /** A code, or `several` for a list whose rows say it. */
  agency?: string | undefined
  run?: string | undefined
}
/** What the address of the past imports says. */
export type ImportsSearch = { agency?: string | undefined }

type Words = Record<string, unknown>

/** What to ask for so that no row is left out. */
export const EVERY_ROW: ReportSearch = {
  verdict: 'all',
  note: undefined,
  county: undefined,
  mended: undefined,
}

/** Which rows of a list that was checked are shown where nobody chose: the refused ones, while there are any. */
export function usualVerdict({ rejected }: { rejected: number }): 'rejected' | 'all' {
  return rejected > 0 ? 'rejected' : 'all'
}

/** The rows that an address asks for, or the usual ones where it asks for none. */
export function rowsShown(search: RowsSearch, usual: 'rejected' | 'all'): RowsSearch {
  const { note, county, mended } = search
  const isAsked = note !== undefined || county !== undefined || mended !== undefined
  return { verdict: search.verdict ?? (isAsked ? 'all' : usual), note, county, mended }
}

/** Whether some rows are left out. */
export function isNarrowed({ verdict = 'all', note, county, mended }: RowsSearch): boolean {
  return verdict !== 'all' || note !== undefined || county !== undefined || mended !== undefined
}

/** Reads the part of a report from an address; what is not understood is left out. */
export function readReportSearch(search: Words): ReportSearch {
  const { county, mended } = search
  const view = VIEWS.find((known) => known === search['view'])
  const verdict = (['all', ...VERDICTS] as const).find((known) => known === search['verdict'])
  const note = NOTES.find((known) => known === search['note'])
  return {
    ...(view && { view }),
    ...(verdict && { verdict }),
    ...(note && { note }),
    ...(typeof county === 'string' && /^(\d{4}|none)$/.test(county) && { county }),
    ...((mended === true || mended === 'true') && { mended: true as const }),
  }
}

/** Reads a new import from an address. */
export function readNewImportSearch(search: Words): NewImportSearch {
  const { run } = search
  return {
    ...readReportSearch(search),
    ...readImportsSearch(search),
    ...(typeof run === 'string' && /^[0-9a-f-]{36}$/.test(run) && { run }),
  }
}

/** Reads whose imports are listed. */
export function readImportsSearch(search: Words): ImportsSearch {
  const { agency } = search
  return typeof agency === 'string' && (agency === SEVERAL_AGENCIES || /^[A-Z0-9_-]{2,20}$/.test(agency))
    ? { agency }
    : {}
}
