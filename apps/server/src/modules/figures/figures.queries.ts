import type { Truths } from '@rasad/domain/figures/figure'
import type { CauseMovement } from '@rasad/domain/figures/difference'
import { TRUTH_OF_STATE } from '@rasad/domain/figures/figure'
import { isCounted, JOB_STATES } from '@rasad/domain/jobs/job-life-cycle'
import type { Cause } from '@rasad/domain/ledger/posting'
import { sql, type RawBuilder } from 'kysely'
import type { ReadDb } from '../../platform/db.ts'
import { columnOf } from '../ledger/grains.queries.ts'
import { conditions, sourceOf } from './figure-source.queries.ts'
import type { Question } from '@rasad/domain/figures/question'

type Sql = RawBuilder<unknown>
/** The sums of one cell of the answer, under the asked dimensions. */
export type SumRow = Truths & { key: (string | null)[] }

/** The breakdown: every truth of every asked cell. This sum is the one definition of a published figure. */
export async function sumByCell(db: ReadDb, question: Question): Promise<SumRow[]> {
  const { rows } = await cellSums(question).execute(db)
  return rows.map((row) => readSumRow(row, question))
}

/** The statement behind `sumByCell`; exported so that it can be read and explained. */
export function cellSums(question: Question): RawBuilder<Record<string, number | string | null>> {
  const { preamble, rows } = sourceOf(question)
  const keys = question.by.map((dimension) => sql.ref(columnOf(dimension)))
  const grouping = keys.length === 0 ? sql`` : sql`group by ${sql.join(keys)} order by ${sql.join(keys)}`
  const selected = sql.join([...keys, ...truthSums(question)])
  return sql`with ${preamble}source as (${rows}) select ${selected} from source ${grouping}`
}

/** What each cause moved between two positions, the first left out and the second taken in. */
export async function sumByCause(
  db: ReadDb,
  question: Question,
  range: { after: number; until: number | null },
): Promise<CauseMovement[]> {
  const settled = sql`select 1 from settled_entry where settled_entry.province_id = posting.province_id
    and settled_entry.entry_id = posting.entry_id`
  // Without an upper end everything counts that had not settled by the lower one, the tail included.
  const within =
    range.until === null
      ? sql`not exists (${settled} and batch <= ${range.after})`
      : sql`exists (${settled} and batch > ${range.after} and batch <= ${range.until})`
  const { rows } = await sql<Record<string, number> & { cause: Cause }>`
    select cause, ${sql.join(truthSums(question))} from posting where ${conditions(question)} and ${within}
    group by cause order by cause`.execute(db)
  return rows.map((row) => ({ ...readTruths(row), cause: row.cause }))
}

const TRUTHS_BY_SUM = [
  'verified',
  'rejected',
  'underReview',
  'unreachable',
  'duplicate',
  'withdrawn',
] as const

function truthSums({ baseline }: Question): Sql[] {
  const statesOf = (truth: string) => JOB_STATES.filter((state) => TRUTH_OF_STATE[state] === truth)
  const counted = JOB_STATES.filter(isCounted)
  return [
    ...TRUTHS_BY_SUM.map((truth) => sumOf('job', statesOf(truth), truth)),
    sumOf('job', counted, 'registered'),
    sumOf('job-beside', counted, 'beside'),
    sumOf('commitment', [baseline], 'committed'),
  ]
}

function sumOf(measure: string, states: readonly string[], name: string): Sql {
  const inStates = sql`state in (${sql.join(states.map((state) => sql.lit(state)))})`
  return sql`coalesce(sum(amount) filter (where measure = ${sql.lit(measure)} and ${inStates}), 0)::bigint as ${sql.id(snake(name))}`
}

function snake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

function readTruths(row: Record<string, number | string | null>): Record<keyof Truths, number> {
  const at = (name: string) => Number(row[name] ?? 0)
  return {
    committed: at('committed'),
    registered: at('registered'),
    verified: at('verified'),
    rejected: at('rejected'),
    underReview: at('underReview'),
    unreachable: at('unreachable'),
    duplicate: at('duplicate'),
    withdrawn: at('withdrawn'),
    beside: at('beside'),
  }
}

function readSumRow(row: Record<string, number | string | null>, { by }: Question): SumRow {
  const key = by.map((dimension) => {
    const column = columnOf(dimension).replace(/_([a-z])/g, (_match, letter: string) => letter.toUpperCase())
    const value = row[column]
    return value === null || value === undefined || value === 0 ? null : String(value)
  })
  return { ...readTruths(row), key }
}
