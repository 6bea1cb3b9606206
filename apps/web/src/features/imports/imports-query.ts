import { listImportRuns, getRunPreview, listRunRows } from '@rasad/contracts/import-runs'
import {
  getImport,
  getImportRun,
  listImportRows,
  listImports,
  type ImportRun,
} from '@rasad/contracts/imports'
import type { QueryClient } from '@tanstack/react-query'
import { call } from '../../shared/api.ts'
import { agenciesQuery, countiesQuery } from '../../shared/places.ts'
import type { ImportsSearch, NewImportSearch, ReportSearch } from './imports-search.ts'

type Place = { province?: string | undefined; period?: string | undefined }
/** What a report is about: a run of this server, or an import that stands in the register. */
export type Subject = { runId: string } | { province: string; importId: string }

const PAGE_ROWS = 500
// Events tell sooner; this is for lines that they do not come through.
const POLL_MS = 3000
// A run that has ended says the same for ever.
const SETTLED = { staleTime: Number.POSITIVE_INFINITY }

/** Whether a run has not ended yet. */
export function isUnderWay({ phase }: ImportRun): boolean {
  return phase === 'waiting' || phase === 'reading' || phase === 'entering'
}

/** A run; asked again every few seconds until it has ended. Its rows are there before its end is told. */
export function runQuery(runId: string) {
  return {
    queryKey: ['import-run', runId],
    queryFn: async ({ client, signal }: { client: QueryClient; signal: AbortSignal }) => {
      const run = await call(getImportRun, { params: { runId } }, { signal })
      if (run.phase === 'done') await openReport(client, { runId }, {})
      return run
    },
    refetchInterval: (query: { state: { data?: ImportRun | undefined } }) =>
      query.state.data && isUnderWay(query.state.data) ? POLL_MS : (false as const),
  }
}

/** The runs of a province that this server remembers. */
export function runsQuery(province: string) {
  return {
    queryKey: ['import-runs', province],
    queryFn: ({ signal }: { signal: AbortSignal }) =>
      call(listImportRuns, { query: { province } }, { signal }),
    refetchInterval: (query: { state: { data?: { runs: ImportRun[] } | undefined } }) =>
      query.state.data?.runs.some(isUnderWay) ? POLL_MS : (false as const),
  }
}

/** The first rows of a run, as they stand in the file. */
export function previewQuery(runId: string) {
  return {
    queryKey: ['import-preview', runId],
    queryFn: ({ signal }: { signal: AbortSignal }) => call(getRunPreview, { params: { runId } }, { signal }),
    ...SETTLED,
  }
}

/** The rows there is something to say about, page by page. */
export function rowsQuery(subject: Subject, { verdict, note }: ReportSearch) {
  const narrowed = { ...(verdict && { verdict }), ...(note && { note }) }
  return {
    queryKey: ['import-rows', subject, narrowed],
    queryFn: ({ pageParam, signal }: { pageParam: number; signal: AbortSignal }) => {
      const query = { ...narrowed, offset: String(pageParam), limit: String(PAGE_ROWS) }
      return 'runId' in subject
        ? call(listRunRows, { params: subject, query }, { signal })
        : call(listImportRows, { params: subject, query }, { signal })
    },
    initialPageParam: 0,
    getNextPageParam: (last: { count: number }, pages: readonly { rows: unknown[] }[]) => {
      const shown = pages.reduce((sum, { rows }) => sum + rows.length, 0)
      return shown < last.count ? shown : undefined
    },
    ...SETTLED,
  }
}

/** An import that stands in the register. */
export function importQuery(province: string, importId: string) {
  return {
    queryKey: ['import', province, importId],
    queryFn: ({ signal }: { signal: AbortSignal }) =>
      call(getImport, { params: { province, importId } }, { signal }),
  }
}

/** The imports of a period, newest first, page by page. */
export function importsQuery({ province, period }: { province: string; period: string }, agency?: string) {
  return {
    queryKey: ['imports', province, period, agency ?? ''],
    queryFn: ({ pageParam, signal }: { pageParam: number | null; signal: AbortSignal }) => {
      const after = pageParam === null ? {} : { after: String(pageParam) }
      const query = { province, period, ...(agency !== undefined && { agency }), ...after }
      return call(listImports, { query }, { signal })
    },
    initialPageParam: null as number | null,
    getNextPageParam: ({ next }: { next: number | null }) => next,
  }
}

async function openReport(queries: QueryClient, subject: Subject, search: ReportSearch): Promise<void> {
  await Promise.all([
    queries.ensureInfiniteQueryData(rowsQuery(subject, search)),
    'runId' in subject && queries.ensureQueryData(previewQuery(subject.runId)),
  ])
}

/** Everything the list of imports needs before it is shown. */
export async function openImportsPage(
  queries: QueryClient,
  { province, period, agency }: Place & ImportsSearch,
): Promise<void> {
  if (province === undefined || period === undefined) return
  await Promise.all([
    queries.ensureInfiniteQueryData(importsQuery({ province, period }, agency)),
    queries.ensureQueryData(runsQuery(province)),
    queries.ensureQueryData(agenciesQuery),
  ])
}

/** Everything the page of a new import needs before it is shown; a run that is not kept any more is found out there. */
export async function openNewImportPage(
  queries: QueryClient,
  { province, period, run, ...search }: Place & NewImportSearch,
): Promise<void> {
  if (province === undefined || period === undefined) return
  await Promise.all([
    queries.ensureQueryData(agenciesQuery),
    queries.ensureQueryData(countiesQuery(province)),
  ])
  if (run === undefined) return
  const found = await queries.ensureQueryData(runQuery(run)).catch(() => undefined)
  if (found?.phase === 'done') await openReport(queries, { runId: run }, search)
}

/** Everything the page of an import needs before it is shown. */
export async function openImportPage(
  queries: QueryClient,
  { province, importId }: { province: string; importId: string },
  search: ReportSearch,
): Promise<void> {
  await Promise.all([
    queries.ensureQueryData(importQuery(province, importId)),
    queries.ensureQueryData(agenciesQuery),
    openReport(queries, { province, importId }, search),
  ])
}
