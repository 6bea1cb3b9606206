/** What became of a row of a list. */
export const VERDICTS = ['accepted', 'rejected', 'duplicate', 'conflict'] as const
export type Verdict = (typeof VERDICTS)[number]

/** Why a row is refused by itself. A code is public and permanent; retire one, never reuse it. */
export const REJECTION_REASONS = [
  'national-id.missing',
  'national-id.invalid',
  'last-name.missing',
  'start-date.missing',
  'start-date.invalid',
  'start-date.outside-period',
  'start-date.in-future',
  'county.missing',
  'county.unknown',
  'agency.missing',
  'agency.unknown',
  'agency.not-allowed',
  'age.below-minimum',
  'sector.unknown',
  'novelty.unknown',
  'directness.unknown',
] as const
export type RejectionReason = (typeof REJECTION_REASONS)[number]

/** Why a row counts nothing new: the person stands higher in the file or in the register for the same agency, or the claim was lost. */
export const DUPLICATE_REASONS = [
  'duplicate.in-file',
  'duplicate.in-register',
  'duplicate.claim-decided',
] as const
export type DuplicateReason = (typeof DUPLICATE_REASONS)[number]

/** Why a row opens a case: another agency already holds the person in this period. */
export const CONFLICT_REASONS = ['claim.conflict'] as const
export type ConflictReason = (typeof CONFLICT_REASONS)[number]

/** Every reason a row may carry with its verdict. */
export type VerdictReason = RejectionReason | DuplicateReason | ConflictReason

/** What was mended while a row was read; a mended row is accepted, and the mending is listed. */
export const CORRECTIONS = [
  'national-id.padded',
  'national-id.cleaned',
  'text.letters-folded',
  'text.control-removed',
  'text.shortened',
  'name.split',
  'start-date.read',
  'birth-date.read',
  'service-date.read',
  'mobile.padded',
  'workshop-code.padded',
  'county.read',
  'county.from-sheet',
  'county.from-heading',
  'county.from-city',
  'agency.read',
  'agency.from-sheet',
  'cell.from-merge',
  'isic.padded',
] as const
export type Correction = (typeof CORRECTIONS)[number]

/** What a person should look at in a row that is not refused for it. */
export const ROW_WARNINGS = [
  'row.hidden',
  'row.second-person',
  'cell.formula',
  'cell.error',
  'cell.merged',
  'national-id.suspicious',
  'first-name.missing',
  'birth-date.invalid',
  'age.above-usual',
  'gender.unknown',
  'mobile.invalid',
  'job-type.unknown',
  'settlement.unknown',
  'workshop-code.invalid',
  'isic.invalid',
  'isic.doubtful',
  'service-type.unknown',
  'service-date.invalid',
  'start-date.before-service',
  'amount.invalid',
  'amount.unit-missing',
  'amount.doubtful',
] as const
export type RowWarning = (typeof ROW_WARNINGS)[number]
