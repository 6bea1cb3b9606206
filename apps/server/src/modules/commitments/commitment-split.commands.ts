import type { CommitmentVersion, splitCommitment as contract } from '@rasad/contracts/commitments'
import type { InputOf } from '@rasad/contracts/define-route'
import type { Actor } from '@rasad/domain/access/scope'
import type { CommitmentCell } from '@rasad/domain/commitments/matrix'
import { amendCommitment } from '@rasad/domain/commitments/split/amend-commitment'
import type { GivenMargins, Pin } from '@rasad/domain/commitments/split/request'
import { splitCommitment, type Split } from '@rasad/domain/commitments/split/split-commitment'
import {
  weightsFrom,
  type Factor,
  type FactorValue,
  type Ratio,
} from '@rasad/domain/commitments/split/weights'
import { SECTORS } from '@rasad/domain/organisations/sectors'
import type { ReadDb, WriteTx } from '../../platform/db.ts'
import { Problem } from '../../platform/problem.ts'
import { requireInScope } from '../../platform/scope.ts'
import { sumByCell } from '../figures/figures.queries.ts'
import { selectCounties } from '../places/places.queries.ts'
import { addVersion, getCommitmentVersion } from './commitments.commands.ts'
import { findVersionInForce, listCells, type CommitmentName } from './commitments.queries.ts'
import { getPeriod, selectPeriods } from './periods.queries.ts'
import { listCountyCensus } from './population.queries.ts'

/** A split as it is asked for. */
export type SplitOrder = InputOf<typeof contract>['body']
type CellSector = CommitmentCell['sector']
/** The axes of a split: who and what takes part. */
type Axes = { agencies: string[]; counties: string[]; sectors: CellSector[] }

/** Splits a total by weights into a draft; what cannot hold is refused with the margin that cannot. */
export async function splitIntoDraft(
  tx: WriteTx,
  order: SplitOrder,
  { actor }: { actor: Actor },
): Promise<CommitmentVersion> {
  const { province, period, baseline, total, sectors, factors, floor, margins, pins } = order
  const name = { province, period, baseline }
  requireInScope(actor, { province }, 'commitment.set')
  await getPeriod(tx, province, period)

  const grounds = await readFactors(tx, order)
  const counties = order.counties ?? (await selectCounties(tx, province)).map(({ code }) => code)
  const axes: Axes = { agencies: order.agencies ?? agenciesNamed(order, grounds), counties, sectors }
  const weighed = weightsFrom({
    ...axes,
    factors: grounds.map((factor) => within(factor, axes)),
    floor: readRatio(floor),
  })
  if (weighed.refusal) {
    const { code, factor } = weighed.refusal
    throw new Problem('commitment.weights-unusable', { code, factor: factor ?? null })
  }
  const request = {
    total,
    ...axes,
    weights: weighed.weights,
    margins: readMargins(margins),
    pins: readPins(pins, sectors),
  }
  const cells = cellsOf(splitCommitment(request))
  const kept = { factors, floor, margins, sectors }
  const origin = { source: 'split', reason: order.reason ?? null, setBy: actor.id, pins, grounds: kept }
  const version = await addVersion(tx, name, cells, origin)
  return getCommitmentVersion(tx, name, version)
}

/** What an amendment names. */
export type AmendOrder = CommitmentName & {
  version?: number | undefined
  total?: number | undefined
  margins: SplitOrder['margins']
  cells: SplitOrder['pins']
  reason: string
}

/** Makes the next draft from a version: what is named changes, pins stay, the rest keeps its proportions. */
export async function amendIntoDraft(
  tx: WriteTx,
  order: AmendOrder,
  { actor }: { actor: Actor },
): Promise<CommitmentVersion> {
  const { province, period, baseline, total, reason } = order
  const name = { province, period, baseline }
  requireInScope(actor, { province }, 'commitment.set')
  const base = await getCommitmentVersion(tx, name, order.version)
  const cells = readCells(base.cells)
  const axes = axesOf(cells, order)
  const pins = readPins(base.pins, axes.sectors)
  const changes = readPins(order.cells, axes.sectors)
  // A place that held nothing may be named: it weighs as much as the average cell of the version.
  const weights = axes.agencies.flatMap((agency) =>
    axes.counties.flatMap((county) => axes.sectors.map((sector) => ({ agency, county, sector, weight: 1 }))),
  )
  const amendment = { total, margins: readMargins(order.margins), cells: changes, weights }
  const next = cellsOf(amendCommitment({ ...axes, cells, pins }, amendment))
  const origin = {
    source: `version ${base.version}`,
    reason,
    setBy: actor.id,
    pins: [...base.pins, ...order.cells],
  }
  const version = await addVersion(tx, name, next, origin)
  return getCommitmentVersion(tx, name, version)
}

