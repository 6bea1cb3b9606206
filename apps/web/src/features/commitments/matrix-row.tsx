import { memo, type Ref } from 'react'
import { useFormat } from '../../shared/fa.ts'
import { useText } from '../../shared/language.ts'
import { MATRIX_TEXT } from './matrix-text.ts'

/** How a place of a row stands: free, pinned, with something in it pinned, or a sum that was set. */
export type PlaceMark = 'free' | 'pinned' | 'inner' | 'set'

type MatrixRowProps = {
  at: number
  label: string
  title: string
  /** The counties, then the sum. */
  values: readonly number[]
  sum: number
  /** What the sum is to be, and, in the row of sums, what each of them is to be. */
  whole: number
  wholes?: readonly number[]
  before: readonly number[]
  beforeSum: number
  marks: readonly PlaceMark[]
  /** The place with the focus, or with what is being typed in it. */
  active: number | null
  typed: string | null
  isFault: boolean
  isFlagged: boolean
  describedBy: string
  /** What the field is called while something is typed. */
  fieldLabel: string
  onType: (text: string) => void
}

const focusAtOnce: Ref<HTMLInputElement> = (input) => input?.focus()

/** One row of the matrix; drawn again only when something in it changed, and of it only the cells that did. */
export const MatrixRow = memo(function MatrixRow(props: MatrixRowProps) {
  const { at, label, title, values, sum, whole, wholes, before, beforeSum, marks, isFlagged } = props
  const cellOf = (column: number, value: number, was: number, off: number) => {
    const isActive = props.active === column
    const typing = isActive && props.typed !== null
    return (
      <MatrixCell
        key={column}
        row={at}
        column={column}
        value={value}
        was={was}
        off={off}
        isSum={column === values.length}
        mark={marks[column] ?? 'free'}
        describedBy={isActive ? props.describedBy : undefined}
        typed={typing ? props.typed : null}
        isFault={typing && props.isFault}
        fieldLabel={typing ? props.fieldLabel : ''}
        onType={typing ? props.onType : undefined}
      />
    )
  }
  return (
    <tr data-flagged={isFlagged}>
      <th scope="row" title={title}>
        {label}
      </th>
      {values.map((value, column) =>
        cellOf(column, value, before[column] ?? 0, value - (wholes?.[column] ?? value)),
      )}
      {cellOf(values.length, sum, beforeSum, sum - whole)}
    </tr>
  )
}, isSameRow)

type MatrixCellProps = {
  row: number
  column: number
  value: number
  was: number
  /** How much more it is than it is to be. */
  off: number
  isSum: boolean
  mark: PlaceMark
  /** The line that tells of it, while it has the focus. */
  describedBy: string | undefined
  typed: string | null
  isFault: boolean
  fieldLabel: string
  onType: ((text: string) => void) | undefined
}

const MatrixCell = memo(function MatrixCell(props: MatrixCellProps) {
  const { row, column, value, was, off, isSum, mark, describedBy, typed } = props
  const text = useText(MATRIX_TEXT)
  const { count, signed } = useFormat()
  const isActive = describedBy !== undefined
  return (
    <td
      role="gridcell"
      data-row={row}
      data-column={column}
      data-total={isSum}
      data-mark={mark}
      data-changed={value !== was}
      data-zero={value === 0}
      data-off={off !== 0}
      data-typed={typed !== null}
      tabIndex={isActive && typed === null ? 0 : -1}
      aria-selected={isActive}
      aria-describedby={describedBy}
    >
      {typed === null ? (
        count(value)
      ) : (
        <input
          ref={focusAtOnce}
          dir="ltr"
          inputMode="numeric"
          autoComplete="off"
          value={typed}
          aria-label={props.fieldLabel}
          aria-invalid={props.isFault}
          aria-describedby={describedBy}
          onChange={(event) => props.onType?.(event.target.value)}
        />
      )}
      {off !== 0 && <small>{signed(off)}</small>}
      {mark === 'pinned' && <span className="visually-hidden">{` ${text.pinned}`}</span>}
    </td>
  )
})

function isSameRow(one: MatrixRowProps, other: MatrixRowProps): boolean {
  const isActive = one.active !== null || other.active !== null
  return (
    one.at === other.at &&
    one.label === other.label &&
    one.sum === other.sum &&
    one.whole === other.whole &&
    one.beforeSum === other.beforeSum &&
    one.active === other.active &&
    one.isFlagged === other.isFlagged &&
    (!isActive || (one.typed === other.typed && one.isFault === other.isFault)) &&
    isSameList(one.wholes ?? [], other.wholes ?? []) &&
    isSameList(one.values, other.values) &&
    isSameList(one.before, other.before) &&
    isSameList(one.marks, other.marks)
  )
}

function isSameList(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one === other || (one.length === other.length && one.every((value, at) => value === other[at]))
}
