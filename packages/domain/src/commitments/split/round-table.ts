/** A table of real numbers, row by row, and the whole numbers its rows and columns must add up to. */
export type RealTable = {
  fitted: Float64Array
  /** Per cell, whether anything may stand in it. */
  isOpen: (cell: number) => boolean
  rowTotals: Float64Array
  columnTotals: Float64Array
}

/** Remainders are compared to a millionth of a job. */
const JOB = 1_000_000
/** Outweighs any number of remainders: leaving the two whole numbers around a fitted value is the last resort. */
const OUTSIDE = 100 * JOB

/**
 * Controlled rounding (Cox and Ernst 1982): every row holds exactly, every column holds where the open cells allow, each
 * cell is one of the two whole numbers around its fitted value where the totals allow, and the remainders lost are the
 * least possible. Rows are rounded by largest remainder; then columns trade jobs along the cheapest alternating paths.
 */
export function roundTable(table: RealTable): Float64Array {
  const { fitted, isOpen, rowTotals, columnTotals } = table
  const columns = columnTotals.length
  const quanta = new Float64Array(fitted.length)
  const values = new Float64Array(fitted.length)
  const over = columnTotals.map((total) => -total)
  for (const [row, total] of rowTotals.entries()) {
    const cells = Array.from({ length: columns }, (_, column) => row * columns + column).filter(isOpen)
    roundRow(cells, total, fitted, quanta, values)
    for (const cell of cells) over[cell % columns]! += values[cell]!
  }
  const trades = openTrades(values, quanta, isOpen, columns)
  while (over.some((jobs) => jobs !== 0)) {
    const path = cheapestPath(trades, over)
    if (!path) break
    trade(trades, path)
    over[path[0]!]!--
    over[path.at(-1)!]!++
  }
  return values
}

function roundRow(
  cells: readonly number[],
  total: number,
  fitted: Float64Array,
  quanta: Float64Array,
  values: Float64Array,
): void {
  let [sum, left] = [0, total]
  for (const cell of cells) sum += fitted[cell]!
  for (const cell of cells) {
    const share = sum > 0 ? Math.round((fitted[cell]! * total * JOB) / sum) : 0
    quanta[cell] = share
    values[cell] = Math.floor(share / JOB)
    left -= Math.floor(share / JOB)
  }
  const costOfMore = (cell: number): number => costOfOneMore(values[cell]!, quanta[cell]!)
  const costOfLess = (cell: number): number =>
    values[cell]! > 0 ? -costOfOneMore(values[cell]! - 1, quanta[cell]!) : Infinity
  for (; left > 0 && cells.length > 0; left--) values[cheapest(cells, costOfMore)]!++
  for (; left < 0; left++) values[cheapest(cells, costOfLess)]!--
}

function cheapest(cells: readonly number[], costOf: (cell: number) => number): number {
  let [best, least] = [-1, Infinity]
  for (const cell of cells) {
    const cost = costOf(cell)
    if (cost < least) [best, least] = [cell, cost]
  }
  return best
}

/** What going from `value` to one job more adds to the squared distance from the fitted value, in millionths. */
function costOfOneMore(value: number, quanta: number): number {
  const [floor, ceiling] = [Math.floor(quanta / JOB), Math.ceil(quanta / JOB)]
  if (value < floor) return -OUTSIDE * (floor - value)
  return value < ceiling ? JOB - 2 * (quanta - floor * JOB) : OUTSIDE * (value + 1 - ceiling)
}

/** For every two columns, the row in which moving a job from one to the other costs least, and that cost. */
type Trades = {
  columns: number
  values: Float64Array
  quanta: Float64Array
  isOpen: (cell: number) => boolean
  /** Per cell, the cost of one job more and of one less; Infinity where it cannot be. */
  more: Float64Array
  less: Float64Array
  rows: Int32Array
  costs: Float64Array
}

function openTrades(
  values: Float64Array,
  quanta: Float64Array,
  isOpen: (cell: number) => boolean,
  columns: number,
): Trades {
  const [more, less] = [new Float64Array(values.length), new Float64Array(values.length)]
  const rows = new Int32Array(columns * columns).fill(-1)
  const costs = new Float64Array(columns * columns).fill(Infinity)
  const trades = { columns, values, quanta, isOpen, more, less, rows, costs }
  for (let cell = 0; cell < values.length; cell++) price(trades, cell)
  for (let move = 0; move < costs.length; move++) if (!isStanding(trades, move)) findCheapestRow(trades, move)
  return trades
}

function price({ values, quanta, isOpen, more, less }: Trades, cell: number): void {
  more[cell] = isOpen(cell) ? costOfOneMore(values[cell]!, quanta[cell]!) : Infinity
  less[cell] = values[cell]! > 0 ? -costOfOneMore(values[cell]! - 1, quanta[cell]!) : Infinity
}

function isStanding({ columns }: Trades, move: number): boolean {
  return Math.floor(move / columns) === move % columns
}

function findCheapestRow({ columns, more, less, rows, costs }: Trades, move: number): void {
  const [from, to] = [Math.floor(move / columns), move % columns]
  let cheapestSoFar = Infinity
  for (let row = 0, start = 0; start < more.length; row++, start += columns) {
    const cost = less[start + from]! + more[start + to]!
    if (cost >= cheapestSoFar) continue
    cheapestSoFar = cost
    rows[move] = row
  }
  costs[move] = cheapestSoFar
}

/** The columns of the cheapest chain of moves from a column with too many to one with too few (Bellman and Ford). */
function cheapestPath({ columns, costs }: Trades, over: Float64Array): number[] | undefined {
  const costTo = over.map((jobs) => (jobs > 0 ? 0 : Infinity))
  const before = new Int32Array(columns).fill(-1)
  for (let isSettled = false; !isSettled;) {
    isSettled = true
    for (let from = 0; from < columns; from++)
      for (let to = 0; to < columns; to++) {
        const cost = costTo[from]! + costs[from * columns + to]!
        if (cost >= costTo[to]!) continue
        costTo[to] = cost
        before[to] = from
        isSettled = false
      }
  }
  const short = [...over.keys()].filter((column) => over[column]! < 0 && costTo[column]! < Infinity)
  if (short.length === 0) return undefined
  const path = [cheapest(short, (column) => costTo[column]!)]
  while (before[path[0]!]! !== -1) path.unshift(before[path[0]!]!)
  return path
}

function trade(trades: Trades, path: readonly number[]): void {
  const { columns, values, rows, costs, more, less } = trades
  const touched = new Set<number>()
  for (let step = 1; step < path.length; step++) {
    const [from, to] = [path[step - 1]!, path[step]!]
    const row = rows[from * columns + to]!
    values[row * columns + from]!--
    values[row * columns + to]!++
    touched.add(row)
  }
  for (const row of touched)
    for (let column = 0; column < columns; column++) price(trades, row * columns + column)
  for (let move = 0; move < costs.length; move++) {
    if (touched.has(rows[move]!)) findCheapestRow(trades, move)
    for (const row of touched) {
      const cost = less[row * columns + Math.floor(move / columns)]! + more[row * columns + (move % columns)]!
      if (cost >= costs[move]! || isStanding(trades, move)) continue
      costs[move] = cost
      rows[move] = row
    }
  }
}
