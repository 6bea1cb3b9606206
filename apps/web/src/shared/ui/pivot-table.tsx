import type { ReactNode } from 'react'

/** A column of a pivot; columns with one group stand under it together. */
export type PivotColumn = {
  key: string
  label: ReactNode
  isTotal?: boolean
  /** The order the rows stand in, where it is this column's. */
  sort?: 'ascending' | 'descending' | undefined
}
export type PivotGroup = { key: string; label: ReactNode; columns: readonly PivotColumn[] }
/** A row of a pivot: its name and its cells by column. */
export type PivotRow = { key: string; label: ReactNode; cells: Readonly<Record<string, ReactNode>> }

type PivotTableProps = {
  caption: ReactNode
  /** What the first column names. */
  corner: string
  groups: readonly PivotGroup[]
  rows: readonly PivotRow[]
  total?: PivotRow
}

/** A table of figures with two rows of headers; headers, first column, total column and total row stay in sight. */
export function PivotTable({ caption, corner, groups, rows, total }: PivotTableProps) {
  const columns = groups.flatMap((group) => group.columns)
  const cellsOf = (row: PivotRow) =>
    columns.map(({ key, isTotal = false }) => (
      <td key={key} data-total={isTotal}>
        {row.cells[key]}
      </td>
    ))
  return (
    <div className="table-box" role="group" tabIndex={0} aria-label={corner}>
      <table className="pivot">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th rowSpan={2} scope="col" className="pivot-corner">
              {corner}
            </th>
            {groups.map((group) => (
              <th key={group.key} colSpan={group.columns.length} scope="colgroup">
                <span className="pivot-group">{group.label}</span>
              </th>
            ))}
          </tr>
          <tr>
            {columns.map(({ key, label, isTotal = false, sort }) => (
              <th key={key} scope="col" data-total={isTotal} aria-sort={sort}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">{row.label}</th>
              {cellsOf(row)}
            </tr>
          ))}
        </tbody>
        {total !== undefined && (
          <tfoot>
            <tr>
              <th scope="row">{total.label}</th>
              {cellsOf(total)}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  )
}
