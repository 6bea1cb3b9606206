import { DIRECTNESS, GENDERS, JOB_TYPES, NOVELTY_CLASSES, SETTLEMENTS } from '@rasad/domain/jobs/job-kinds'
import { isActivityLine } from '@rasad/domain/jobs/activity-line'
import { CAUSES, EDUCATION } from '@rasad/domain/ledger/posting'
import { SECTORS } from '@rasad/domain/organisations/sectors'
import { DIMENSIONS, readDimension, type Dimension } from '@rasad/domain/ledger/dimensions'
import { BASELINES } from '@rasad/domain/commitments/matrix'
import { TRUTH_NAMES } from '@rasad/domain/figures/difference'
import { z } from 'zod'
import { defineRead } from './define-route.ts'
import { MonthRange, PeriodId, ProvinceCode, Text } from './wire.ts'

const Percent = z.number().nullable()

/** One figure: all its truths under their names, and what is computed from them. */
export const Figure = z
  .object({
    committed: z.number().int().nullable(),
    registered: z.number().int(),
    verified: z.number().int(),
    rejected: z.number().int(),
    underReview: z.number().int(),
    unreachable: z.number().int(),
    duplicate: z.number().int(),
    withdrawn: z.number().int(),
    beside: z.number().int(),
    estimated: z.object({ value: z.number(), low: z.number(), high: z.number() }).optional(),
    registeredOfCommitted: Percent,
    verifiedOfCommitted: Percent,
    verifiedOfRegistered: Percent,
    proRataTarget: z.number().int().nullable(),
    gap: z.number().int().nullable(),
  })
  .meta({ id: 'Figure' })

/** The cell a row stands for, then its figure: `{"county": "1503", "agency": "AGRI", "committed": …}`. */
const FigureRow = z
  .object({
    province: z.string().optional(),
    county: z.string().optional(),
    agency: z.string().optional(),
    sector: z.string().optional(),
    month: z.string().optional(),
    gender: z.string().optional(),
    jobType: z.string().optional(),
    novelty: z.string().optional(),
    directness: z.string().optional(),
    settlement: z.string().optional(),
    education: z.string().optional(),
    activityLine: z.string().optional(),
  } satisfies Record<Dimension, z.ZodType>)
  .extend(Figure.shape)
  .meta({ id: 'FigureRow' })

const List = Text.transform((text) =>
  text
    .split(/[,،]/)
    .map((part) => part.trim())
    .filter((part) => part !== ''),
)

/** A list of words that are all known. */
function ListOf<const Word extends string>(words: readonly Word[]) {
  return List.pipe(z.array(z.enum(words)))
}

const DimensionList = List.transform((names, context) => {
  const dimensions = names.map(readDimension)
  const unknown = names.filter((_name, index) => dimensions[index] === undefined)
  if (unknown.length === 0) return [...new Set(dimensions.filter((dimension) => dimension !== undefined))]
  context.addIssue({
    code: 'custom',
    message: `unknown: ${unknown.join(', ')}; one of ${DIMENSIONS.join(', ')}`,
  })
  return z.NEVER
})

/** A batch number, an instant such as 2025-10-07T12:00:00Z, or a Jalali day, whose end is meant. */
const AsOf = Text.pipe(z.string().min(1))

/** The words of a question, as they stand in the address. */
const FigureQuery = z.object({
  province: ProvinceCode.optional(),
  period: PeriodId,
  baseline: z.enum(BASELINES).default('provincial'),
  by: DimensionList.optional(),
  month: MonthRange.optional(),
  county: List.optional(),
  agency: List.optional(),
  sector: ListOf([...SECTORS, 'unspecified']).optional(),
  gender: ListOf(GENDERS).optional(),
  jobType: ListOf(JOB_TYPES).optional(),
  novelty: ListOf(NOVELTY_CLASSES).optional(),
  directness: ListOf(DIRECTNESS).optional(),
  settlement: ListOf(SETTLEMENTS).optional(),
  education: ListOf(EDUCATION).optional(),
  /** Divisions of ISIC, as `/activities` lists them, or `unspecified`. */
  activityLine: List.pipe(z.array(z.string().refine(isActivityLine, 'is no division of ISIC'))).optional(),
  asOf: AsOf.optional(),
})
export type FigureQuery = z.output<typeof FigureQuery>
/** The words of a question before they are read. */
export type FigureWords = z.input<typeof FigureQuery>

/** Reads the words of a question, from an address or from a command line. */
export function readFigureQuery(words: unknown): z.ZodSafeParseResult<FigureQuery> {
  return FigureQuery.safeParse(words)
}

