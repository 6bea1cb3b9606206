import { PASSPORT_TRUTHS, type FigureWords } from '@rasad/contracts/figures'
import { BASELINES, type Baseline } from '@rasad/domain/commitments/matrix'
import { parseJalaliDate, parseMonth } from '@rasad/domain/calendar/jalali'
import { isActivityLine } from '@rasad/domain/jobs/activity-line'
import { DIRECTNESS, GENDERS, JOB_TYPES, NOVELTY_CLASSES, SETTLEMENTS } from '@rasad/domain/jobs/job-kinds'
import type { Dimension } from '@rasad/domain/ledger/dimensions'
import { EDUCATION } from '@rasad/domain/ledger/posting'
import { SECTORS } from '@rasad/domain/organisations/sectors'

/** What the breakdown can be cut by; the matrix is county × agency. */
export const CUTS = [
  'county',
  'agency',
  'matrix',
  'sector',
  'activityLine',
  'month',
  'gender',
  'education',
  'settlement',
  'jobType',
  'novelty',
  'directness',
] as const
export type Cut = (typeof CUTS)[number]
/** A cut by one dimension. */
export type PlainCut = Exclude<Cut, 'matrix'>

/** The dimensions with a known list of words, and those words. */
export const KINDS = {
  sector: [...SECTORS, 'unspecified'],
  gender: GENDERS,
  education: EDUCATION,
  settlement: SETTLEMENTS,
  jobType: JOB_TYPES,
  novelty: NOVELTY_CLASSES,
  directness: DIRECTNESS,
} as const satisfies Partial<Record<Dimension, readonly string[]>>
/** What figures can be restricted to; each is a list with commas in the address. */
export const FILTERS = ['county', 'agency', 'activityLine', ...Object.keys(KINDS).filter(isKind)] as const
export type Filter = (typeof FILTERS)[number]

/** A truth whose passport is asked for. */
export type PassportTruth = (typeof PASSPORT_TRUTHS)[number]

/** Parts of the registered jobs that can stand beside the rest. */
export const SPECIAL_PARTS = ['women', 'men', 'graduates', 'rural'] as const
export type SpecialPart = (typeof SPECIAL_PARTS)[number]

type Text = string | undefined
/** What the address of the page says besides province and period. */
export type FiguresSearch = { [Part in Filter]?: Text } & {
  by?: Cut | undefined
  /** The word that stood for a cut and is none; the page says so until a cut is chosen. */
  notACut?: Text
  /** Whose commitment the figures are measured by; the province's own where it is left out. */
  baseline?: Baseline | undefined
  /** A Jalali day, whose end is meant, an instant or a batch; now where it is left out. */
  asOf?: Text
  /** The moment that `asOf` is compared with; now where it is left out. */
  until?: Text
  /** One month, or two with two dots between. */
  month?: Text
  /** The column the rows are sorted by; with a minus, the largest first. */
  sort?: Text
  /** The figure whose passport lies open: its truth, and its row by the values of the cut. */
  truth?: PassportTruth | undefined
  of?: Text
  /** The part of the registered jobs that the open passport is of. */
  part?: SpecialPart | undefined
  /** The columns of the table, with commas; those this browser showed last where it is left out. */
  columns?: Text
}
/** The whole question of the page. */
export type FiguresQuestion = FiguresSearch & { province: string; period: string }

