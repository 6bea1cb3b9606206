import {
  CONFLICT_REASONS,
  CORRECTIONS,
  DUPLICATE_REASONS,
  REJECTION_REASONS,
  ROW_WARNINGS,
} from '@rasad/domain/imports/verdict'
import {
  CHECKED_REASON_TEXT,
  CORRECTION_TEXT,
  REASON_TEXT,
  WARNING_TEXT,
  type Language,
} from '@rasad/domain/imports/verdict-text'

/** Whatever can be said of a row: why it did not enter, what was mended, what should be looked at. */
export const NOTES = [
  ...REJECTION_REASONS,
  ...DUPLICATE_REASONS,
  ...CONFLICT_REASONS,
  ...CORRECTIONS,
  ...ROW_WARNINGS,
] as const
export type Note = (typeof NOTES)[number]

/** The sentences of all notes. */
export const NOTE_TEXT: Record<Language, Record<Note, string>> = {
  fa: { ...REASON_TEXT.fa, ...CORRECTION_TEXT.fa, ...WARNING_TEXT.fa },
  en: { ...REASON_TEXT.en, ...CORRECTION_TEXT.en, ...WARNING_TEXT.en },
}

/** The same of a list that was checked only. */
export const CHECKED_NOTE_TEXT: Record<Language, Record<Note, string>> = {
  fa: { ...NOTE_TEXT.fa, ...CHECKED_REASON_TEXT.fa },
  en: { ...NOTE_TEXT.en, ...CHECKED_REASON_TEXT.en },
}

/** The sentence of a code as the server gives it; one that this page does not know stands for itself. */
export function noteSentence(texts: Record<Note, string>, code: string): string {
  const note = NOTES.find((known) => known === code)
  return note === undefined ? code : texts[note]
}
