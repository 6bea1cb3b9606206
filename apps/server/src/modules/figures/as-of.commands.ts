import type { Scope } from '@rasad/domain/access/scope'
import { jalaliDateAt, jalaliToIso, type JalaliDate } from '@rasad/domain/calendar/jalali'
import { readDate } from '@rasad/domain/calendar/read-date'
import type { ReadDb } from '../../platform/db.ts'
import { Problem } from '../../platform/problem.ts'
import { countTail, findBatch, findBatchAt, getLastBatch } from '../ledger/ledger.queries.ts'
import type { Position } from '@rasad/domain/figures/question'

/** Where an answer stands: in the question, and as it is told with the answer. */
export type Moment = {
  position: Position
  /** The last batch in the answer; null for several provinces at once. */
  batch: number | null
  /** The instant the answer holds for. */
  asOf: string
  /** Postings in the answer that no batch holds yet. */
  unsettled: number
}

const TEHRAN_END_OF_DAY = 'T23:59:59.999+03:30'
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/i

/** Reads "as of": a batch number, an instant, or a Jalali day, whose end in Tehran is meant; nothing and today mean now. */
export async function readMoment(
  db: ReadDb,
  province: string | null,
  asOf: string | undefined,
  { scope, now }: { scope: Scope; now: number },
): Promise<Moment> {
  if (asOf === undefined) return currentMoment(db, province, { scope, now })
  if (/^[0-9]{1,15}$/.test(asOf)) return batchMoment(db, province, Number(asOf))
  const day = readDay(asOf)
  if (day === jalaliDateAt(now)) return currentMoment(db, province, { scope, now })
  const moment = day ? endOfDay(day) : readInstant(asOf)
  if (Date.parse(moment) > now) throw new Problem('figure.moment-in-future', { moment: asOf })
  const settled = province === null ? undefined : await findBatchAt(db, province, moment)
  const position: Position = { kind: 'moment', moment }
  return { position, batch: province === null ? null : (settled?.batch ?? 0), asOf: moment, unsettled: 0 }
}

async function currentMoment(
  db: ReadDb,
  province: string | null,
  { scope, now }: { scope: Scope; now: number },
): Promise<Moment> {
  const unsettled = await countTail(db, province, scope)
  const batch = province === null ? null : (await getLastBatch(db, province)).batch
  return { position: { kind: 'current' }, batch, asOf: new Date(now).toISOString(), unsettled }
}

async function batchMoment(db: ReadDb, province: string | null, batch: number): Promise<Moment> {
  if (province === null) throw new Problem('figure.batch-needs-a-province', {})
  const settled = await findBatch(db, province, batch)
  if (!settled && batch !== 0) throw new Problem('figure.batch-unknown', { batch })
  const asOf = settled ? new Date(settled.settledAt).toISOString() : new Date(0).toISOString()
  return { position: { kind: 'batch', batch }, batch, asOf, unsettled: 0 }
}

function readDay(text: string): JalaliDate | undefined {
  const read = readDate(text)
  return 'date' in read && read.form === 'plain' ? read.date : undefined
}

function endOfDay(day: JalaliDate): string {
  return new Date(`${jalaliToIso(day)}${TEHRAN_END_OF_DAY}`).toISOString()
}

// Every other text that a Date takes in some way (1404-07-31, which is no day, as one of the Middle Ages) is refused.
function readInstant(text: string): string {
  const instant = INSTANT.test(text) ? Date.parse(text) : Number.NaN
  if (Number.isNaN(instant)) {
    const message =
      'neither a batch, nor a Jalali day such as 1404-05-31, nor an instant such as 2025-08-22T12:00:00Z'
    throw new Problem('bad-input', { fields: [{ field: 'asOf', message }] })
  }
  return new Date(instant).toISOString()
}
