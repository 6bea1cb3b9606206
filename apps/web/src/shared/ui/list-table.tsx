import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef, type ReactNode } from 'react'
import { usePrintedAt } from './printing.ts'
import { moveBetweenRows } from './list-keys.ts'

/** A column: its head, and what stands in a row's cell. */
export type ListColumn<Row> = {
  key: string
  label: ReactNode
  cell: (row: Row) => ReactNode
  /** Numbers stand at the end of their column. */
  isNumber?: boolean
  /** Names the row. */
  isHead?: boolean
}

type ListTableProps<Row> = {
  caption: ReactNode
  /** Names the scrolling part for those who do not see it. */
  label: string
  columns: readonly ListColumn<Row>[]
  rows: readonly Row[]
  keyOf: (row: Row) => string
  /** Rows are as high as what stands in them; otherwise each is one line. */
  wraps?: boolean
}

// In heights of a letter, as in ui.css.
const ROW_HEIGHT = 2.43
const OVERSCAN = 12
const VIRTUAL_FROM = 200

/** A list as a table with its head in sight; of long lists only the rows in view are drawn, on paper all. */
export function ListTable<Row>({ caption, label, columns, rows, keyOf, wraps = false }: ListTableProps<Row>) {
  const box = useRef<HTMLDivElement>(null)
  const isPrinting = usePrintedAt() !== null
  const isLong = rows.length > VIRTUAL_FROM && !isPrinting
  // oxlint-disable-next-line react/incompatible-library -- It measures while the table scrolls, so nothing of it may be kept.
  const virtual = useVirtualizer({
    count: isLong ? rows.length : 0,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_HEIGHT * letterHeight(),
    overscan: OVERSCAN,
  })
  const items = virtual.getVirtualItems()
  const first = isLong ? (items[0]?.index ?? 0) : 0
  const last = isLong ? (items.at(-1)?.index ?? -1) : rows.length - 1
  const above = items[0]?.start ?? 0
  const below = isLong ? virtual.getTotalSize() - (items.at(-1)?.end ?? 0) : 0
  return (
    <div
      ref={box}
      className="table-box"
      role="group"
      tabIndex={0}
      aria-label={label}
      onKeyDown={(event) =>
        moveBetweenRows(event, {
          box,
          count: rows.length,
          bring: (index) => virtual.scrollToIndex(index),
        })
      }
    >
      <table className="list-table" aria-rowcount={rows.length + 1} data-long={isLong} data-wraps={wraps}>
        <caption>{caption}</caption>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map(({ key, label: head, isNumber = false }) => (
              <th key={key} scope="col" data-number={isNumber}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Gap height={above} columns={columns.length} />
          {rows.slice(first, last + 1).map((row, offset) => (
            <tr
              key={keyOf(row)}
              ref={isLong && wraps ? virtual.measureElement : undefined}
              data-index={first + offset}
              aria-rowindex={first + offset + 2}
            >
              {columns.map(({ key, cell, isNumber = false, isHead = false }) =>
                isHead ? (
                  <th key={key} scope="row">
                    {cell(row)}
                  </th>
                ) : (
                  <td key={key} data-number={isNumber}>
                    {cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
          <Gap height={below} columns={columns.length} />
        </tbody>
      </table>
    </div>
  )
}

function letterHeight(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
}

function Gap({ height, columns }: { height: number; columns: number }) {
  if (height <= 0) return null
  return (
    <tr aria-hidden="true" className="gap">
      <td colSpan={columns} style={{ blockSize: height }} />
    </tr>
  )
}
