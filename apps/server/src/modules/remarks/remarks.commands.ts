import type { Remark, Remarked, RemarkHistory } from '@rasad/contracts/remarks'
import type { Actor, Scope } from '@rasad/domain/access/scope'
import { faultOfRemark, lengthOfRemark, LONGEST_REMARK, tidyRemark } from '@rasad/domain/remarks/remark'
import type { ReadDb, WriteTx } from '../../platform/db.ts'
import { Problem } from '../../platform/problem.ts'
import { requireInScope } from '../../platform/scope.ts'
import { getPeriod } from '../commitments/periods.queries.ts'
import { readMoment } from '../figures/as-of.commands.ts'
import { requireAgencies } from '../organisations/organisations.queries.ts'
import { requireCounties } from '../places/places.queries.ts'
import {
  insertRemarkVersion,
  selectRemarks,
  selectRemarkVersions,
  type RemarkedRow,
} from './remarks.queries.ts'

type NamedRow = { province: string; period: string; agency?: string | undefined; county?: string | undefined }

/** The remarks of a breakdown as they stood at a moment; without one, as they stand. */
export async function listStandingRemarks(
  db: ReadDb,
  asked: { province: string; period: string; by: Remarked; asOf?: string | undefined },
  { scope, now }: { scope: Scope; now: number },
): Promise<Remark[]> {
  await getPeriod(db, asked.province, asked.period, scope)
  const { asOf } =
    asked.asOf === undefined ? asked : await readMoment(db, asked.province, asked.asOf, { scope, now })
  return selectRemarks(db, asked, { asOf, scope })
}

/** The remark of a row through all its versions. */
export async function readRemarkHistory(db: ReadDb, named: NamedRow, scope: Scope): Promise<RemarkHistory> {
  await getPeriod(db, named.province, named.period, scope)
  const row = rowOf(named)
  return { versions: await selectRemarkVersions(db, row, scope) }
}

/** Writes a further version of a remark, an empty one to withdraw it; what stands there already is not written again. */
export async function writeRemark(
  tx: WriteTx,
  { version, text: typed, ...named }: NamedRow & { text: string; version?: number | undefined },
  { actor }: { actor: Actor },
): Promise<RemarkHistory> {
  const row = rowOf(named)
  requireInScope(actor, row, 'figure.remark')
  await getPeriod(tx, row.province, row.period, actor.scope)
  if ('agency' in row) await requireAgencies(tx, [row.agency])
  else await requireCounties(tx, row.province, [row.county])
  const text = tidyRemark(typed)
  refuseFaulty(text)
  const [present] = await selectRemarkVersions(tx, row, actor.scope)
  const seen = version ?? present?.version ?? 0
  if (seen === (present?.version ?? 0) && text === (present?.text ?? ''))
    return readRemarkHistory(tx, row, actor.scope)
  if (!(await insertRemarkVersion(tx, row, { seen, text, by: actor.id }))) {
    const [newest] = await selectRemarkVersions(tx, row, actor.scope)
    throw new Problem('remark.changed-meanwhile', { version: newest?.version ?? 0 })
  }
  return readRemarkHistory(tx, row, actor.scope)
}

function refuseFaulty(text: string): void {
  const fault = faultOfRemark(text)
  if (fault === 'too-long')
    throw new Problem('remark.too-long', { length: lengthOfRemark(text), longest: LONGEST_REMARK })
  if (fault === 'names-a-person') throw new Problem('remark.names-a-person', {})
}

function rowOf({ province, period, agency, county }: NamedRow): RemarkedRow {
  if (agency !== undefined) return { province, period, agency }
  return { province, period, county: county ?? '' }
}
