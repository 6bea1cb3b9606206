import type { ImportSheet } from '@rasad/contracts/imports'
import { useDraft } from '../../shared/draft.ts'
import { takenFor, type ColumnChoices, type Taken } from './columns-read.tsx'

/** What somebody has said of the headers in an agency's lists, kept in this tab until it is saved or taken back. */
export type ColumnWords = ColumnChoices & {
  discard: () => void
  /** Says the same of the lists of another agency instead. */
  moveTo: (agency: string) => void
}

export function useColumnWords(province: string, agency: string): ColumnWords {
  const { draft, change, discard, moveTo } = useDraft<Record<string, Taken>>(
    `columns.${province}.${agency}`,
    {},
  )
  return {
    said: draft,
    say: (header, taken) => change({ [header]: taken }),
    discard,
    moveTo: (other) => moveTo(`columns.${province}.${other}`),
  }
}

/** The headers of a file of which something was said that its last reading does not follow yet. */
export function unheeded(said: ColumnChoices['said'], sheets: readonly ImportSheet[]): string[] {
  const differs = (sheet: ImportSheet, header: string, wanted: Taken) => {
    const { mapping, unknownHeaders } = sheet
    const isThere = unknownHeaders.includes(header) || mapping.some((known) => known.header === header)
    return isThere && takenFor(sheet, header) !== wanted
  }
  return Object.entries(said)
    .filter(([header, wanted]) => sheets.some((sheet) => differs(sheet, header, wanted)))
    .map(([header]) => header)
}
