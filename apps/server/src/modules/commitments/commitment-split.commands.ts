import type { CommitmentVersion, splitCommitment as contract } from '@rasad/contracts/commitments'
import type { InputOf } from '@rasad/contracts/define-route'
import type { Actor } from '@rasad/domain/access/scope'
import type { CommitmentCell } from '@rasad/domain/commitments/matrix'
import { amendVersion, pinsWithin, type CommitmentAxes } from '@rasad/domain/commitments/split/amend-version'
import type { GivenMargins } from '@rasad/domain/commitments/split/request'
import { splitCommitment, type Split } from '@rasad/domain/commitments/split/split-commitment'
import { weightsFrom, type Factor, type FactorValue } from '@rasad/domain/commitments/split/weights'
import type { WriteTx } from '../../platform/db.ts'
import { Problem } from '../../platform/problem.ts'
import { requireInScope } from '../../platform/scope.ts'
import { requireAgencies } from '../organisations/organisations.queries.ts'
import { requireCounties, selectCounties } from '../places/places.queries.ts'
import { addVersion, getCommitmentVersion } from './commitments.commands.ts'
import type { CommitmentName } from './commitments.queries.ts'
import { getPeriod } from './periods.queries.ts'
import { readFactors, readRatio } from './split-grounds.commands.ts'

/** A split as it is asked for. */
export type SplitOrder = InputOf<typeof contract>['body']
type CellSector = CommitmentCell['sector']
type CellProgramme = NonNullable<CommitmentCell['programme']>

/** Splits a total by weights into a draft; what cannot hold is refused with the margin that cannot. */
export async function splitIntoDraft(
  tx: WriteTx,
  order: SplitOrder,
  { actor }: { actor: Actor },
): Promise<CommitmentVersion> {
  const { province, period, baseline, total, sectors, programmes, factors, floor, margins, pins } = order
  const name = { province, period, baseline }
  requireInScope(actor, { province }, 'commitment.set')
  await getPeriod(tx, province, period, actor.scope)

  const grounds = await readFactors(tx, order)
  const counties = order.counties ?? (await selectCounties(tx, province)).map(({ code }) => code)
  const axes: CommitmentAxes = {
    agencies: order.agencies ?? agenciesNamed(order, grounds),
    counties,
    sectors,
    programmes,
  }
  await requirePlaces(tx, province, axes)
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
    pins: pinsWithin(pins, axes),
  }
  const cells = cellsOf(splitCommitment(request))
  const kept = { factors, floor, margins, sectors, programmes }
  const origin = { source: 'split', reason: order.reason ?? null, setBy: actor.id, pins, grounds: kept }
  const version = await addVersion(tx, name, cells, origin, { actor })
  return getCommitmentVersion(tx, name, actor.scope, version)
}

async function requirePlaces(
  tx: WriteTx,
  province: string,
  { agencies, counties }: CommitmentAxes,
): Promise<void> {
  await requireCounties(tx, province, counties)
  await requireAgencies(tx, agencies)
}

/** What an amendment names. */
export type AmendOrder = CommitmentName & {
  version?: number | undefined
  total?: number | undefined
  margins: SplitOrder['margins']
  cells: SplitOrder['pins']
  /** Places of the version whose values are held no more. */
  released?: Omit<SplitOrder['pins'][number], 'value'>[] | undefined
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
  const base = await getCommitmentVersion(tx, name, actor.scope, order.version)
  const { margins, cells: named, released } = order
  const amended = amendVersion(base, { total, margins: readMargins(margins), cells: named, released })
  await requirePlaces(tx, province, amended.axes)
  const next = cellsOf(amended.split)
  const origin = {
    source: `version ${base.version}`,
    reason,
    setBy: actor.id,
    pins: amended.pins,
  }
  const version = await addVersion(tx, name, next, origin, { actor })
  return getCommitmentVersion(tx, name, actor.scope, version)
}

function cellsOf(split: Split<CellSector, CellProgramme>): CommitmentCell[] {
  if ('refusal' in split) throw new Problem('commitment.cannot-hold', split.refusal)
  return split.cells.filter(({ value }) => value > 0)
}

function readMargins({ agency, county, sector, programme }: SplitOrder['margins']): GivenMargins {
  const map = (given: Record<string, number> | undefined) =>
    given ? new Map(Object.entries(given)) : undefined
  return { agency: map(agency), county: map(county), sector: map(sector), programme: map(programme) }
}

function agenciesNamed({ margins, pins }: SplitOrder, factors: readonly Factor[]): string[] {
  const weighed = factors.flatMap(({ values }) =>
    values.flatMap(({ agency, value }) => (agency !== undefined && value > 0 ? [agency] : [])),
  )
  return [
    ...new Set([...weighed, ...Object.keys(margins.agency ?? {}), ...pins.map(({ agency }) => agency)]),
  ].toSorted()
}

/**
 * What of a ground lies inside the split. Where the split has one sector, all sectors of a ground are that one, and where
 * it has one programme, so are all programmes; where a ground knows none of them and the split does, it counts by the rest.
 */
function within(
  { coefficient, values }: Factor,
  { agencies, counties, sectors, programmes }: CommitmentAxes,
): Factor {
  const known = new Set<string>([...agencies, ...counties, ...sectors, ...programmes])
  const isKnown = (code: string | undefined) => code === undefined || known.has(code)
  const isWithoutSectors =
    !sectors.includes('unspecified') && values.some(({ sector }) => sector === 'unspecified')
  const hasProgrammes =
    programmes.length > 1 &&
    (programmes.includes('unspecified') || values.every(({ programme }) => programme !== 'unspecified'))
  const folded = values.map(({ sector, programme, ...value }): FactorValue => {
    const rest = hasProgrammes ? { ...value, programme } : value
    if (sector === undefined || isWithoutSectors) return rest
    return { ...rest, sector: sectors.length === 1 ? sectors[0] : sector }
  })
  const placed = folded.filter(({ agency, county, sector, programme }) =>
    [agency, county, sector, programme].every(isKnown),
  )
  return { coefficient, values: placed }
}
