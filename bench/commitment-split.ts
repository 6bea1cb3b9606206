import { PROGRAMMES } from '@rasad/domain/commitments/programmes'
import { AXES, type Axis, type SplitCell, type SplitRequest } from '@rasad/domain/commitments/split/request'
import { splitCommitment } from '@rasad/domain/commitments/split/split-commitment'
import { openChance } from './chance.ts'
import { figureOf, type Figure } from './figure.ts'
import { alternate } from './rounds.ts'
import type { Run } from './world.ts'

/** The commitment of East Azerbaijan for 1402. */
const TOTAL = 47_165
const SIZE = { agency: 40, county: 31, sector: 20 }
const SEED = 1402
const TURNS = { rounds: 5, repetitions: 3 }
const FEW_TURNS = { rounds: 3, repetitions: 1 }

/**
 * The largest split that is foreseen, every whole of it set and exact, and the same by every programme, against rounding
 * each cell by itself, which keeps no whole.
 */
export async function measureSplit({ say }: Run): Promise<Figure[]> {
  const table = largestRequest()
  const block = largestRequest([...PROGRAMMES, 'unspecified'])
  const measure = async (request: SplitRequest, turns: typeof TURNS) => {
    say(`${request.weights.length} cells`)
    refuseInexact(request, cellsOf(request))
    const ours = () => Promise.resolve(cellsOf(request))
    return alternate({ ours, peer: () => Promise.resolve(roundAlone(request)) }, turns)
  }
  const told = { measure: 'split', unit: 'ms', peerName: 'each cell rounded by itself' } as const
  const name = `${TOTAL} over ${SIZE.agency} agencies × ${SIZE.county} counties × ${SIZE.sector} sectors`
  return [
    figureOf(await measure(table, TURNS), { ...told, name, budget: { of: 'ours', atMost: 300 } }),
    figureOf(await measure(block, FEW_TURNS), {
      ...told,
      name: `${name} × ${PROGRAMMES.length + 1} programmes`,
    }),
  ]
}

function largestRequest(programmes: readonly string[] = ['unspecified']): SplitRequest {
  const chance = openChance(SEED)
  const codes = (axis: keyof typeof SIZE) =>
    Array.from({ length: SIZE[axis] }, (_, at) => `${axis}-${String(at + 1).padStart(2, '0')}`)
  const [agencies, counties, sectors] = [codes('agency'), codes('county'), codes('sector')]
  const weights = agencies.flatMap((agency) =>
    counties.flatMap((county) =>
      sectors.flatMap((sector) =>
        programmes.map((programme) => ({
          agency,
          county,
          sector,
          programme,
          weight: 1 + chance.below(1000),
        })),
      ),
    ),
  )
  const wholes = (names: readonly string[]) => {
    const values = names.map(() => Math.floor((TOTAL / names.length) * (0.5 + chance.next() / 2)))
    const rest = TOTAL - values.reduce((sum, value) => sum + value, 0)
    return new Map(names.map((name, at) => [name, values[at]! + (at === 0 ? rest : 0)]))
  }
  const margins = {
    agency: wholes(agencies),
    county: wholes(counties),
    sector: wholes(sectors),
    programme: wholes(programmes),
  }
  return { total: TOTAL, agencies, counties, sectors, programmes, weights, margins }
}

function cellsOf(request: SplitRequest): SplitCell[] {
  const split = splitCommitment(request)
  if ('refusal' in split) throw new Error(JSON.stringify(split.refusal))
  return split.cells
}

function roundAlone({ total, weights }: SplitRequest): number {
  const whole = weights.reduce((sum, { weight }) => sum + weight, 0)
  return weights.reduce((sum, { weight }) => sum + Math.round((weight * total) / whole), 0)
}

function refuseInexact({ total, margins = {} }: SplitRequest, cells: readonly SplitCell[]): void {
  const sum = (axis?: Axis, name?: string) =>
    cells.reduce((all, cell) => all + (axis === undefined || cell[axis] === name ? cell.value : 0), 0)
  if (sum() !== total) throw new Error(`${sum()} in place of ${total}`)
  for (const axis of AXES)
    for (const [name, value] of margins[axis] ?? [])
      if (sum(axis, name) !== value)
        throw new Error(`${axis} ${name}: ${sum(axis, name)} in place of ${value}`)
}
