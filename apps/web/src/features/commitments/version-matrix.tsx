import type { CommitmentVersion } from '@rasad/contracts/commitments'
import { useMemo, useState, type ReactNode } from 'react'
import { useFormat } from '../../shared/fa.ts'
import { useText } from '../../shared/language.ts'
import { Count } from '../../shared/ui/count.tsx'
import type { EditAct } from './edit-history.ts'
import { holdAt, keyOf, letGo, restore, setWhole, type Edits } from './edits.ts'
import { MatrixGrid } from './matrix-grid.tsx'
import type { GridPlace } from './matrix-keys.ts'
import { sliceOf, withValues, type Slice, type SliceTable } from './matrix-slice.ts'
import { MATRIX_TEXT } from './matrix-text.ts'
import type { Resplit } from './use-resplit.ts'
import { divisionOf, heldIn, marksOf, meaningOf, pinsNamed } from './version-places.ts'

type Named = { code: string; name: string; fullName: string }

type VersionMatrixProps = {
  version: CommitmentVersion
  agencies: readonly Named[]
  counties: readonly Named[]
  slice: Slice
  edits: Edits
  act: (act: EditAct) => void
  resplit: Resplit
  /** Why nothing can be changed here; undefined when it can. */
  readOnly: string | undefined
  tools: ReactNode
}

