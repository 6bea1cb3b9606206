import { VERDICTS, type Verdict } from '@rasad/domain/imports/verdict'
import { NOTES, type Note } from './note-text.ts'

/** The parts of a report on a list, one of which is shown. */
export const VIEWS = ['rows', 'columns', 'first'] as const
export type View = (typeof VIEWS)[number]

/** Which part of a report is shown, and which of its rows. */
export type ReportSearch = {
  view?: View | undefined
  verdict?: Verdict | undefined
  note?: Note | undefined
}
/** What the address of a new import says: whose list, and the run that is followed. */
export type NewImportSearch = ReportSearch & {
  agency?: string | undefined
  run?: string | undefined
}
/** What the address of the past imports says. */
export type ImportsSearch = { agency?: string | undefined }

type Words = Record<string, unknown>

/** Reads the part of a report from an address; what is not understood is left out. */
export function readReportSearch(search: Words): ReportSearch {
  const view = VIEWS.find((known) => known === search['view'])
  const verdict = VERDICTS.find((known) => known === search['verdict'])
  const note = NOTES.find((known) => known === search['note'])
  return { ...(view && { view }), ...(verdict && { verdict }), ...(note && { note }) }
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
  return typeof agency === 'string' && /^[A-Z0-9_-]{2,20}$/.test(agency) ? { agency } : {}
}