/** Reads the question from an address. What is not understood is undefined, which hides what the address says. */
export function readFiguresSearch(search: Record<string, unknown>): FiguresSearch {
  const read = (name: string) => {
    const value = search[name]
    return typeof value === 'string' ? value : ''
  }
  const by = CUTS.find((cut) => cut === read('by'))
  const found: FiguresSearch = {
    by,
    notACut: by === undefined ? read('by').slice(0, 40) || read('notACut') || undefined : undefined,
    baseline: BASELINES.find((baseline) => baseline === read('baseline')),
    asOf: readMoment(read('asOf')),
    until: readMoment(read('until')),
    month: /^\d{4}-\d{2}(\.\.\d{4}-\d{2})?$/.test(read('month')) ? read('month') : undefined,
    sort: /^-?[a-zA-Z]+$/.test(read('sort')) ? read('sort') : undefined,
    truth: PASSPORT_TRUTHS.find((truth) => truth === read('truth')),
    of: read('of') || undefined,
    part: SPECIAL_PARTS.find((part) => part === read('part')),
    columns: listed(read('columns'), (column) => /^[a-zA-Z]+$/.test(column)),
    county: listed(read('county'), (code) => /^\d{4}$/.test(code)),
    agency: listed(read('agency'), (code) => /^[A-Z0-9_-]{2,20}$/.test(code)),
    activityLine: listed(read('activityLine'), isActivityLine),
  }
  for (const kind of Object.keys(KINDS).filter(isKind)) {
    const words: readonly string[] = KINDS[kind]
    found[kind] = listed(read(kind), (word) => words.includes(word))
  }
  return found
}

/** The dimensions of a cut. */
export function dimensionsOf(cut: Cut): readonly Dimension[] {
  return cut === 'matrix' ? ['county', 'agency'] : [cut]
}

/** How many restrictions the figures of a question are under, the baseline among them. */
export function activeFilters(question: FiguresQuestion): number {
  return Object.keys(filterWords(question)).length + Number(question.baseline === 'national')
}

/** What the figures are restricted to, whatever they are cut by. */
export function filterWords(question: FiguresSearch): Partial<Record<Filter | 'month', string>> {
  const names: readonly (Filter | 'month')[] = [...FILTERS, 'month']
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = question[name]
      return value === undefined ? [] : [[name, value]]
    }),
  )
}

/** The province, the period and the baseline that every question names. */
export function ledgerWords({ province, period, baseline }: FiguresQuestion) {
  return { province, period, ...(baseline !== undefined && { baseline }) }
}

/** The question to the server for the rows of a cut. */
export function figureWords(
  question: FiguresQuestion,
  dimensions: readonly Dimension[],
): FigureWords & { province: string } {
  const { asOf } = question
  const by = dimensions.join(',')
  return { ...ledgerWords(question), ...filterWords(question), by, ...(asOf !== undefined && { asOf }) }
}

/** What makes a job one of a special part. */
export const PART_FILTER = {
  women: { dimension: 'gender', value: 'female' },
  men: { dimension: 'gender', value: 'male' },
  graduates: { dimension: 'education', value: 'graduate' },
  rural: { dimension: 'settlement', value: 'rural' },
} as const satisfies Record<SpecialPart, { dimension: Filter; value: string }>

/** The restrictions of one cell: those of the page, the values its row stands for, and its special part. */
export function cellWords(question: FiguresSearch): Partial<Record<Filter | 'month', string>> {
  const values = (question.of ?? '').split(',')
  const own = dimensionsOf(question.by ?? 'county').flatMap((dimension, index) => {
    const value = values[index] ?? ''
    return value === '' ? [] : [[dimension, value]]
  })
  const { part } = question
  const ofPart = part === undefined ? {} : { [PART_FILTER[part].dimension]: PART_FILTER[part].value }
  return { ...filterWords(question), ...Object.fromEntries(own), ...ofPart }
}

function isKind(name: string): name is keyof typeof KINDS {
  return Object.hasOwn(KINDS, name)
}

function readMoment(text: string): Text {
  const isKnown =
    parseJalaliDate(text) !== undefined ||
    /^\d{1,15}$/.test(text) ||
    (/^\d{4}-\d{2}-\d{2}T/.test(text) && !Number.isNaN(Date.parse(text)))
  return isKnown ? text : undefined
}

function listed(text: string, isKnown: (word: string) => boolean): Text {
  return text.split(',').filter(isKnown).join(',') || undefined
}

/** The first and last month of a range in an address. */
export function readMonths(text: Text): { from: string; to: string } | null {
  const [from = '', to = from] = (text ?? '').split('..')
  return parseMonth(from) && parseMonth(to) ? { from, to } : null
}
