import { kindText } from '@rasad/domain/ledger/dimension-text'
import type { CommitmentVersion } from '@rasad/contracts/commitments'
import { SECTORS } from '@rasad/domain/organisations/sectors'
import { useMemo, type ReactNode } from 'react'
import { useLanguage, useText } from '../../shared/language.ts'
import { Count } from '../../shared/ui/count.tsx'
import { PivotTable } from '../../shared/ui/pivot-table.tsx'
import { COMMITMENTS_TEXT } from './commitments-text.ts'
import { partsOf, sliceOf } from './matrix-slice.ts'
import type { MatrixLists } from './use-matrix-names.ts'

type Cells = CommitmentVersion['cells']

type MatrixPreviewProps = {
  caption: ReactNode
  cells: Cells
  /** What it is shown beside; null where it is the first. */
  before: Cells | null
  names: MatrixLists
}

/** A matrix that is not kept yet: every cell and sum with its difference from the version beside it. */
export function MatrixPreview({ caption, cells, before, names }: MatrixPreviewProps) {
  const shared = useText(COMMITMENTS_TEXT)
  const language = useLanguage()
  const { agencies, counties, next, last } = useMemo(() => {
    const shown = names.listOf([...cells, ...(before ?? [])], [])
    const codes = [shown.agencies.map(({ code }) => code), shown.counties.map(({ code }) => code)] as const
    return { ...shown, next: sliceOf(cells, ...codes, {}), last: sliceOf(before ?? [], ...codes, {}) }
  }, [cells, before, names])
  const cellOf = (value: number, was: number) => (
    <PreviewCell value={value} difference={before === null ? 0 : value - was} />
  )
  const columns = counties.map(({ code, name }) => ({ key: code, label: name }))
  const cellsOf = (values: readonly number[], were: readonly number[], whole: number, was: number) => ({
    ...Object.fromEntries(counties.map(({ code }, at) => [code, cellOf(values[at] ?? 0, were[at] ?? 0)])),
    sum: cellOf(whole, was),
  })
  const sectors = partsOf(cells, 'sector', SECTORS)
  const wereSectors = new Map(
    partsOf(before ?? [], 'sector', SECTORS).map(({ code, sum }): [string, number] => [code, sum]),
  )
  return (
    <div className="matrix-preview">
      {sectors.length > 1 && (
        <ul className="preview-sectors">
          {sectors.map(({ code, sum }) => (
            <li key={code}>
              {kindText(language, code)} {cellOf(sum, wereSectors.get(code) ?? 0)}
            </li>
          ))}
        </ul>
      )}
      <PivotTable
        caption={caption}
        corner={shared.agency}
        groups={[
          { key: 'counties', label: shared.counties, columns },
          { key: 'whole', label: shared.sum, columns: [{ key: 'sum', label: shared.sum, isTotal: true }] },
        ]}
        rows={agencies.map(({ code, name }, at) => ({
          key: code,
          label: name,
          cells: cellsOf(next.rows[at] ?? [], last.rows[at] ?? [], next.ofRow[at] ?? 0, last.ofRow[at] ?? 0),
        }))}
        total={{
          key: 'total',
          label: shared.sum,
          cells: cellsOf(next.ofColumn, last.ofColumn, next.total, last.total),
        }}
      />
    </div>
  )
}

function PreviewCell({ value, difference }: { value: number; difference: number }) {
  return (
    <span className="preview-cell" data-sign={Math.sign(difference)}>
      <Count value={value} />
      {difference !== 0 && (
        <small>
          <Count value={difference} as="signed" />
        </small>
      )}
    </span>
  )
}
