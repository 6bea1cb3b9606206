import {
  useEffect,
  useId,
  useRef,
  useState,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
} from 'react'
import { directionOf, useLanguage, useText } from '../../shared/language.ts'
import { COMMITMENTS_TEXT } from './commitments-text.ts'
import { placeAfterKey, readJobs, type GridPlace } from './matrix-keys.ts'
import { MatrixRow, type PlaceMark } from './matrix-row.tsx'
import type { SliceTable } from './matrix-slice.ts'
import { MATRIX_TEXT } from './matrix-text.ts'

type Named = { code: string; name: string; fullName: string }
/** What is being typed, and whether the arrows still move between cells. */
type Typing = { text: string; isFresh: boolean }

type MatrixGridProps = {
  /** What stands above it: the choice of what is looked at. */
  tools: ReactNode
  agencies: readonly Named[]
  counties: readonly Named[]
  /** What is shown, with the sums it comes to; what the sums are to be; and how the version had it. */
  table: SliceTable
  wholes: SliceTable
  before: SliceTable
  /** How every place stands, the row of sums last. */
  marks: readonly (readonly PlaceMark[])[]
  /** The agency or county whose whole cannot hold. */
  flagged: string | null
  /** Which keys do what. */
  keys: string
  /** Why a place cannot be changed; undefined when it can. */
  refuse: (place: GridPlace) => string | undefined
  describe: (place: GridPlace, fault: string | undefined) => ReactNode
  onTyping: (place: GridPlace, value: number | null) => void
  onSet: (place: GridPlace, value: number) => void
  onTogglePin: (place: GridPlace) => void
  onRestore: (place: GridPlace) => void
  onUndo: () => void
  onRedo: () => void
}

