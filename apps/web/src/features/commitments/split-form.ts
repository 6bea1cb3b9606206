import { SPLIT_FACTORS, type splitCommitment } from '@rasad/contracts/commitments'
import { PROGRAMMES } from '@rasad/domain/commitments/programmes'
import { ratioOf, type FactorSplit } from '@rasad/domain/commitments/split/split-by-factors'
import type { FactorValue } from '@rasad/domain/commitments/split/weights'
import { SECTORS } from '@rasad/domain/organisations/sectors'
import { toLatinDigits } from '@rasad/domain/persian/digits'
import type { z } from 'zod'
import { formattingOf } from '../../shared/fa.ts'
import type { Language } from '../../shared/language.ts'
import type { CommitmentName } from './commitments-query.ts'
import { readJobs } from './matrix-keys.ts'

type SplitOrder = z.input<(typeof splitCommitment)['body']>
/** What a split is weighed by. */
export type FactorKind = (typeof SPLIT_FACTORS)[number]
/** A weight that was read from a file. */
export type ChosenWeight = {
  agency: string
  county: string
  sector?: string
  programme?: string
  value: number
}

/** The fields of a split as they are filled in; all of it can be written down and read again. */
export type SplitForm = {
  total: string
  /** The coefficient of each factor that is chosen. */
  factors: { [Kind in FactorKind]?: string }
  fromPeriod: string | null
  chosen: { file: string; values: ChosenWeight[] } | null
  agencies: string[]
  counties: string[]
  hasSectors: boolean
  programmes: string[]
  floor: string
  reason: string
}

/** A field that is not right yet, by the text that says so. */
export type SplitFault =
  | 'totalNeeded'
  | 'factorsNeeded'
  | 'coefficientWrong'
  | 'weightsNeeded'
  | 'agenciesNeeded'

/** An empty form: weighed by the commitment before where there is one. */
export function emptyForm(hasEarlier: boolean, language: Language): SplitForm {
  const one = formattingOf(language).count(1)
  return {
    total: '',
    factors: hasEarlier ? { 'last-commitment': one } : { population: one },
    fromPeriod: null,
    chosen: null,
    agencies: [],
    counties: [],
    hasSectors: true,
    programmes: [],
    floor: language === 'fa' ? '۰٫۱' : '0.1',
    reason: '',
  }
}

/** What is not right in the form. */
export function faultsOf(form: SplitForm): SplitFault[] {
  const kinds = SPLIT_FACTORS.filter((kind) => form.factors[kind] !== undefined)
  const areDecimals = [...kinds.map((kind) => form.factors[kind] ?? ''), form.floor].every(isDecimal)
  const namesAgencies = kinds.some((kind) => kind.startsWith('last-') || kind === 'chosen')
  return [
    ...(readJobs(form.total) === undefined ? ['totalNeeded' as const] : []),
    ...(kinds.length === 0 ? ['factorsNeeded' as const] : []),
    ...(areDecimals ? [] : ['coefficientWrong' as const]),
    ...(kinds.includes('chosen') && form.chosen === null ? ['weightsNeeded' as const] : []),
    ...(form.agencies.length === 0 && !namesAgencies ? ['agenciesNeeded' as const] : []),
  ]
}

/** The order that a form without faults comes to. */
export function orderOfForm(name: CommitmentName, form: SplitForm): SplitOrder {
  const kinds = SPLIT_FACTORS.filter((kind) => form.factors[kind] !== undefined)
  const programmes = PROGRAMMES.filter((programme) => form.programmes.includes(programme))
  return {
    ...name,
    total: readJobs(form.total) ?? 0,
    ...(form.agencies.length > 0 && { agencies: form.agencies }),
    ...(form.counties.length > 0 && { counties: form.counties }),
    ...(form.hasSectors && { sectors: [...SECTORS] }),
    ...(programmes.length > 0 && { programmes }),
    factors: kinds.map((kind) => ({
      kind,
      coefficient: decimalOf(form.factors[kind] ?? ''),
      ...(kind.startsWith('last-') && form.fromPeriod !== null && { period: form.fromPeriod }),
      ...(kind === 'chosen' && { values: weightsOf(form.chosen?.values ?? []) }),
    })),
    floor: decimalOf(form.floor),
    ...(form.reason.trim() !== '' && { reason: form.reason }),
  }
}

/** The same order as the rule of the domain takes it, with what the grounds of its factors come to. */
export function factorSplitOf(
  order: SplitOrder,
  { grounds, counties }: { grounds: ReadonlyMap<FactorKind, readonly FactorValue[]>; counties: string[] },
): FactorSplit {
  return {
    total: order.total,
    agencies: order.agencies,
    counties: order.counties ?? counties,
    sectors: order.sectors ?? ['unspecified'],
    programmes: order.programmes ?? ['unspecified'],
    factors: order.factors.map(({ kind, coefficient = '1', values }) => ({
      coefficient: ratioOf(coefficient),
      values: values ?? grounds.get(kind) ?? [],
    })),
    floor: ratioOf(order.floor ?? '0.1'),
    margins: {},
    pins: [],
  }
}

/** All values of one factor name the same axes: what none of them is divided by is left out. */
function weightsOf(values: readonly ChosenWeight[]) {
  const knows = (axis: 'sector' | 'programme') =>
    values.some((value) => (value[axis] ?? 'unspecified') !== 'unspecified')
  const [hasSectors, hasProgrammes] = [knows('sector'), knows('programme')]
  return values.map(({ agency, county, sector, programme, value }) => {
    const inSector = [...SECTORS, 'unspecified' as const].find((known) => known === sector)
    const inProgramme = [...PROGRAMMES, 'unspecified' as const].find((known) => known === programme)
    return {
      agency,
      county,
      ...(hasSectors && inSector !== undefined && { sector: inSector }),
      ...(hasProgrammes && inProgramme !== undefined && { programme: inProgramme }),
      value,
    }
  })
}

function decimalOf(text: string): string {
  return toLatinDigits(text)
    .trim()
    .replace(/[٫/,،]/, '.')
}

function isDecimal(text: string): boolean {
  return /^[0-9]{1,6}(\.[0-9]{1,6})?$/.test(decimalOf(text))
}
