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

/** One row of the matrix; drawn again only when something in it changed. */
export const MatrixRow = memo(function MatrixRow(props: MatrixRowProps) {
  const { label, title, values, sum, before, beforeSum, isFlagged } = props
  return (
    <tr data-flagged={isFlagged}>
      <th scope="row" title={title}>
        {label}
      </th>
      {values.map((value, column) => (
        <MatrixCell key={column} {...props} column={column} value={value} was={before[column] ?? 0} />
      ))}
      <MatrixCell {...props} column={values.length} value={sum} was={beforeSum} isSum />
    </tr>
  )
}, isSameRow)

type MatrixCellProps = MatrixRowProps & { column: number; value: number; was: number; isSum?: boolean }

function MatrixCell({ column, value, was, isSum = false, ...row }: MatrixCellProps) {
  const text = useText(MATRIX_TEXT)
  const { count, signed } = useFormat()
  const isActive = row.active === column
  const isTyped = isActive && row.typed !== null
  const mark = row.marks[column] ?? 'free'
  const off = value - (isSum ? row.whole : (row.wholes?.[column] ?? value))
  return (
    <td
      role="gridcell"
      data-row={row.at}
      data-column={column}
      data-total={isSum}
      data-mark={mark}
      data-changed={value !== was}
      data-zero={value === 0}
      data-off={off !== 0}
      data-typed={isTyped}
      tabIndex={isActive && !isTyped ? 0 : -1}
      aria-selected={isActive}
      {...(isActive && { 'aria-describedby': row.describedBy })}
    >
      {isTyped ? (
        <input
          ref={focusAtOnce}
          dir="ltr"
          inputMode="numeric"
          autoComplete="off"
          value={row.typed ?? ''}
          aria-label={row.fieldLabel}
          aria-invalid={row.isFault}
          aria-describedby={row.describedBy}
          onChange={(event) => row.onType(event.target.value)}
        />
      ) : (
        count(value)
      )}
      {off !== 0 && <small>{signed(off)}</small>}
      {mark === 'pinned' && <span className="visually-hidden">{` ${text.pinned}`}</span>}
    </td>
  )
}

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
