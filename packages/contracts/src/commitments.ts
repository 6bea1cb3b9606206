import { BASELINES } from '@rasad/domain/commitments/matrix'
import { PROGRAMMES } from '@rasad/domain/commitments/programmes'
import { SECTORS } from '@rasad/domain/organisations/sectors'
import { z } from 'zod'
import { defineChange, defineRead } from './define-route.ts'
import {
  AgencyCode,
  CountyCode,
  JalaliDay,
  PeriodId,
  ProvinceCode,
  Text,
  WholeNumber,
  Words,
} from './wire.ts'

const SectorOrNone = z.enum([...SECTORS, 'unspecified'])
const ProgrammeOrNone = z.enum([...PROGRAMMES, 'unspecified'])
const Jobs = z.number().int().min(0).max(10_000_000)

const CommitmentCell = z.object({
  county: CountyCode,
  agency: AgencyCode,
  sector: SectorOrNone.default('unspecified'),
  programme: ProgrammeOrNone.default('unspecified'),
  value: Jobs,
})

/** A value held as it is: of one cell; without a programme, of a sector over its programmes; without a sector, of an agency in a county over everything. */
const Pin = z.object({
  agency: AgencyCode,
  county: CountyCode,
  sector: SectorOrNone.optional(),
  programme: ProgrammeOrNone.optional(),
  value: Jobs,
})

/** A commitment by its province, period and baseline. */
export const CommitmentName = z.object({
  province: ProvinceCode,
  period: PeriodId,
  baseline: z.enum(BASELINES).default('provincial'),
})

const StatedWhole = z.object({
  agency: AgencyCode.optional(),
  county: CountyCode.optional(),
  sector: Words.optional(),
  programme: Words.optional(),
  stated: z.number().int(),
  line: z.number().int().default(0),
})

const Notice = z
  .object({
    by: z.string(),
    at: z.string(),
    letter: z.object({ number: z.string(), date: z.string() }).nullable(),
  })
  .nullable()

/** One version of a commitment: a whole matrix that adds up to its total. */
export const CommitmentVersion = z
  .object({
    province: z.string(),
    period: z.string(),
    baseline: z.enum(BASELINES),
    version: z.number().int(),
    total: z.number().int(),
    reason: z.string().nullable(),
    source: z.string(),
    setBy: z.string(),
    setAt: z.string(),
    /** When it came into force, and by which letter; null for a draft. */
    notice: Notice,
    /** The values that were held when it was made. */
    pins: z.array(Pin),
    /** How it was split; null for one that was set as it is. */
    grounds: z.unknown(),
    cells: z.array(
      z.object({
        county: z.string(),
        agency: z.string(),
        sector: z.string(),
        programme: z.string(),
        value: z.number().int(),
      }),
    ),
  })
  .meta({ id: 'CommitmentVersion' })
export type CommitmentVersion = z.infer<typeof CommitmentVersion>

/** A whole matrix with the totals it must add up to. */
export const SentMatrix = CommitmentName.extend({
  cells: z.array(CommitmentCell).min(1).max(100_000),
  /** Wholes the parts were announced with; each must be the sum of its cells. */
  stated: z.array(StatedWhole).default([]),
  source: Words,
  reason: Words.optional(),
})

export const setCommitment = defineChange({
  method: 'POST',
  path: '/commitments',
  summary:
    'Sets a commitment as a new version: a matrix agency × county (× sector) (× programme), with the totals it must add up to',
  permission: 'commitment.set',
  action: 'commitment.set',
  audited: ['province', 'period', 'baseline', 'source', 'reason'],
  params: z.object({}),
  query: z.object({}),
  body: SentMatrix,
  response: CommitmentVersion.omit({ cells: true }),
})

/** The file itself is the body of the request, as `application/octet-stream`. */
export const readCommitmentMatrix = defineChange({
  method: 'POST',
  path: '/commitments/readings',
  summary:
    'Reads a commitment matrix (.xlsx, .xls, .ods, .csv as the body) and sets nothing: its cells, the wholes stated beside them, and those that do not hold',
  permission: 'commitment.set',
  action: 'commitment.matrix-read',
  audited: [],
  params: z.object({}),
  query: z.object({ province: ProvinceCode, name: Words }),
  body: z.object({}),
  response: z.object({
    cells: z.array(
      z.object({
        county: z.string(),
        agency: z.string(),
        sector: SectorOrNone,
        programme: ProgrammeOrNone,
        value: z.number().int(),
      }),
    ),
    stated: z.array(StatedWhole),
    /** The stated wholes that are not the sum of their cells. */
    mismatches: z.array(StatedWhole.extend({ line: z.number().int(), sum: z.number().int() })),
    total: z.number().int(),
  }),
})

export const getCommitment = defineRead({
  path: '/commitments',
  summary: 'A commitment as its newest or any earlier version has it',
  permission: 'commitment.read',
  params: z.object({}),
  query: CommitmentName.extend({ version: WholeNumber.optional() }),
  response: CommitmentVersion,
})