function cellsOf(split: Split<CellSector>): CommitmentCell[] {
  if ('refusal' in split) throw new Problem('commitment.cannot-hold', split.refusal)
  return split.cells.filter(({ value }) => value > 0)
}

function readCells(cells: CommitmentVersion['cells']): CommitmentCell[] {
  return cells.map(({ sector, ...cell }) => ({
    ...cell,
    sector: SECTORS.find((known) => known === sector) ?? 'unspecified',
  }))
}

function axesOf(cells: readonly CommitmentCell[], { margins, cells: changes }: AmendOrder): Axes {
  const named = [...cells, ...changes]
  const sectors = [
    ...new Set([...cells.map(({ sector }) => sector), ...changes.flatMap(({ sector }) => sector ?? [])]),
  ]
  return {
    agencies: [
      ...new Set([...named.map(({ agency }) => agency), ...Object.keys(margins.agency ?? {})]),
    ].toSorted(),
    counties: [
      ...new Set([...named.map(({ county }) => county), ...Object.keys(margins.county ?? {})]),
    ].toSorted(),
    sectors: sectors.toSorted(),
  }
}

function readMargins({ agency, county, sector }: SplitOrder['margins']): GivenMargins {
  const map = (given: Record<string, number> | undefined) =>
    given ? new Map(Object.entries(given)) : undefined
  return { agency: map(agency), county: map(county), sector: map(sector) }
}

/** With one sector alone, a pin of a pair is a pin of its cell. */
function readPins(pins: SplitOrder['pins'], sectors: readonly string[]): Pin[] {
  const only = sectors.length === 1 ? sectors[0] : undefined
  return pins.map(({ sector, ...pin }) => ({ ...pin, sector: sector ?? only }))
}

/** A decimal such as 0.35 as 35 / 100. */
function readRatio(decimal: string): Ratio {
  const [whole = '0', part = ''] = decimal.split('.')
  return { numerator: Number(whole + part), denominator: 10 ** part.length }
}

async function readFactors(db: ReadDb, order: SplitOrder): Promise<Factor[]> {
  const factors: Factor[] = []
  for (const { kind, coefficient, period, values = [] } of order.factors) {
    const read = kind === 'chosen' ? values : await readGround(db, order, kind, period)
    factors.push({ coefficient: readRatio(coefficient), values: read })
  }
  return factors
}

type Ground = Exclude<SplitOrder['factors'][number]['kind'], 'chosen'>

async function readGround(
  db: ReadDb,
  { province, period, baseline }: SplitOrder,
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

/** The period that is named, or else the one that began last before this one. */
async function lastPeriod(
  db: ReadDb,
  province: string,
  period: string,
  meant: string | undefined,
): Promise<string> {
  if (meant !== undefined) return (await getPeriod(db, province, meant)).period
  const { from } = await getPeriod(db, province, period)
  const earlier = (await selectPeriods(db, province)).find((other) => other.from < from)
  if (!earlier) throw new Problem('not-found', { kind: 'period', id: `${province}/before ${period}` })
  return earlier.period
}

async function listLastCommitment(db: ReadDb, name: CommitmentName): Promise<FactorValue[]> {
  const inForce = await findVersionInForce(db, name)
  return inForce ? listCells(db, name, inForce.version) : []
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
    scope: { level: 'province', province },
  })
  return sums.map(({ key: [agency, county, sector], verified }) => ({
    agency: agency ?? undefined,
    county: county ?? undefined,
    sector: sector ?? undefined,
    value: verified,
  }))
}

function agenciesNamed({ margins, pins }: SplitOrder, factors: readonly Factor[]): string[] {
  const weighed = factors.flatMap(({ values }) =>
    values.flatMap(({ agency, value }) => (agency !== undefined && value > 0 ? [agency] : [])),
  )
  return [
    ...new Set([...weighed, ...Object.keys(margins.agency ?? {}), ...pins.map(({ agency }) => agency)]),
  ].toSorted()
}

/** What of a ground lies inside the split; history by other sectors than the split's own counts by agency and county. */
function within({ coefficient, values }: Factor, { agencies, counties, sectors }: Axes): Factor {
  const [known, placed] = [
    new Set<string>([...agencies, ...counties, ...sectors]),
    (code: string | undefined) => code === undefined || known.has(code),
  ]
  const [only] = sectors
  const folded = values.map((value) =>
    sectors.length === 1 && value.sector !== undefined ? { ...value, sector: only } : value,
  )
  return {
    coefficient,
    values: folded.filter(({ agency, county, sector }) => placed(agency) && placed(county) && placed(sector)),
  }
}
