import { revealRunRow, type WholeRunRow } from '@rasad/contracts/import-runs'
import type { Column } from '@rasad/domain/imports/columns'
import { useMutation } from '@tanstack/react-query'
import { useEffect } from 'react'
import { call } from '../../shared/api.ts'
import { isOfRun } from './imports-query.ts'
import { cellsOf } from './mendable-cells.ts'

/** What the server masks of a row until it is asked for. */
export const MASKED: readonly Column[] = ['nationalId', 'mobile']

/** What identifies the person of a row, once it is asked for; at once where that is what has to be mended. */
export function useRevealing(runId: string, row: WholeRunRow, isWrong: boolean) {
  const { sheetNumber, row: number, version } = row
  const { mutate, data, error, isPending } = useMutation({
    mutationFn: async (seen: number) => {
      const params = { runId, sheetNumber: String(sheetNumber), row: String(number) }
      const { cells, original } = await call(revealRunRow, { params, body: {} }, { keeps: isOfRun })
      return { version: seen, cells: cellsOf(cells), original: cellsOf(original) }
    },
    gcTime: 0,
  })
  useEffect(() => {
    if (isWrong) mutate(version)
  }, [isWrong, mutate, version])
  return {
    seen: data?.version === version ? data : undefined,
    error,
    reveal: () => {
      if (!isPending) mutate(version)
    },
  }
}