export const listCommitmentVersions = defineRead({
  path: '/commitments/versions',
  summary: 'Every version of a commitment, the newest first',
  permission: 'commitment.read',
  params: z.object({}),
  query: CommitmentName,
  response: z.object({ versions: z.array(CommitmentVersion.omit({ cells: true })) }),
})

/** The grounds a split can weigh by: what was promised or achieved last period, who lives there, who seeks work, or chosen weights. */
export const SPLIT_FACTORS = [
  'last-commitment',
  'last-achievement',
  'population',
  'unemployed',
  'chosen',
] as const

const Decimal = Text.pipe(z.string().regex(/^[0-9]{1,6}(\.[0-9]{1,6})?$/))

const Factor = z.object({
  kind: z.enum(SPLIT_FACTORS),
  /** How much it counts beside the others: `0.35`. */
  coefficient: Decimal.default('1'),
  /** For `last-commitment` and `last-achievement`: the period that is meant. */
  period: PeriodId.optional(),
  /** For `chosen`: a whole number for each place; all of them name the same axes. */
  values: z
    .array(
      z.object({
        agency: AgencyCode.optional(),
        county: CountyCode.optional(),
        sector: SectorOrNone.optional(),
        programme: ProgrammeOrNone.optional(),
        value: z.number().int().min(0),
      }),
    )
    .optional(),
})

const Margins = z.object({
  agency: z.record(z.string(), Jobs).optional(),
  county: z.record(z.string(), Jobs).optional(),
  sector: z.record(z.string(), Jobs).optional(),
  programme: z.record(z.string(), Jobs).optional(),
})

export const splitCommitment = defineChange({
  method: 'POST',
  path: '/commitments/splits',
  summary:
    'Splits a total over agencies, counties, sectors and programmes by weights, exactly, into a draft version',
  permission: 'commitment.set',
  action: 'commitment.split',
  audited: ['province', 'period', 'baseline', 'total', 'reason'],
  params: z.object({}),
  query: z.object({}),
  body: CommitmentName.extend({
    total: Jobs,
    /** Without them: every agency that holds a share last period, or is named in a margin, a pin or a chosen weight. */
    agencies: z.array(AgencyCode).optional(),
    /** Without them: every county of the province. */
    counties: z.array(CountyCode).optional(),
    sectors: z.array(SectorOrNone).min(1).default(['unspecified']),
    programmes: z.array(ProgrammeOrNone).min(1).default(['unspecified']),
    factors: z.array(Factor).min(1),
    /** What an agency without history counts beside the average one with it. */
    floor: Decimal.default('0.1'),
    margins: Margins.default({}),
    pins: z.array(Pin).default([]),
    reason: Words.optional(),
  }),
  response: CommitmentVersion,
})

export const amendCommitment = defineChange({
  method: 'POST',
  path: '/commitments/amendments',
  summary:
    'Makes the next draft from a version: what is named changes, pins stay, the rest keeps its proportions',
  permission: 'commitment.set',
  action: 'commitment.amended',
  audited: ['province', 'period', 'baseline', 'version', 'total', 'reason'],
  params: z.object({}),
  query: z.object({}),
  body: CommitmentName.extend({
    /** The version to start from; without it the newest. */
    version: z.number().int().optional(),
    total: Jobs.optional(),
    margins: Margins.default({}),
    cells: z.array(Pin).default([]),
    /** Places of the version whose pinned values are held no more. */
    released: z.array(Pin.omit({ value: true })).default([]),
    reason: Words,
  }),
  response: CommitmentVersion,
})

export const notifyCommitment = defineChange({
  method: 'POST',
  path: '/commitments/notices',
  summary:
    'Brings a draft into force with the letter that notifies it; from then on it is what was committed',
  permission: 'commitment.notify',
  action: 'commitment.notified',
  audited: ['province', 'period', 'baseline', 'version', 'letterNumber', 'letterDate'],
  params: z.object({}),
  query: z.object({}),
  body: CommitmentName.extend({ version: z.number().int(), letterNumber: Words, letterDate: JalaliDay }),
  response: CommitmentVersion.omit({ cells: true }),
})

const Change = z.object({ before: z.number().int(), after: z.number().int(), difference: z.number().int() })
const NamedChange = Change.extend({ name: z.string() })

/** What differs between two versions: wholes and cells only where they changed; each axis adds up to the total's difference. */
export const CommitmentDifference = z
  .object({
    from: z.number().int(),
    to: z.number().int(),
    total: Change,
    margins: z.object({
      agency: z.array(NamedChange),
      county: z.array(NamedChange),
      sector: z.array(NamedChange),
      programme: z.array(NamedChange),
    }),
    cells: z.array(
      Change.extend({ agency: z.string(), county: z.string(), sector: z.string(), programme: z.string() }),
    ),
  })
  .meta({ id: 'CommitmentDifference' })
export type CommitmentDifference = z.infer<typeof CommitmentDifference>

export const compareCommitments = defineRead({
  path: '/commitments/difference',
  summary: 'How a later version of a commitment differs from an earlier one',
  permission: 'commitment.read',
  params: z.object({}),
  query: CommitmentName.extend({ from: WholeNumber, to: WholeNumber }),
  response: CommitmentDifference,
})
