import type { Language } from '../imports/verdict-text.ts'
import type { Baseline } from './matrix.ts'

/** Whose number a commitment is. */
export const BASELINE_TEXT: Record<Language, Record<Baseline, string>> = {
  fa: { provincial: 'استانی', national: 'ملی' },
  en: { provincial: 'provincial', national: 'national' },
}
