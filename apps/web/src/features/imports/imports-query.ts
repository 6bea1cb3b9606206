import {
  getRunPreview,
  getRunRow,
  listImportMendings,
  listImportRuns,
  listRunRows,
  type RunRow,
} from '@rasad/contracts/import-runs'
import {
  getImport,
  getImportRun,
  listImportRows,
  listImports,
  type ImportOutcome,
  type ImportRun,
} from '@rasad/contracts/imports'
import type { QueryClient, QueryKey } from '@tanstack/react-query'
import { call } from '../../shared/api.ts'
import { agenciesQuery, countiesQuery } from '../../shared/places.ts'
import {
  rowsShown,
  usualVerdict,
  type ImportsSearch,
  type NewImportSearch,
  type ReportSearch,
  type RowsSearch,
} from './imports-search.ts'

type Place = { province?: string | undefined; period?: string | undefined }
/** An import that stands in the register. */
export type ImportPlace = { province: string; importId: string }
/** A row of a list by its place in the file. */
export type RowPlace = Pick<RunRow, 'sheetNumber' | 'row'>

const PAGE_ROWS = 500
// Events tell sooner; this is for lines that they do not come through.
const POLL_MS = 3000
/** Under what the rows of runs are remembered. */
export const RUN_ROWS = 'import-run-rows'
const OF_RUN = new Set<unknown>([RUN_ROWS, 'import-run', 'import-run-row', 'import-preview'])
// A run that has ended says the same for ever.
const SETTLED = { staleTime: Number.POSITIVE_INFINITY }

/** Whether a run has not ended yet. */
export function isUnderWay({ phase }: ImportRun): boolean {
  return phase === 'waiting' || phase === 'reading' || phase === 'entering'
}

/** Whether the rows of a list that was checked are still there, to be looked at and mended. */
export function isKept(run: ImportRun): run is ImportRun & { outcome: ImportOutcome } {
  return run.phase === 'done' && run.keptUntil !== null && run.outcome !== null
}

/** Whether a key is of a run that was checked: its rows, and what is known of each. */
export function isOfRun([kind]: QueryKey): boolean {
  return OF_RUN.has(kind)
}

/** A run; asked again every few seconds until it has ended. Its rows are there before its end is told. */
export function runQuery(runId: string) {
  return {
    queryKey: ['import-run', runId],
    queryFn: async ({ client, signal }: { client: QueryClient; signal: AbortSignal }) => {
      const run = await call(getImportRun, { params: { runId } }, { signal })
      if (isKept(run)) await openRunReport(client, run, {})
      return run
    },
    refetchInterval: (query: { state: { data?: ImportRun | undefined } }) =>
      query.state.data && isUnderWay(query.state.data) ? POLL_MS : (false as const),
  }
}

/** The runs of a period, the newest first: those under way and those that ended. */
export function runsQuery({ province, period }: { province: string; period: string }) {
  return {
    queryKey: ['import-runs', province, period],
    queryFn: ({ signal }: { signal: AbortSignal }) =>
      call(listImportRuns, { query: { province, period } }, { signal }),
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

/** The rows of a run there is something to say about, page by page. */
export function runRowsQuery(runId: string, search: RowsSearch) {
  const { mended, ...words } = wordsOf(search)
  const narrowed = { ...words, ...(mended && { mended: 'true' }) }
  return {
    queryKey: [RUN_ROWS, runId, narrowed],
    queryFn: ({ pageParam, signal }: { pageParam: string | null; signal: AbortSignal }) => {
      const after = pageParam === null ? {} : { after: pageParam }
      const query = { ...narrowed, ...after, limit: String(PAGE_ROWS) }
      return call(listRunRows, { params: { runId }, query }, { signal })
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }: { next: string | null }) => next,
    ...SETTLED,
  }
}

/** One row of a list that was checked, its cells in full. */
export function runRowQuery(runId: string, { sheetNumber, row }: RowPlace) {
  const params = { runId, sheetNumber: String(sheetNumber), row: String(row) }
  return {
    queryKey: ['import-run-row', runId, sheetNumber, row],
    queryFn: ({ signal }: { signal: AbortSignal }) => call(getRunRow, { params }, { signal }),
  }
}

/** The rows of an import there is something to say about, page by page. */
export function importRowsQuery(place: ImportPlace, search: RowsSearch) {
  const { verdict, note } = wordsOf(search)
  const narrowed = { ...(verdict && { verdict }), ...(note && { note }) }
  return {
    queryKey: ['import-rows', place, narrowed],
    queryFn: ({ pageParam, signal }: { pageParam: number; signal: AbortSignal }) => {
      const query = { ...narrowed, offset: String(pageParam), limit: String(PAGE_ROWS) }
      return call(listImportRows, { params: place, query }, { signal })
    },
    initialPageParam: 0,
    getNextPageParam: (last: { count: number }, pages: readonly { rows: readonly unknown[] }[]) =>
      nextOffset(
        last.count,
        pages.map(({ rows }) => rows),
      ),
    ...SETTLED,
  }
}

/** What was mended in the rows of an import before it entered, page by page. */
export function mendingsQuery(place: ImportPlace) {
  return {
    queryKey: ['import-mendings', place],
    queryFn: ({ pageParam, signal }: { pageParam: number; signal: AbortSignal }) =>
      call(
        listImportMendings,
        { params: place, query: { offset: String(pageParam), limit: String(PAGE_ROWS) } },
        { signal },
      ),
    initialPageParam: 0,
    getNextPageParam: (last: { count: number }, pages: readonly { mendings: readonly unknown[] }[]) =>
      nextOffset(
        last.count,
        pages.map(({ mendings }) => mendings),
      ),
    ...SETTLED,
  }
}

function nextOffset(count: number, pages: readonly (readonly unknown[])[]): number | undefined {
  const shown = pages.flat().length
  return shown < count ? shown : undefined
}

function wordsOf({ verdict, note, county, mended }: RowsSearch) {
  return {
    ...(verdict && verdict !== 'all' && { verdict }),
    ...(note && { note }),
    ...(county !== undefined && { county }),
    ...(mended && { mended }),
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

async function openRunReport(
  queries: QueryClient,
  { runId, outcome }: { runId: string; outcome: ImportOutcome },
  search: ReportSearch,
): Promise<void> {
  await Promise.all([
    queries.ensureInfiniteQueryData(runRowsQuery(runId, rowsShown(search, usualVerdict(outcome)))),
    queries.ensureQueryData(previewQuery(runId)),
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
    queries.ensureQueryData(runsQuery({ province, period })),
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
  if (found && isKept(found)) await openRunReport(queries, found, search)
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
    queries.ensureInfiniteQueryData(importRowsQuery({ province, importId }, search)),
    queries.ensureInfiniteQueryData(mendingsQuery({ province, importId })),
  ])
}
