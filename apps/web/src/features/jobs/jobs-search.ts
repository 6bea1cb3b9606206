import { parseJalaliDate, parseMonth } from '@rasad/domain/calendar/jalali'
import { isActivityLine } from '@rasad/domain/jobs/activity-line'
import { DIRECTNESS, GENDERS, JOB_TYPES, NOVELTY_CLASSES, SETTLEMENTS } from '@rasad/domain/jobs/job-kinds'
import { JOB_STATES } from '@rasad/domain/jobs/job-life-cycle'
import { EDUCATION } from '@rasad/domain/ledger/posting'
import { SECTORS } from '@rasad/domain/organisations/sectors'

/** How the list can be ordered. */
export const ORDERS = ['newest', 'oldest', 'name', 'start-date', 'county'] as const
export type Order = (typeof ORDERS)[number]

/** Filters that take one or several of a few words; several with commas between. */
export const CHOICES = {
  state: JOB_STATES,
  sector: [...SECTORS, 'unspecified'],
  gender: GENDERS,
  jobType: JOB_TYPES,
  novelty: NOVELTY_CLASSES,
  directness: DIRECTNESS,
  settlement: SETTLEMENTS,
  education: EDUCATION,
} as const satisfies Record<string, readonly string[]>
export type Choice = keyof typeof CHOICES

/** Filters that take a day of the Jalali calendar: `1404-05-03`. */
const DAYS = ['startFrom', 'startTo', 'registeredFrom', 'registeredTo'] as const
export type DayName = (typeof DAYS)[number]

/** What the address of the list says besides province and period. */
export type JobsFilter = { [Name in Choice | DayName]?: string | undefined } & {
  q?: string | undefined
  county?: string | undefined
  agency?: string | undefined
  /** Divisions of ISIC, or `unspecified`, with commas between. */
  activityLine?: string | undefined
  /** One month or two with two dots between: `1404-01..1404-05`. */
  month?: string | undefined
  /** The id of whoever registered the job: `user:karshenas`. */
  registeredBy?: string | undefined
  importId?: string | undefined
  /** Only persons whom several agencies claim. */
  conflict?: 'open' | undefined
  order?: Order | undefined
}
export type JobsSearch = JobsFilter & {
  /** The last jobs of the pages before this one, with commas between; the last of them is where this page goes on. */
  after?: string | undefined
}

/** Reads the question from an address; what is not understood is left out. */
export function readJobsSearch(search: Record<string, unknown>): JobsSearch {
  const text = (name: string, isRight: (value: string) => boolean) => {
    const value = search[name]
    return typeof value === 'string' && value !== '' && isRight(value) ? { [name]: value } : {}
  }
  const choices = Object.entries(CHOICES).map(([name, all]) => choiceOf(name, all, search[name]))
  const days = DAYS.map((name) => text(name, (value) => parseJalaliDate(value) !== undefined))
  const order = ORDERS.find((known) => known === search['order'])
  return {
    ...text('q', () => true),
    ...text('county', (value) => /^\d{4}$/.test(value)),
    ...text('agency', (value) => /^[A-Z0-9_-]{2,20}$/.test(value)),
    ...text('activityLine', (value) => value.split(',').every(isActivityLine)),
    ...text('month', isMonthRange),
    ...text('registeredBy', (value) => value.length <= 300),
    ...text('importId', isNumber),
    ...text('after', (value) => value.split(',').every((place) => /^\d+(\.[\w-]+)*$/.test(place))),
    ...(search['conflict'] === 'open' && { conflict: 'open' }),
    ...(order && { order }),
    ...Object.assign({}, ...choices, ...days),
  }
}

function choiceOf(name: string, all: readonly string[], value: unknown): Record<string, string> {
  if (typeof value !== 'string') return {}
  const known = value.split(',').filter((one) => all.includes(one))
  return known.length === 0 ? {} : { [name]: known.join(',') }
}

function isMonthRange(value: string): boolean {
  const [from, to, ...rest] = value.split('..').map((part) => parseMonth(part))
  return (
    from !== undefined && rest.length === 0 && (!value.includes('..') || (to !== undefined && from <= to))
  )
}

function isNumber(value: string): boolean {
  return /^\d{1,15}$/.test(value)
}

const NAMES = [
  'q',
  'county',
  'agency',
  'activityLine',
  'month',
  'registeredBy',
  'importId',
  'conflict',
  ...DAYS,
  ...Object.keys(CHOICES),
]

/** The words of the list's question: what it is narrowed down by, and its order. */
export function filterOf(search: JobsSearch): JobsFilter {
  return readJobsSearch({ ...search, after: undefined })
}

/** How many filters are set: all but the order. */
export function filtersSet(filter: JobsFilter): number {
  return Object.keys(filterOf(filter)).filter((name) => NAMES.includes(name)).length
}
