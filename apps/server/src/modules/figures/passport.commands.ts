import type { FigureQuery, Passport } from '@rasad/contracts/figures'
import type { Scope } from '@rasad/domain/access/scope'
import type { ReadDb } from '../../platform/db.ts'
import { findVersionInForce } from '../commitments/commitments.queries.ts'
import { askable, elapsedTime, questionOf, requirePeriod, totalOf } from './figures.commands.ts'
import { sumByCell } from './figures.queries.ts'
import { listPassportPostings, sumPassportCells } from './passport.queries.ts'
import { readMoment } from './as-of.commands.ts'

/** The passport of one figure: from the number down to the records, each step of the way. */
export async function answerPassport(
  db: ReadDb,
  query: Omit<FigureQuery, 'by'> & { province: string; truth: Passport['truth']; limit: number },
  { scope, now }: { scope: Scope; now: number },
): Promise<Passport> {
  await requirePeriod(db, query, scope)
  const moment = await readMoment(db, query.province, query.asOf, { scope, now })
  const question = await askable(db, questionOf({ ...query, by: [] }, moment, scope))
  const figure = totalOf(await sumByCell(db, question), question, await elapsedTime(db, question, moment))
  const cells = await sumPassportCells(db, question, query.truth, moment.batch)
  const { count, postings } = await listPassportPostings(db, question, query.truth, {
    batch: moment.batch,
    limit: query.limit,
  })
  const { province, period, baseline, truth } = query
  const { batch, asOf, unsettled } = moment
  const until = moment.position.kind === 'current' ? undefined : (batch ?? 0)
  const commitment = await findVersionInForce(db, { province, period, baseline }, scope, until)
  return {
    province,
    period,
    baseline,
    batch,
    asOf,
    unsettled,
    truth,
    figure,
    value: cells.reduce((sum, cell) => sum + cell.value, 0),
    cells,
    postingCount: count,
    postings,
    commitment: commitment ?? null,
  }
}
