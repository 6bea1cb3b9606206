import type { FigurePart } from '@rasad/domain/figures/figure-text'
import type { CountStyle } from '../../shared/ui/count.tsx'
import { SPECIAL_PARTS, type Cut, type SpecialPart } from './figures-search.ts'
import { remarkedBy } from './remarks-query.ts'

/** Where a row stands among the others: now, at the end of the month before, and in the period before. */
export const RANKS = ['rank', 'rankBefore', 'rankLastPeriod'] as const
export type Rank = (typeof RANKS)[number]
/** What is known of the people who look for work in a county, where a source says it. */
export const LABOUR_PARTS = ['active', 'unemploymentRate'] as const
export type LabourPart = (typeof LABOUR_PARTS)[number]
/** A column of the breakdown (DOMAIN §8.1, §8.2). */
export type Column = FigurePart | SpecialPart | Rank | LabourPart | 'remark'

/** The columns in the order of the report, under the heads they stand under. */
export const GROUPS = [
  { key: 'ranking', columns: RANKS },
  { key: 'truths', columns: ['committed', 'registered', 'verified'] },
  { key: 'shares', columns: ['registeredOfCommitted', 'verifiedOfRegistered', 'verifiedOfCommitted'] },
  { key: 'target', columns: ['proRataTarget', 'gap'] },
  { key: 'standing', columns: ['underReview', 'rejected', 'unreachable'] },
  { key: 'outside', columns: ['duplicate', 'withdrawn', 'beside'] },
  { key: 'parts', columns: SPECIAL_PARTS },
  { key: 'labour', columns: LABOUR_PARTS },
  { key: 'remark', columns: ['remark'] },
] as const satisfies readonly { key: string; columns: readonly Column[] }[]

/** Every column, in order. */
export const COLUMNS: readonly Column[] = GROUPS.flatMap(({ columns }) => [...columns])

const FIRST: readonly Column[] = COLUMNS.filter((column) => !isSpecial(column) && !isLabour(column))
const REMEMBERED = 'rasad.figures.columns'
const RANKED: readonly Cut[] = ['county', 'agency']

/** Whether rows of this cut are ranked: only what holds a share of the commitment. */
export function isRanked(cut: Cut): boolean {
  return RANKED.includes(cut)
}

/** Whether the column counts a part of the registered jobs. */
export function isSpecial(column: Column): column is SpecialPart {
  return SPECIAL_PARTS.some((part) => part === column)
}

/** Whether the column is a rank. */
export function isRank(column: Column): column is Rank {
  return RANKS.some((rank) => rank === column)
}

/** Whether the column is about the people of a county, and not about jobs. */
export function isLabour(column: Column): column is LabourPart {
  return LABOUR_PARTS.some((part) => part === column)
}

/** Whether nobody has chosen these columns: neither in the address nor before in this browser. */
export function isFirstChoice(columns: readonly Column[]): boolean {
  return columns === FIRST
}

/** Whether a column can be shown in a cut at all. */
export function standsIn(column: Column, by: Cut): boolean {
  if (column === 'remark') return remarkedBy(by) !== undefined
  return isRank(column) ? isRanked(by) : isLabour(column) ? by === 'county' : true
}

/** The columns that an address names, else those this browser showed last, else the first choice. */
export function chosenColumns(address: string | undefined): readonly Column[] {
  const kept = (address ?? localStorage.getItem(REMEMBERED) ?? '').split(',')
  const known = COLUMNS.filter((column) => kept.includes(column))
  return known.length === 0 ? FIRST : known
}

/** Keeps the chosen columns for the next time; none at all means the first choice again. */
export function rememberColumns(columns: readonly Column[]): void {
  localStorage.setItem(REMEMBERED, columns.join(','))
}

const STYLES: { [Part in Column]?: CountStyle } = {
  registeredOfCommitted: 'percent',
  verifiedOfCommitted: 'percent',
  verifiedOfRegistered: 'percent',
  gap: 'signed',
  unemploymentRate: 'percent',
}

/** How the numbers of a column are written. */
export function styleOf(column: Column): CountStyle {
  return STYLES[column] ?? 'count'
}
