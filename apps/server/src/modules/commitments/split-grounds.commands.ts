import type { splitCommitment as contract } from '@rasad/contracts/commitments'
import type { InputOf } from '@rasad/contracts/define-route'
import type { Actor, Scope } from '@rasad/domain/access/scope'
import { ratioOf } from '@rasad/domain/commitments/split/split-by-factors'
import type { Factor, FactorValue } from '@rasad/domain/commitments/split/weights'
import type { ReadDb } from '../../platform/db.ts'
import { Problem } from '../../platform/problem.ts'
import { requireInScope } from '../../platform/scope.ts'
import { sumByCell } from '../figures/figures.queries.ts'
import { findVersionInForce, listCells, type CommitmentName } from './commitments.queries.ts'
import { getPeriod, selectPeriods } from './periods.queries.ts'
import { listCountyCensus } from './population.queries.ts'

type SplitOrder = InputOf<typeof contract>['body']

/** What a split is weighed by, read from what is kept of earlier periods and the census. */
export async function readFactors(db: ReadDb, order: SplitOrder): Promise<Factor[]> {
  const factors: Factor[] = []
  for (const { kind, coefficient, period, values = [] } of order.factors) {
    const read = kind === 'chosen' ? values : await readGround(db, order, kind, period)
    factors.push({ coefficient: ratioOf(coefficient), values: read })
  }
  return factors
}

/** One ground that is kept of earlier periods or the census, for whoever may split the province's commitment. */
export async function readSplitGround(
  db: ReadDb,
  { kind, from, ...name }: CommitmentName & { kind: Ground; from?: string | undefined },
  { actor }: { actor: Actor },
): Promise<{ values: FactorValue[] }> {
  requireInScope(actor, { province: name.province }, 'commitment.set')
  await getPeriod(db, name.province, name.period, actor.scope)
  const values = await readGround(db, name, kind, from)
  return { values: values.map(placed) }
}

function placed({ agency, county, sector, programme, value }: FactorValue): FactorValue {
  return { agency, county, sector, programme, value }
}

type Ground = Exclude<SplitOrder['factors'][number]['kind'], 'chosen'>

async function readGround(
  db: ReadDb,
  { province, period, baseline }: CommitmentName,
  kind: Ground,
  meant: string | undefined,
): Promise<FactorValue[]> {
  switch (kind) {
    case 'population':
    case 'unemployed':
      return listCountyCensus(db, province, kind)
    case 'last-commitment':
      return listLastCommitment(db, {
        province,
        period: await lastPeriod(db, province, period, meant),
        baseline,
      })
    case 'last-achievement':
      return listLastAchievement(db, province, await lastPeriod(db, province, period, meant))
  }
}

/** Whoever splits a commitment stands over its whole province. */
function wholeOf(province: string): Scope {
  return { level: 'province', province }
}

/** The period that is named, or else the one that began last before this one. */
async function lastPeriod(
  db: ReadDb,
  province: string,
  period: string,
  meant: string | undefined,
): Promise<string> {
  if (meant !== undefined) return (await getPeriod(db, province, meant, wholeOf(province))).period
  const { from } = await getPeriod(db, province, period, wholeOf(province))
  const earlier = (await selectPeriods(db, province, wholeOf(province))).find((other) => other.from < from)
  if (!earlier) throw new Problem('not-found', { kind: 'period', id: `${province}/before ${period}` })
  return earlier.period
}

async function listLastCommitment(db: ReadDb, name: CommitmentName): Promise<FactorValue[]> {
  const whole = wholeOf(name.province)
  const inForce = await findVersionInForce(db, name, whole)
  return inForce ? listCells(db, name, inForce.version, whole) : []
}

async function listLastAchievement(db: ReadDb, province: string, period: string): Promise<FactorValue[]> {
  const sums = await sumByCell(db, {
    province,
    period,
    baseline: 'provincial',
    by: ['agency', 'county', 'sector'],
    filters: {},
    months: null,
    position: { kind: 'current' },
    scope: wholeOf(province),
  })
  return sums.map(({ key: [agency, county, sector], verified }) => ({
    agency: agency ?? undefined,
    county: county ?? undefined,
    sector: sector ?? undefined,
    value: verified,
  }))
}
