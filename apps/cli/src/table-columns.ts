/** A column of a printed table: numbers stand at the end of theirs; a header may have several lines. */
export type PrintedColumn = { header: string; align: 'start' | 'end' }

const UNSEEN = /[\p{Mn}\p{Me}\p{Cf}]/gu

/** How many places of a terminal a text takes: marks and the half-space take none. */
export function displayWidth(text: string): number {
  return Array.from(text.replace(UNSEEN, '')).length
}
