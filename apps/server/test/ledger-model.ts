import { formatMonth, monthOf, parseJalaliDate } from '@rasad/domain/calendar/jalali'

/** Where a job is counted, in the words of the API. */
export type Cell = {
  county: string
  agency: string
  sector: string
  month: string
  gender: string
  jobType: string
  novelty: string
  activityLine: string
}
export type ModelJob = {
  jobId: number
  nationalId: string
  state: string
  cell: Cell
  importId: number | null
  moved: boolean
  /** The agencies whose claim on the job was decided against. */
  lostBy: string[]
}
type Promise_ = { baseline: string; county: string; agency: string; sector: string; value: number }

/** The ledger as a child would keep it: who stands where, and what was promised. */
export type Model = { jobs: ModelJob[]; lost: Cell[]; promised: Promise_[] }

/** A row of an answer without what is computed from the truths. */
export type ModelRow = Record<string, string | number | null>

const TRUTHS = [
  'verified',
  'rejected',
  'underReview',
  'unreachable',
  'duplicate',
  'withdrawn',
  'registered',
  'beside',
  'committed',
] as const
const UNDER_REVIEW = ['registered', 'agency-confirmed', 'returned', 'appealed']

/** Which steps lead where, written down once more and apart from the product's own table. */
export const WAYS: Record<string, Record<string, string>> = {
  registered: {
    confirm: 'agency-confirmed',
    return: 'returned',
    withdraw: 'withdrawn',
    'mark-duplicate': 'duplicate',
  },
  'agency-confirmed': {
    return: 'returned',
    verify: 'verified',
    reject: 'rejected',
    'mark-unreachable': 'unreachable',
    withdraw: 'withdrawn',
    'mark-duplicate': 'duplicate',
  },
  returned: { resubmit: 'registered', withdraw: 'withdrawn', 'mark-duplicate': 'duplicate' },
  unreachable: {
    verify: 'verified',
    reject: 'rejected',
    withdraw: 'withdrawn',
    'mark-duplicate': 'duplicate',
  },
  appealed: { verify: 'verified', reject: 'rejected', 'mark-duplicate': 'duplicate' },
  rejected: { appeal: 'appealed', 'mark-duplicate': 'duplicate' },
  verified: { 'mark-duplicate': 'duplicate' },
  withdrawn: {},
  duplicate: {},
}

/** Whether the person is counted with this job. */
export function isLive({ state }: { state: string }): boolean {
  return state !== 'withdrawn' && state !== 'duplicate'
}

/** The month a day lies in, on the wire. */
export function monthOfDay(day: string): string {
  return formatMonth(monthOf(parseJalaliDate(day.replaceAll('/', '-'))!))
}

function truthsOf(state: string, novelty: string): string[] {
  const live = isLive({ state })
  if (novelty !== 'new') return live ? ['beside'] : []
  return [UNDER_REVIEW.includes(state) ? 'underReview' : state, ...(live ? ['registered'] : [])]
}

/** The breakdown of a model by some dimensions, in the order of the keys, without empty rows. */
export function breakdownOf(model: Model, by: readonly string[], baseline = 'provincial'): ModelRow[] {
  const splits = by.every((dimension) => ['county', 'agency', 'sector'].includes(dimension))
  const rows = new Map<string, ModelRow>()
  const add = (cell: Record<string, unknown>, truths: readonly string[], amount: number) => {
    const key = by.map((dimension) => String(cell[dimension]))
    const id = key.join('/')
    const row = rows.get(id) ?? {
      ...Object.fromEntries(by.map((dimension, index) => [dimension, key[index]!])),
      ...Object.fromEntries(TRUTHS.map((truth) => [truth, 0])),
      committed: splits ? 0 : null,
    }
    for (const truth of truths) row[truth] = Number(row[truth]) + amount
    rows.set(id, row)
  }
  for (const { state, cell } of model.jobs) add(cell, truthsOf(state, cell.novelty), 1)
  for (const cell of model.lost) add(cell, truthsOf('duplicate', cell.novelty), 1)
  if (splits)
    for (const cell of model.promised) if (cell.baseline === baseline) add(cell, ['committed'], cell.value)
  return [...rows.values()]
    .filter((row) => TRUTHS.some((truth) => Number(row[truth] ?? 0) !== 0))
    .toSorted((one, other) => {
      const [a, b] = [one, other].map((row) => by.map((dimension) => String(row[dimension])).join('\u0000'))
      return a! < b! ? -1 : 1
    })
}

/** The rows of an answer as the model writes them. */
export function asModelRows(rows: readonly object[], by: readonly string[]): ModelRow[] {
  return rows.map((row) => {
    const flat = row as ModelRow
    return Object.fromEntries([...by, ...TRUTHS].map((name) => [name, flat[name] ?? null]))
  })
}
