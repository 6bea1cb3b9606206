import { searchAudit } from '@rasad/contracts/audit'
import { parseJalaliDate } from '@rasad/domain/calendar/jalali'
import { infiniteQueryOptions } from '@tanstack/react-query'
import { call } from '../../shared/api.ts'

const ROWS_A_PAGE = '100'

/** What is looked for in the audit trail; `of` is the province. */
export type AuditSearch = {
  actor?: string | undefined
  action?: string | undefined
  of?: string | undefined
  from?: string | undefined
  to?: string | undefined
  text?: string | undefined
}

/** Reads the address of the audit trail; what is not understood is left out. */
export function readAuditSearch(search: Record<string, unknown>): AuditSearch {
  const said = (name: keyof AuditSearch, isRight: (text: string) => boolean) => {
    const text = search[name]
    return typeof text === 'string' && text.trim() !== '' && isRight(text) ? { [name]: text } : {}
  }
  const isDay = (text: string) => parseJalaliDate(text) !== undefined
  return {
    ...said('actor', () => true),
    ...said('action', () => true),
    ...said('of', (text) => /^\d{2}$/.test(text)),
    ...said('from', isDay),
    ...said('to', isDay),
    ...said('text', () => true),
  }
}

/** The audit rows that are looked for, page after page, the newest first. */
export function auditQuery({ actor, action, of, from, to, text }: AuditSearch) {
  const asked = { actor, action, province: of, from, to, text }
  const said = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined))
  return infiniteQueryOptions({
    queryKey: ['audit', said],
    queryFn: ({ pageParam, signal }) =>
      call(
        searchAudit,
        { query: { ...said, limit: ROWS_A_PAGE, ...(pageParam !== null && { after: String(pageParam) }) } },
        { signal },
      ),
    initialPageParam: null as number | null,
    getNextPageParam: ({ next }) => next,
  })
}
