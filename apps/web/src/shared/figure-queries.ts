import { getDifference, getFigures, type FigureWords } from '@rasad/contracts/figures'
import type { Dimension } from '@rasad/domain/ledger/dimensions'
import { kindText, UNKNOWN_LINE } from '@rasad/domain/ledger/dimension-text'
import type { AnswerOf } from '@rasad/contracts/define-route'
import type { listActivities, listAgencies } from '@rasad/contracts/organisations'
import type { listCounties } from '@rasad/contracts/places'
import { call } from './api.ts'
import { formattingOf } from './fa.ts'
import type { Language } from './language.ts'
import { namesByCode } from './places.ts'

type Asked = { signal: AbortSignal }

/** An answer about a moment that is over never changes; one about now is asked again soon. */
function ageOf(moment: string | undefined) {
  return moment === undefined ? {} : { staleTime: Number.POSITIVE_INFINITY }
}

/** The figures that are asked for. */
export function figuresQuery(query: FigureWords) {
  return {
    queryKey: ['figures', query],
    queryFn: ({ signal }: Asked) => call(getFigures, { query }, { signal }),
    ...ageOf(query.asOf),
  }
}

/** The words of a question for a change between two moments; the second is now where it is left out. */
export type DifferenceWords = Omit<FigureWords, 'by' | 'asOf' | 'province'> & {
  province: string
  from: string
  to?: string
}

/** The change between two moments, cause by cause. */
export function differenceQuery(query: DifferenceWords) {
  return {
    queryKey: ['difference', query],
    queryFn: ({ signal }: Asked) => call(getDifference, { query }, { signal }),
    ...ageOf(query.to),
  }
}

/** Everything that rows of figures can be named by. */
type Names = Pick<AnswerOf<typeof listCounties>, 'counties'> &
  Pick<AnswerOf<typeof listAgencies>, 'agencies'> & {
    /** The activity lines, where a question has to do with them. */
    lines: AnswerOf<typeof listActivities>['activities']
  }

/** How the value of a dimension is called: a county, an agency, an activity line, a month, a kind. */
export function valueNames(
  language: Language,
  { counties, agencies, lines }: Names,
): (dimension: Dimension, value: string) => string {
  const county = namesByCode(language, counties)
  const agency = namesByCode(language, agencies)
  const line = namesByCode(language, lines)
  const { dayInWords } = formattingOf(language)
  return (dimension, value) => {
    if (dimension === 'county') return county(value)
    if (dimension === 'agency') return agency(value)
    if (dimension === 'activityLine') return value === 'unspecified' ? UNKNOWN_LINE[language] : line(value)
    if (dimension === 'month') return dayInWords(value)
    return kindText(language, value)
  }
}

/** The address of the breakdown under a question; values left out are left out of the address. */
export function figuresAddress(search: Readonly<Record<string, string | undefined>>): string {
  const words = Object.entries(search).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [[name, value]],
  )
  return `/figures?${new URLSearchParams(words).toString()}`
}