/** A slice of a version as its edits make it: what is typed is held, and everything else follows it. */
export function VersionMatrix(props: VersionMatrixProps) {
  const { version, agencies, counties, slice, edits, act, resplit, readOnly, tools } = props
  const text = useText(MATRIX_TEXT)
  const { count } = useFormat()
  const [typing, setTyping] = useState<(GridPlace & { value: number }) | null>(null)
  const division = useMemo(() => divisionOf(version.cells), [version])
  const axes = useMemo(
    () => ({ agencies: agencies.map(({ code }) => code), counties: counties.map(({ code }) => code) }),
    [agencies, counties],
  )
  const { sector, programme } = slice
  const before = useMemo(
    () => sliceOf(version.cells, axes.agencies, axes.counties, { sector, programme }),
    [version, axes, sector, programme],
  )
  const split = useMemo(
    () => sliceOf(resplit.cells, axes.agencies, axes.counties, { sector, programme }),
    [resplit.cells, axes, sector, programme],
  )
  const pins = useMemo(() => pinsNamed(version.pins, division), [version, division])
  const held = useMemo(() => heldIn(pins, edits), [pins, edits])
  const marks = useMemo(
    () => marksOf(axes, { sector, programme }, division, held, edits),
    [axes, sector, programme, division, held, edits],
  )
  const meaningAt = (place: GridPlace) => meaningOf(place, axes, slice, division)

  const isCell = ({ row, column }: GridPlace) => row < agencies.length && column < counties.length
  const standing = useMemo(() => {
    const places = edits.cells.flatMap((cell) => {
      if (cell.sector !== sector || cell.programme !== programme) return []
      const [row, column] = [axes.agencies.indexOf(cell.agency), axes.counties.indexOf(cell.county)]
      return split.rows[row]?.[column] === undefined || split.rows[row][column] === cell.value
        ? []
        : [{ row, column, value: cell.value }]
    })
    return withValues(split, places)
  }, [split, edits, axes, sector, programme])
  const table = typing !== null && isCell(typing) ? withValues(standing, [typing]) : standing
  const wholes = wholesOf(split, axes, edits, { sector, programme })

  const change = (next: (before: Edits) => Edits) => act({ kind: 'do', change: next })
  const set = (place: GridPlace, value: number) => {
    const meaning = meaningAt(place)
    if (meaning.kind === 'cell') change((now) => holdAt(now, meaning.place, value))
    if (meaning.kind === 'whole') change((now) => setWhole(now, meaning.axis, meaning.name, value))
    if (meaning.kind === 'total') change((now) => ({ ...now, total: value }))
  }
  const togglePin = (place: GridPlace) => {
    const meaning = meaningAt(place)
    if (meaning.kind === 'cell') {
      const key = keyOf(meaning.place)
      const isPinned = pins.some((pin) => keyOf(pin) === key)
      const value = table.rows[place.row]?.[place.column] ?? 0
      change((now) =>
        held.has(key) ? letGo(now, meaning.place, isPinned) : holdAt(now, meaning.place, value),
      )
      return
    }
    const isSet = marks[place.row]?.[place.column] === 'set'
    if (isSet) return undo(place)
    const value = place.row < agencies.length ? wholes.ofRow[place.row] : wholes.ofColumn[place.column]
    set(place, value ?? wholes.total)
  }
  const undo = (place: GridPlace) => {
    const meaning = meaningAt(place)
    if (meaning.kind === 'cell') change((now) => restore(now, meaning.place))
    if (meaning.kind === 'whole') change((now) => setWhole(now, meaning.axis, meaning.name, null))
    if (meaning.kind === 'total') change((now) => ({ ...now, total: null }))
  }
  const { refusal } = resplit
  return (
    <MatrixGrid
      tools={tools}
      agencies={agencies}
      counties={counties}
      table={table}
      wholes={wholes}
      before={before}
      marks={marks}
      keys={readOnly === undefined ? text.keys : text.keysOfReader}
      flagged={refusal?.of === 'agency' || refusal?.of === 'county' ? refusal.name : null}
      refuse={(place) => {
        if (readOnly !== undefined) return readOnly
        const meaning = meaningAt(place)
        return meaning.kind === 'fixed' ? text[meaning.why] : undefined
      }}
      describe={(place, fault) => {
        const [value, was] = [valueAt(table, place), valueAt(before, place)]
        const mark = marks[place.row]?.[place.column] ?? 'free'
        const whole = isCell(place) ? value : valueAt(wholes, place)
        return (
          <>
            <span>{count(value)}</span>
            {value !== was && (
              <span>
                {`${text.before}: ${count(was)} (`}
                <Count value={value - was} as="signed" />
                {')'}
              </span>
            )}
            {whole !== value && <span className="cell-fault">{`${text.whole}: ${count(whole)}`}</span>}
            {mark === 'pinned' && <span className="cell-pin">{text.pinned}</span>}
            {mark === 'set' && <span className="cell-pin">{text.pinned}</span>}
            {mark === 'inner' && <span>{text.innerPins}</span>}
            {fault !== undefined && (
              <span className={fault === readOnly ? 'quiet' : 'cell-fault'}>{fault}</span>
            )}
          </>
        )
      }}
      onTyping={(place, value) => setTyping(value === null ? null : { ...place, value })}
      onSet={set}
      onTogglePin={togglePin}
      onRestore={undo}
      onUndo={() => act({ kind: 'undo' })}
      onRedo={() => act({ kind: 'redo' })}
    />
  )
}

/** What the sums are to be: those that were set, and for the rest those of the last split that holds. */
function wholesOf(
  split: SliceTable,
  { agencies, counties }: { agencies: readonly string[]; counties: readonly string[] },
  { margins, total }: Edits,
  { sector, programme }: Slice,
): SliceTable {
  const isWhole = sector === undefined && programme === undefined
  if (isWhole)
    return {
      rows: split.rows,
      ofRow: split.ofRow.map((sum, row) => margins.agency[agencies[row] ?? ''] ?? sum),
      ofColumn: split.ofColumn.map((sum, column) => margins.county[counties[column] ?? ''] ?? sum),
      total: total ?? split.total,
    }
  const set =
    sector !== undefined && programme !== undefined
      ? undefined
      : (margins.sector[sector ?? ''] ?? margins.programme[programme ?? ''])
  return { ...split, total: set ?? split.total }
}

function valueAt(table: SliceTable, { row, column }: GridPlace): number {
  const values = table.rows[row] ?? table.ofColumn
  return values[column] ?? table.ofRow[row] ?? table.total
}
