import type { CommitmentCell } from '../matrix.ts'
import { pinsWithin, type CommitmentAxes, type VersionPin } from './amend-version.ts'
import type { GivenMargins } from './request.ts'
import { splitCommitment, type Split } from './split-commitment.ts'
import { weightsFrom, type Factor, type FactorValue, type Ratio, type WeightRefusal } from './weights.ts'

type CellSector = CommitmentCell['sector']
type CellProgramme = NonNullable<CommitmentCell['programme']>

/** A total to be split by factors, as people order it. */
export type FactorSplit = Omit<CommitmentAxes, 'agencies'> & {
  total: number
  /** Without them: every agency with a value in a factor, a whole or a pin. */
  agencies?: readonly string[] | undefined
  /** With what they say of the whole province; what lies outside the split is left aside. */
  factors: readonly Factor[]
  floor: Ratio
  margins: GivenMargins
  pins: readonly VersionPin[]
}

/** The agencies and counties that take part, and the split, or why there is none. */
export type FactorSplitOutcome = {
  axes: CommitmentAxes
  split: Split<CellSector, CellProgramme> | { weights: WeightRefusal }
}

/** A decimal such as 0.35 as 35 / 100. */
export function ratioOf(decimal: string): Ratio {
  const [whole = '0', part = ''] = decimal.split('.')
  return { numerator: Number(whole + part), denominator: 10 ** part.length }
}

/** Splits a total by factors: the same rule for a draft that is kept and for one that is only looked at. */
export function splitByFactors(order: FactorSplit): FactorSplitOutcome {
  const { total, counties, sectors, programmes, factors, floor, margins, pins } = order
  const agencies = [...(order.agencies ?? agenciesNamed(order))]
  const axes: CommitmentAxes = { agencies, counties, sectors, programmes }
  const weighed = weightsFrom({ ...axes, factors: factors.map((factor) => within(factor, axes)), floor })
  if (weighed.refusal) return { axes, split: { weights: weighed.refusal } }
  const { weights } = weighed
  return { axes, split: splitCommitment({ total, ...axes, weights, margins, pins: pinsWithin(pins, axes) }) }
}

function agenciesNamed({ factors, margins, pins }: FactorSplit): string[] {
  const weighed = factors.flatMap(({ values }) =>
    values.flatMap(({ agency, value }) => (agency !== undefined && value > 0 ? [agency] : [])),
  )
  const named = [...(margins.agency?.keys() ?? []), ...pins.map(({ agency }) => agency)]
  return [...new Set([...weighed, ...named])].toSorted()
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
