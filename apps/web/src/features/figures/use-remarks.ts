import type { Remark, Remarked } from '@rasad/contracts/remarks'
import { isInScope } from '@rasad/domain/access/scope'
import { scopeOfPlaces } from '@rasad/domain/access/standing'
import { useQuery } from '@tanstack/react-query'
import { useMe, type Session } from '../../shared/session.ts'
import { isFirstChoice, type Column } from './columns.ts'
import type { Cut, FiguresQuestion } from './figures-search.ts'
import { remarkedBy, remarkedRow, remarksQuery, type RemarkedRow } from './remarks-query.ts'

/** Whether somebody speaks for a row: for the agency, the county, or all of their province. */
export function mayRemark({ may, scope }: Pick<Session, 'may' | 'scope'>, row: RemarkedRow): boolean {
  const { province, county, agency, bank } = scope
  const own = scopeOfPlaces({
    province: province?.code,
    county: county?.code,
    agency: agency?.code,
    bank: bank?.code,
  })
  return may('figure.remark') && own !== null && isInScope(own, row)
}

type Remarks = { of: (key: string) => Remark | undefined; isShown: boolean }

/**
 * The remarks beside the rows of a cut. Until somebody chooses columns, theirs is shown where there is anything to read
 * in it, or where the reader may write.
 */
export function useRemarks(
  question: FiguresQuestion,
  { by, keys, columns }: { by: Cut; keys: readonly string[]; columns: readonly Column[] },
): Remarks {
  const me = useMe()
  const remarked = remarkedBy(by)
  const isChosen = remarked !== undefined && columns.includes('remark')
  const { data } = useQuery({ ...remarksQuery(question, remarked ?? 'agency'), enabled: isChosen })
  if (!isChosen) return { of: () => undefined, isShown: false }
  const byKey = new Map((data?.remarks ?? []).map((remark) => [remark[remarked] ?? '', remark]))
  const isWritten = keys.some((key) => byKey.has(key))
  return {
    of: (key) => byKey.get(key),
    isShown: isWritten || !isFirstChoice(columns) || mayWriteAny(me, question, remarked, keys),
  }
}

function mayWriteAny(me: Session, question: FiguresQuestion, by: Remarked, keys: readonly string[]): boolean {
  return question.asOf === undefined && keys.some((key) => mayRemark(me, remarkedRow(question, by, key)))
}
