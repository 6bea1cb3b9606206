import { getRemarkHistory, listRemarks, REMARKED, type Remarked } from '@rasad/contracts/remarks'
import { call } from '../../shared/api.ts'
import type { Cut, FiguresQuestion } from './figures-search.ts'

/** The row that a remark is about, in the words of the server. */
export type RemarkedRow = { province: string; period: string } & ({ agency: string } | { county: string })

/** What remarks are about in a cut; undefined where rows have none. */
export function remarkedBy(by: Cut): Remarked | undefined {
  return REMARKED.find((each) => each === by)
}

/** The row of a cut that a key stands for. */
export function remarkedRow({ province, period }: FiguresQuestion, by: Remarked, key: string): RemarkedRow {
  return { province, period, ...(by === 'agency' ? { agency: key } : { county: key }) }
}

/** The remarks beside the rows of a cut, as they stood at the moment of the question. */
export function remarksQuery({ province, period, asOf }: FiguresQuestion, by: Remarked) {
  const query = { province, period, by, ...(asOf !== undefined && { asOf }) }
  return {
    queryKey: ['remarks', query],
    queryFn: ({ signal }: { signal: AbortSignal }) => call(listRemarks, { query }, { signal }),
  }
}

/** Every version of the remark of a row; asked anew each time it is opened, so that one writes over what one saw. */
export function remarkHistoryQuery(row: RemarkedRow) {
  return {
    queryKey: ['remarks', 'history', row],
    queryFn: ({ signal }: { signal: AbortSignal }) => call(getRemarkHistory, { query: row }, { signal }),
    gcTime: 0,
  }
}
