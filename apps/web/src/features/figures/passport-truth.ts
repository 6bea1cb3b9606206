import { PASSPORT_TRUTHS } from '@rasad/contracts/figures'
import type { Column } from './columns.ts'
import type { PassportTruth } from './figures-search.ts'

/** The truth behind a column; null for what is computed from truths and has no postings of its own. */
export function passportTruthOf(column: Column): PassportTruth | null {
  return PASSPORT_TRUTHS.find((truth) => truth === column) ?? null
}
