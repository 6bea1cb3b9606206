import type { CommitmentVersion, splitCommitment as contract } from '@rasad/contracts/commitments'
import type { InputOf } from '@rasad/contracts/define-route'
import type { Actor } from '@rasad/domain/access/scope'
import type { CommitmentCell } from '@rasad/domain/commitments/matrix'
import { amendVersion, type CommitmentAxes } from '@rasad/domain/commitments/split/amend-version'
import type { GivenMargins } from '@rasad/domain/commitments/split/request'
import { ratioOf, splitByFactors } from '@rasad/domain/commitments/split/split-by-factors'
import type { Split } from '@rasad/domain/commitments/split/split-commitment'
import type { WriteTx } from '../../platform/db.ts'
import { Problem } from '../../platform/problem.ts'
import { requireInScope } from '../../platform/scope.ts'
import { requireAgencies } from '../organisations/organisations.queries.ts'
import { requireCounties, selectCounties } from '../places/places.queries.ts'
import { addVersion, getCommitmentVersion } from './commitments.commands.ts'
import type { CommitmentName } from './commitments.queries.ts'
import { getPeriod } from './periods.queries.ts'
import { readFactors } from './split-grounds.commands.ts'

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

  const { axes, split } = splitByFactors({
    total,
    agencies: order.agencies,
    counties: order.counties ?? (await presentCounties(tx, province)),
    sectors,
    programmes,
    factors: await readFactors(tx, order),
    floor: ratioOf(floor),
    margins: readMargins(margins),
    pins,
  })
  await requirePlaces(tx, province, axes)
  if ('weights' in split) {
    const { code, factor } = split.weights
    throw new Problem('commitment.weights-unusable', { code, factor: factor ?? null })
  }
  const cells = cellsOf(split)
  const kept = { factors, floor, margins, sectors, programmes }
  const origin = { source: 'split', reason: order.reason ?? null, setBy: actor.id, pins, grounds: kept }
  const version = await addVersion(tx, name, cells, origin, { actor })
  return getCommitmentVersion(tx, name, actor.scope, version)
}

async function presentCounties(tx: WriteTx, province: string): Promise<string[]> {
  const counties = await selectCounties(tx, province)
  return counties.filter(({ validTo }) => validTo === null).map(({ code }) => code)
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
