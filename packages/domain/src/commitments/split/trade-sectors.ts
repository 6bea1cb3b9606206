import { FREE, marginOf, sizeOf, type SplitTable } from './table.ts'

/**
 * Where the sectors cannot add up as the pairs were rounded, jobs trade places between pairs: one leaves a sector that
 * has too many for another cell of its agency, one there leaves for another cell of that one's county, and so on to
 * a sector that has too few. Pins and every whole that is set hold all along; wholes that are FREE may move. Changes the
 * cells; true when every set sector then adds up.
 */
export function tradeSectors(table: SplitTable, cells: Float64Array, set: SplitTable['margins']): boolean {
  for (;;) {
    const over = marginOf(table, 'sector', cells).map((jobs, at) => {
      return set.sector[at] === FREE ? 0 : jobs - set.sector[at]!
    })
    if (over.every((jobs) => jobs === 0)) return true
    const chain = findChain(table, cells, over, set, 'county') ?? findChain(table, cells, over, set, 'agency')
    if (!chain) return false
    for (const { from, to } of chain) {
      cells[from]!--
      cells[to]!++
    }
  }
}

/** A job goes from one cell to another. */
type Step = { from: number; to: number }

/**
 * Cells of one home (a county, or an agency) and sector are one place; a job moves between places inside a hub, which is
 * a member of the other axis, or a pinned pair by itself. Breadth first, so the shortest chain that takes a job out of
 * a sector with too many or into one with too few, and ends in the home it began in unless neither home is set.
 */
function findChain(
  table: SplitTable,
  cells: Float64Array,
  over: Float64Array,
  set: SplitTable['margins'],
  home: 'county' | 'agency',
): Step[] | undefined {
  const sectors = over.length
  const places = placesOf(table, home)
  for (let start = 0; start < places.inPlace.length; start++) {
    const [startHome, startOver] = [Math.floor(start / sectors), over[start % sectors]!]
    const isSurplus = startOver > 0
    if (!isSurplus && set.sector[start % sectors] !== FREE) continue
    const chain = search(places, table.weights, cells, start, (place) => {
      const endHome = Math.floor(place / sectors)
      const isHome = endHome === startHome || (set[home][startHome] === FREE && set[home][endHome] === FREE)
      const isShort = over[place % sectors]! < 0
      return isHome && (isShort || (isSurplus && set.sector[place % sectors] === FREE))
    })
    if (chain) return chain
  }
  return undefined
}

type Places = { placeOf: Int32Array; hubOf: Int32Array; inPlace: number[][]; inHub: number[][] }

function placesOf(table: SplitTable, home: 'county' | 'agency'): Places {
  const [agencies, counties, sectors] = sizeOf(table)
  const hubs = agencies + counties
  const places: Places = {
    placeOf: new Int32Array(table.weights.length),
    hubOf: new Int32Array(table.weights.length),
    inPlace: Array.from({ length: (home === 'county' ? counties : agencies) * sectors }, () => []),
    inHub: Array.from({ length: hubs + agencies * counties }, () => []),
  }
  for (let cell = 0; cell < table.weights.length; cell++) {
    const pair = Math.floor(cell / sectors)
    const [agency, county] = [Math.floor(pair / counties), pair % counties]
    const [at, across] = home === 'county' ? [county, agency] : [agency, county]
    places.placeOf[cell] = at * sectors + (cell % sectors)
    places.hubOf[cell] = table.pairs[pair] === FREE ? across : hubs + pair
    places.inPlace[places.placeOf[cell]!]!.push(cell)
    places.inHub[places.hubOf[cell]!]!.push(cell)
  }
  return places
}

function search(
  { placeOf, hubOf, inPlace, inHub }: Places,
  weights: Float64Array,
  cells: Float64Array,
  start: number,
  isEnd: (place: number) => boolean,
): Step[] | undefined {
  const stepTo = new Map<number, Step | undefined>([[start, undefined]])
  const seenHubs = new Set<number>()
  const queue = [start]
  for (const place of queue) {
    if (isEnd(place)) return stepsTo(place, stepTo, placeOf)
    for (const from of inPlace[place]!) {
      const hub = hubOf[from]!
      if (seenHubs.has(hub) || !(cells[from]! > 0)) continue
      seenHubs.add(hub)
      for (const to of inHub[hub]!) {
        if (!(weights[to]! > 0) || stepTo.has(placeOf[to]!)) continue
        stepTo.set(placeOf[to]!, { from, to })
        queue.push(placeOf[to]!)
      }
    }
  }
  return undefined
}

function stepsTo(end: number, stepTo: ReadonlyMap<number, Step | undefined>, placeOf: Int32Array): Step[] {
  const steps: Step[] = []
  let step = stepTo.get(end)
  while (step) {
    steps.unshift(step)
    step = stepTo.get(placeOf[step.from]!)
  }
  return steps
}