/** The matrix of a commitment as a grid under the keyboard; heads, sums and the line that tells of a cell stay in sight. */
export function MatrixGrid(props: MatrixGridProps) {
  const { tools, agencies, counties, table, wholes, before, marks, flagged } = props
  const text = useText(MATRIX_TEXT)
  const shared = useText(COMMITMENTS_TEXT)
  const direction = directionOf(useLanguage())
  const barId = useId()
  const box = useRef<HTMLTableElement>(null)
  const wantsFocus = useRef(false)
  const [active, setActive] = useState<GridPlace>({ row: 0, column: 0 })
  const [typing, setTyping] = useState<Typing | null>(null)
  const size = { rows: agencies.length, columns: counties.length }
  const refusal = props.refuse(active)
  const isFault = typing !== null && typing.text !== '' && readJobs(typing.text) === undefined

  useEffect(() => {
    if (!wantsFocus.current || typing !== null) return
    wantsFocus.current = false
    const cell = `[data-row="${active.row}"][data-column="${active.column}"]`
    box.current?.querySelector<HTMLElement>(cell)?.focus()
  }, [active, typing])

  const move = (place: GridPlace) => {
    wantsFocus.current = true
    setActive(place)
  }
  const type = (words: string, isFresh: boolean) => {
    setTyping({ text: words, isFresh })
    props.onTyping(active, readJobs(words) ?? null)
  }
  const leave = () => {
    setTyping(null)
    props.onTyping(active, null)
  }
  /** Takes what was typed; says whether it is a number. */
  const commit = () => {
    if (typing === null) return true
    const value = readJobs(typing.text)
    if (value === undefined && typing.text !== '') return false
    leave()
    if (value !== undefined) props.onSet(active, value)
    return true
  }
  const pressedWhileTyping = (event: KeyboardEvent, { isFresh }: Typing) => {
    const { key, shiftKey } = event
    if (key === 'Escape') {
      wantsFocus.current = true
      leave()
      return
    }
    const after = key === 'Enter' ? (shiftKey ? 'ArrowUp' : 'ArrowDown') : key
    const isMove =
      key === 'Enter' || key === 'ArrowDown' || key === 'ArrowUp' || (isFresh && key.startsWith('Arrow'))
    if (!isMove) return
    event.preventDefault()
    const next = placeAfterKey(active, { key: after, ctrlKey: false }, size, direction)
    if (commit() && next !== null) move(next)
  }
  const pressed = (event: KeyboardEvent) => {
    if (typing !== null) return pressedWhileTyping(event, typing)
    const { key, code, ctrlKey, metaKey, altKey, shiftKey } = event
    const isCommand = ctrlKey || metaKey
    const next = altKey ? null : placeAfterKey(active, { key, ctrlKey: isCommand }, size, direction)
    const done = () => event.preventDefault()
    if (next !== null) return (done(), move(next))
    if (isCommand && code === 'KeyZ') return (done(), shiftKey ? props.onRedo() : props.onUndo())
    if (isCommand && code === 'KeyY') return (done(), props.onRedo())
    if (isCommand || altKey || refusal !== undefined) return
    if (/^[0-9۰-۹٠-٩]$/u.test(key)) return (done(), type(key, true))
    if (key === 'Enter' || key === 'F2')
      return (done(), setTyping({ text: String(valueAt(table, active)), isFresh: false }))
    if (key === 'Delete' || key === 'Backspace') return (done(), props.onRestore(active))
    if (code === 'KeyP') return (done(), props.onTogglePin(active))
  }
  const placeOf = (event: MouseEvent): GridPlace | undefined => {
    const cell = event.target instanceof Element ? event.target.closest<HTMLElement>('td[data-row]') : null
    return cell === null
      ? undefined
      : { row: Number(cell.dataset['row']), column: Number(cell.dataset['column']) }
  }
  const clicked = (event: MouseEvent) => {
    const place = placeOf(event)
    if (place === undefined || (typing !== null && isSamePlace(place, active))) return
    if (commit()) move(place)
  }
  const nameOf = ({ row, column }: GridPlace) =>
    `${agencies[row]?.fullName ?? shared.sum} × ${counties[column]?.fullName ?? shared.sum}`
  const rowProps = (row: number) => ({
    at: row,
    active: active.row === row ? active.column : null,
    typed: active.row === row ? (typing?.text ?? null) : null,
    isFault,
    marks: marks[row] ?? [],
    describedBy: barId,
    fieldLabel: nameOf(active),
    onType: (words: string) => type(words, typing?.isFresh ?? false),
  })
  return (
    <div className="matrix-frame">
      {tools}
      <div id={barId} className="cell-bar">
        <strong>{nameOf(active)}</strong>
        {props.describe(active, isFault ? text.notNumber : refusal)}
      </div>
      <div className="table-box matrix-box" role="group" aria-label={text.matrix}>
        <table
          ref={box}
          role="grid"
          className="pivot matrix"
          onKeyDown={pressed}
          onClick={clicked}
          onDoubleClick={() => {
            if (typing === null && refusal === undefined)
              setTyping({ text: String(valueAt(table, active)), isFresh: false })
          }}
          onBlur={(event) => {
            if (typing !== null && !event.currentTarget.contains(event.relatedTarget)) commit()
          }}
        >
          <caption className="visually-hidden">{text.matrix}</caption>
          <thead>
            <tr>
              <th scope="col" className="pivot-corner">
                {text.corner}
              </th>
              {counties.map(({ code, name, fullName }) => (
                <th key={code} scope="col" title={fullName} data-flagged={flagged === code}>
                  {name}
                </th>
              ))}
              <th scope="col" data-total="true">
                {shared.sum}
              </th>
            </tr>
          </thead>
          <tbody>
            {agencies.map(({ code, name, fullName }, row) => (
              <MatrixRow
                key={code}
                {...rowProps(row)}
                label={name}
                title={fullName}
                values={table.rows[row] ?? []}
                sum={table.ofRow[row] ?? 0}
                whole={wholes.ofRow[row] ?? 0}
                before={before.rows[row] ?? []}
                beforeSum={before.ofRow[row] ?? 0}
                isFlagged={flagged === code}
              />
            ))}
          </tbody>
          <tfoot>
            <MatrixRow
              {...rowProps(agencies.length)}
              label={shared.sum}
              title={shared.sum}
              values={table.ofColumn}
              sum={table.total}
              whole={wholes.total}
              wholes={wholes.ofColumn}
              before={before.ofColumn}
              beforeSum={before.total}
              isFlagged={false}
            />
          </tfoot>
        </table>
      </div>
      <p className="matrix-keys no-print">{props.keys}</p>
    </div>
  )
}

function valueAt(table: SliceTable, { row, column }: GridPlace): number {
  const values = table.rows[row] ?? table.ofColumn
  return values[column] ?? table.ofRow[row] ?? table.total
}

function isSamePlace(one: GridPlace, other: GridPlace): boolean {
  return one.row === other.row && one.column === other.column
}