/** Where in the ledger an answer stands: asked again as of this batch, it is the same. */
const LedgerPosition = {
  /** The last batch that is in the answer; null for several provinces at once. */
  batch: z.number().int().nullable(),
  /** The moment the answer holds for. */
  asOf: z.string(),
  /** Postings in the answer that no batch holds yet; 0 in any answer about the past. */
  unsettled: z.number().int(),
}

/** The breakdown, by any dimensions in any order. */
export const FigureTable = z
  .object({
    province: z.string().nullable(),
    period: z.string(),
    baseline: z.enum(BASELINES),
    ...LedgerPosition,
    by: z.array(z.enum(DIMENSIONS)),
    rows: z.array(FigureRow),
    total: Figure,
  })
  .meta({ id: 'FigureTable' })
export type FigureTable = z.infer<typeof FigureTable>

export const getFigures = defineRead({
  path: '/figures',
  summary:
    'By county, by agency, by anything: committed, registered, verified and the other truths, now or as of any moment',
  permission: 'figure.read',
  params: z.object({}),
  query: FigureQuery,
  response: FigureTable,
})

const Truths = Figure.pick({
  committed: true,
  registered: true,
  verified: true,
  rejected: true,
  underReview: true,
  unreachable: true,
  duplicate: true,
  withdrawn: true,
  beside: true,
})

/** The change between two moments, cause by cause; the causes add up to it exactly. */
export const FigureDifference = z
  .object({
    province: z.string(),
    period: z.string(),
    from: z.object(LedgerPosition),
    to: z.object(LedgerPosition),
    before: Truths,
    after: Truths,
    causes: z.array(Truths.extend({ cause: z.enum(CAUSES) })),
    /** What no cause explains: zero in every truth, or the ledger is broken. */
    residue: Truths,
  })
  .meta({ id: 'FigureDifference' })
export type FigureDifference = z.infer<typeof FigureDifference>

export const getDifference = defineRead({
  path: '/figures/difference',
  summary: 'What changed between two moments, and why',
  permission: 'figure.read',
  params: z.object({}),
  query: FigureQuery.omit({ by: true, asOf: true }).extend({
    province: ProvinceCode,
    from: AsOf,
    to: AsOf.optional(),
  }),
  response: FigureDifference,
})

/** The truths a passport can be asked for. */
export const PASSPORT_TRUTHS = TRUTH_NAMES

/** Where one figure comes from: its cells, postings, steps, records, sources and the commitment version. */
export const Passport = z
  .object({
    province: z.string(),
    period: z.string(),
    baseline: z.enum(BASELINES),
    ...LedgerPosition,
    truth: z.enum(PASSPORT_TRUTHS),
    figure: Figure,
    /** The value of the asked truth: the sum of the cells, and of all the postings. */
    value: z.number().int(),
    cells: z.array(
      z.object({
        county: z.string(),
        agency: z.string(),
        sector: z.string(),
        month: z.string().nullable(),
        value: z.number().int(),
      }),
    ),
    postingCount: z.number().int(),
    /** The newest postings, at most as many as were asked for. */
    postings: z.array(
      z.object({
        seq: z.number().int(),
        batch: z.number().int().nullable(),
        entry: z.number().int(),
        postedAt: z.string(),
        action: z.string(),
        actor: z.string(),
        cause: z.enum(CAUSES),
        state: z.string(),
        amount: z.number().int(),
        county: z.string(),
        agency: z.string(),
        step: z.string().nullable(),
        reason: z.string().nullable(),
        record: z
          .object({
            jobId: z.number().int(),
            nationalId: z.string(),
            name: z.string(),
            state: z.string(),
            startDate: z.string(),
          })
          .nullable(),
        source: z
          .object({
            importId: z.number().int(),
            /** Null when the list was sent by an agency outside the reader's scope. */
            file: z.string().nullable(),
            sha256: z.string().nullable(),
            sheet: z.string(),
            row: z.number().int(),
          })
          .nullable(),
      }),
    ),
    commitment: z
      .object({
        version: z.number().int(),
        total: z.number().int(),
        source: z.string(),
        setBy: z.string(),
        setAt: z.string(),
        notice: z
          .object({
            by: z.string(),
            at: z.string(),
            letter: z.object({ number: z.string(), date: z.string() }).nullable(),
          })
          .nullable(),
      })
      .nullable(),
  })
  .meta({ id: 'Passport' })
export type Passport = z.infer<typeof Passport>

export const getPassport = defineRead({
  path: '/figures/passport',
  summary:
    'The passport of one figure: its cells, postings, steps, records (masked), sources and commitment version',
  permission: 'figure.read',
  params: z.object({}),
  query: FigureQuery.omit({ by: true }).extend({
    province: ProvinceCode,
    truth: z.enum(PASSPORT_TRUTHS).default('registered'),
    limit: Text.pipe(z.string().regex(/^[0-9]{1,4}$/))
      .transform(Number)
      .default(50),
  }),
  response: Passport,
})
