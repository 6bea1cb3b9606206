import type { CommitmentVersion, splitCommitment as contract } from '@rasad/contracts/commitments'
import type { InputOf } from '@rasad/contracts/define-route'
import type { Actor } from '@rasad/domain/access/scope'
import type { CommitmentCell } from '@rasad/domain/commitments/matrix'
import { PROGRAMMES } from '@rasad/domain/commitments/programmes'
import { amendCommitment } from '@rasad/domain/commitments/split/amend-commitment'
import type { CellWeight, GivenMargins, Pin } from '@rasad/domain/commitments/split/request'
import { splitCommitment, type Split } from '@rasad/domain/commitments/split/split-commitment'
import { weightsFrom, type Factor, type FactorValue } from '@rasad/domain/commitments/split/weights'
import { SECTORS } from '@rasad/domain/organisations/sectors'
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
/** How much more than an empty place a job that stands there weighs. */
const WELL_ABOVE = 100

type CellSector = CommitmentCell['sector']
type CellProgramme = NonNullable<CommitmentCell['programme']>
/** The axes of a split: who and what takes part. */
type Axes = { agencies: string[]; counties: string[]; sectors: CellSector[]; programmes: CellProgramme[] }

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
  const axes: Axes = {
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
    pins: readPins(pins, axes),
  }
  const cells = cellsOf(splitCommitment(request))
  const kept = { factors, floor, margins, sectors, programmes }
  const origin = { source: 'split', reason: order.reason ?? null, setBy: actor.id, pins, grounds: kept }
  const version = await addVersion(tx, name, cells, origin, { actor })
  return getCommitmentVersion(tx, name, actor.scope, version)
}

async function requirePlaces(tx: WriteTx, province: string, { agencies, counties }: Axes): Promise<void> {
  await requireCounties(tx, province, counties)
  await requireAgencies(tx, agencies)
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
  const base = await getCommitmentVersion(tx, name, actor.scope, order.version)
  const cells = readCells(base.cells)
  const axes = axesOf(cells, order)
  await requirePlaces(tx, province, axes)
  const pins = readPins(base.pins, axes)
  const changes = readPins(order.cells, axes)
  const weights = weightsOfPlaces(axes, cells)
  const amendment = { total, margins: readMargins(order.margins), cells: changes, weights }
  const next = cellsOf(amendCommitment({ ...axes, cells, pins }, amendment))
  const origin = {
    source: `version ${base.version}`,
    reason,
    setBy: actor.id,
    pins: replacedPins(base.pins, order.cells),
  }
  const version = await addVersion(tx, name, next, origin, { actor })
  return getCommitmentVersion(tx, name, actor.scope, version)
}

/**
 * A place that held nothing may be named: it weighs as much as the average cell of the version. A programme that held
 * nothing there takes after what the agency, county and sector hold together.
 */
function weightsOfPlaces(axes: Axes, cells: readonly CommitmentCell[]): CellWeight[] {
  const tripleOf = (place: Pick<CommitmentCell, 'agency' | 'county' | 'sector'>) =>
    `${place.agency}/${place.county}/${place.sector}`
  const standing = new Map<string, number>()
  for (const cell of cells) standing.set(tripleOf(cell), (standing.get(tripleOf(cell)) ?? 0) + cell.value)
  const { agencies, counties, sectors, programmes } = axes
  return agencies.flatMap((agency) =>
    counties.flatMap((county) =>
      sectors.flatMap((sector) => {
        const held = standing.get(tripleOf({ agency, county, sector })) ?? 0
        const weight = programmes.length === 1 ? 1 : 1 + WELL_ABOVE * held
        return programmes.map((programme) => ({ agency, county, sector, programme, weight }))
      }),
    ),
  )
}

/** A named place that was pinned is pinned anew. */
function replacedPins(pins: SplitOrder['pins'], named: SplitOrder['pins']): SplitOrder['pins'] {
  const placeOf = ({ agency, county, sector, programme }: SplitOrder['pins'][number]) =>
    `${agency}/${county}/${sector ?? ''}/${programme ?? ''}`
  const anew = new Set(named.map(placeOf))
  return [...pins.filter((pin) => !anew.has(placeOf(pin))), ...named]
}

function cellsOf(split: Split<CellSector, CellProgramme>): CommitmentCell[] {
  if ('refusal' in split) throw new Problem('commitment.cannot-hold', split.refusal)
  return split.cells.filter(({ value }) => value > 0)
}

function readCells(cells: CommitmentVersion['cells']): CommitmentCell[] {
  return cells.map(({ sector, programme, ...cell }) => ({
    ...cell,
    sector: SECTORS.find((known) => known === sector) ?? 'unspecified',
    programme: PROGRAMMES.find((known) => known === programme) ?? 'unspecified',
  }))
}

function axesOf(cells: readonly CommitmentCell[], { margins, cells: changes }: AmendOrder): Axes {
  const named = [...cells, ...changes]
  const sectors = new Set([...cells, ...changes].flatMap(({ sector }) => sector ?? []))
  const programmes = new Set([
    ...named.flatMap(({ programme }) => programme ?? []),
    ...PROGRAMMES.filter((programme) => margins.programme?.[programme] !== undefined),
  ])
  return {
    agencies: [
      ...new Set([...named.map(({ agency }) => agency), ...Object.keys(margins.agency ?? {})]),
    ].toSorted(),
    counties: [
      ...new Set([...named.map(({ county }) => county), ...Object.keys(margins.county ?? {})]),
    ].toSorted(),
    sectors: [...sectors].toSorted(),
    programmes: [...programmes].toSorted(),
  }
}

function readMargins({ agency, county, sector, programme }: SplitOrder['margins']): GivenMargins {
  const map = (given: Record<string, number> | undefined) =>
    given ? new Map(Object.entries(given)) : undefined
  return { agency: map(agency), county: map(county), sector: map(sector), programme: map(programme) }
}

/** With one sector alone, a pin of a pair is a pin of it, and with one programme, a pin of a sector is a pin of a cell. */
function readPins(pins: SplitOrder['pins'], { sectors, programmes }: Axes): Pin[] {
  const only = (members: readonly string[]) => (members.length === 1 ? members[0] : undefined)
  return pins.map(({ sector = only(sectors), programme, ...pin }) => ({
    ...pin,
    sector,
    programme: sector === undefined ? programme : (programme ?? only(programmes)),
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

/**
 * What of a ground lies inside the split. Where the split has one sector, all sectors of a ground are that one, and where
 * it has one programme, so are all programmes; where a ground knows none of them and the split does, it counts by the rest.
 */
function within({ coefficient, values }: Factor, { agencies, counties, sectors, programmes }: Axes): Factor {
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
