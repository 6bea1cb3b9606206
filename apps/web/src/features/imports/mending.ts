import { mendRunRow, type RunRow, type WholeRunRow } from '@rasad/contracts/import-runs'
import type { ImportRun } from '@rasad/contracts/imports'
import type { Column } from '@rasad/domain/imports/columns'
import { useMutation, useQueryClient, type InfiniteData, type QueryClient } from '@tanstack/react-query'
import { ApiProblem, call } from '../../shared/api.ts'
import { isOfRun, RUN_ROWS, runQuery, runRowQuery, type RowPlace } from './imports-query.ts'

/** What stands in place of the cells of a row, by column. */
export type CellValues = Readonly<Partial<Record<Column, string>>>
/** All that stands in place of a row's cells: a text, or what stood there at a version, whoever may see it. */
export type MendedValues = Readonly<Partial<Record<Column, string | { asOf: number }>>>
/** One act of mending: the row, the version that was seen, and all values that differ from the file's. */
export type MendOrder = { place: RowPlace; version: number; values: MendedValues }

type Page = { rows: readonly RunRow[]; count: number; next: string | null }

/** Names a row among the rows of its file. */
export function rowKey({ sheetNumber, row }: RowPlace): string {
  return `${sheetNumber}.${row}`
}

/** Mends a row and puts what became of it into everything that is shown of the list. */
export function useMending(runId: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ place: { sheetNumber, row }, ...body }: MendOrder) =>
      call(
        mendRunRow,
        { params: { runId, sheetNumber: String(sheetNumber), row: String(row) }, body },
        { keeps: isOfRun },
      ),
    onSuccess: ({ run, row, others }) => {
      queries.setQueryData(runQuery(runId).queryKey, run)
      queries.setQueryData(runRowQuery(runId, row).queryKey, row)
      for (const other of others)
        void queries.invalidateQueries({ queryKey: runRowQuery(runId, other).queryKey })
      replaceRows(queries, run, [row, ...others])
    },
    onError: (error, { place }) => {
      if (!(error instanceof ApiProblem)) return
      const { code } = error.problem
      if (code === 'import.row-mended-meanwhile')
        void queries.invalidateQueries({ queryKey: runRowQuery(runId, place).queryKey })
      // Somebody imported it, checked it again or set it aside: the page says which.
      if (code === 'import.run-not-kept' || code === 'import.run-not-free' || code === 'import.run-entering')
        void queries.invalidateQueries({ queryKey: runQuery(runId).queryKey })
    },
  })
}

/** The values by which a row was mended before its last mending: what taking that one back leaves. */
export function valuesBefore({ mendings }: WholeRunRow): MendedValues {
  const before = mendings[1]
  return before === undefined ? {} : standingAt(Object.keys(before.values), before.version)
}

/** The values of a row as they stand, of which some are written anew. */
export function valuesWith({ mended, version }: WholeRunRow, written: CellValues): MendedValues {
  return { ...standingAt(mended, version), ...written }
}

function standingAt(columns: readonly string[], version: number): MendedValues {
  return Object.fromEntries(columns.map((column) => [column, { asOf: version }]))
}

// A row stays in the list it is mended in, whatever its verdict is now; other lists are asked for anew.
function replaceRows(queries: QueryClient, { runId }: ImportRun, changed: readonly RunRow[]): void {
  const byKey = new Map(changed.map((row) => [rowKey(row), row]))
  const queryKey = [RUN_ROWS, runId]
  queries.removeQueries({ queryKey, type: 'inactive' })
  // A portion that is on its way would bring the rows back as they were when it was asked for.
  void queries.cancelQueries({ queryKey })
  queries.setQueriesData<InfiniteData<Page>>({ queryKey }, (listed) => {
    if (listed === undefined) return undefined
    const pages = listed.pages.map((page) => ({
      ...page,
      rows: page.rows.map((row) => byKey.get(rowKey(row)) ?? row),
    }))
    return { ...listed, pages }
  })
}
