import type { Dimension } from '@rasad/domain/ledger/dimensions'
import { sql, type RawBuilder } from 'kysely'
import { allOf, scopeConditions } from '../../platform/scope.queries.ts'
import { settledBy } from '../ledger/ledger.queries.ts'
import { columnOf, grainFor, RUNNING, type Grain } from '../ledger/grains.queries.ts'
import { dimensionsOf, restrictedBy, type Question } from '@rasad/domain/figures/question'

type Sql = RawBuilder<unknown>

/**
 * The rows whose amounts add up to the answer: from the smallest roll-up that knows the asked dimensions, with the
 * tail that no batch holds yet, or from the postings themselves where no roll-up does.
 */
export function sourceOf(question: Question): { preamble: Sql; rows: Sql } {
  const grain = grainFor(dimensionsOf(question))
  const columns = sql.join([
    ...question.by.map((dimension) => sql.ref(columnOf(dimension))),
    sql`measure`,
    sql`state`,
    sql`amount`,
  ])
  if (question.position.kind === 'current')
    return { preamble: sql``, rows: currentRows(question, grain, columns) }
  const preamble = sql`position as (${positions(question)}), `
  return grain
    ? { preamble: sql`${preamble}${checkpoints(grain)}, `, rows: pastBalances(question, grain, columns) }
    : { preamble, rows: pastPostings(question, columns) }
}

function currentRows(question: Question, grain: Grain | undefined, columns: Sql): Sql {
  if (!grain) return sql`select ${columns} from posting where ${conditions(question)}`
  return sql`
    select ${columns} from ${sql.table(`balance_${grain.name}`)} where batch = ${sql.lit(RUNNING)} and ${conditions(question)}
    union all
    select ${columns} from posting_tail where ${conditions(question)}`
}

/** Up to which batch each province is summed. */
function positions({ province, position }: Question): Sql {
  if (position.kind === 'batch')
    return sql`select ${province}::text collate "C" as province_id, ${position.batch}::bigint as batch`
  const moment = position.kind === 'moment' ? settledBy(position.moment) : sql`true`
  const inProvince = province === null ? sql`true` : sql`province_id = ${province}`
  return sql`select province_id, max(batch) as batch from settled_batch where ${inProvince} and ${moment} group by province_id`
}

/** The last whole balance before the position; -1 where a province has none yet. */
function checkpoints(grain: Grain): Sql {
  return sql`
    checkpoint as (
      select position.province_id, position.batch as until, coalesce((
        select max(kept.batch) from balance_checkpoint kept
        where kept.province_id = position.province_id and kept.grain = ${grain.name} and kept.batch <= position.batch), -1) as since
      from position)`
}

function pastBalances(question: Question, grain: Grain, columns: Sql): Sql {
  return sql`
    select ${columns} from (
      select balance.* from checkpoint, ${sql.table(`balance_${grain.name}`)} balance
      where balance.province_id = checkpoint.province_id and balance.batch = checkpoint.since
      union all
      select delta.* from checkpoint, ${sql.table(`balance_${grain.name}_delta`)} delta
      where delta.province_id = checkpoint.province_id and delta.batch > checkpoint.since and delta.batch <= checkpoint.until
    ) past where ${conditions(question)}`
}

function pastPostings(question: Question, columns: Sql): Sql {
  return sql`
    select ${columns} from (
      select posting.* from position, settled_entry, posting
      where settled_entry.province_id = position.province_id and settled_entry.batch <= position.batch
        and posting.province_id = settled_entry.province_id and posting.entry_id = settled_entry.entry_id
    ) past where ${conditions(question)}`
}

/** Scope, period and restrictions, on rows that carry the asked dimensions as columns. */
export function conditions(question: Question): Sql {
  const { province, period, filters, months, scope } = question
  const all: Sql[] = [sql`period_id = ${period}`, ...scopeConditions(scope)]
  if (province !== null) all.push(sql`province_id = ${province}`)
  // A commitment has no month, so that a range of months leaves it as the period's.
  if (months) all.push(sql`(measure = 'commitment' or month between ${months.from} and ${months.to})`)
  for (const dimension of restrictedBy(question)) all.push(restriction(dimension, filters[dimension] ?? []))
  return allOf(all)
}

function restriction(dimension: Dimension, values: readonly string[]): Sql {
  const column = sql.ref(columnOf(dimension))
  if (dimension === 'month') return sql`${column} = any(${sql.val(values.map(Number))}::integer[])`
  return sql`${column} = any(${sql.val(values)}::text[])`
}
