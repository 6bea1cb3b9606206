import type { FigurePart } from '../../shared/truth-text.ts'
import type { CountStyle } from '../../shared/ui/count.tsx'
import type { Cut } from './figures-search.ts'

/** Parts of the registered jobs that can stand beside the rest. */
export const SPECIAL_PARTS = ['women', 'men', 'graduates', 'rural'] as const
export type SpecialPart = (typeof SPECIAL_PARTS)[number]
/** A column of the breakdown (DOMAIN §8.1). */
export type Column = FigurePart | SpecialPart | 'rank'

/** The columns in the order of the report, under the heads they stand under. */
export const GROUPS = [
  { key: 'ranking', columns: ['rank'] },
  { key: 'truths', columns: ['committed', 'registered', 'verified'] },
  { key: 'shares', columns: ['registeredOfCommitted', 'verifiedOfRegistered', 'verifiedOfCommitted'] },
  { key: 'target', columns: ['proRataTarget', 'gap'] },
  { key: 'standing', columns: ['underReview', 'rejected', 'unreachable'] },
  { key: 'outside', columns: ['duplicate', 'withdrawn', 'beside'] },
  { key: 'parts', columns: SPECIAL_PARTS },
] as const satisfies readonly { key: string; columns: readonly Column[] }[]

/** Every column, in order. */
export const COLUMNS: readonly Column[] = GROUPS.flatMap(({ columns }) => [...columns])

const FIRST: readonly Column[] = COLUMNS.filter((column) => !isSpecial(column))
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

/** The columns this browser showed last. */
export function rememberedColumns(): readonly Column[] {
  const kept = localStorage.getItem(REMEMBERED)?.split(',') ?? []
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
}

/** How the numbers of a column are written. */
export function styleOf(column: Column): CountStyle {
  return STYLES[column] ?? 'count'
}
