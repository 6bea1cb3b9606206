import type { ConflictCase } from '@rasad/contracts/jobs'
import { CONFLICTS_TEXT } from './conflicts-text.ts'
import { formattingOf } from '@rasad/domain/persian/formatting'
import type { Language } from './language.ts'
import { withCode, type Names } from '@rasad/server/modules/places/names.queries'
import { factLines, tableLines } from './table-printing.ts'

/** A page of conflict cases. */
export function conflictListLines(
  language: Language,
  names: Names,
  cases: readonly ConflictCase[],
  next: number | null,
): string[] {
  const text = CONFLICTS_TEXT[language]
  const { moment } = formattingOf(language)
  if (cases.length === 0) return [text.none]
  const columns = [
    { header: text.case, align: 'end' as const },
    { header: text.job, align: 'end' as const },
    { header: text.person, align: 'start' as const },
    { header: text.openedAt, align: 'start' as const },
    { header: text.claims, align: 'start' as const },
  ]
  const rows = cases.map(({ caseId, jobId, name, nationalId, openedAt, claims }) => [
    String(caseId),
    String(jobId),
    `${name} ${nationalId}`,
    moment(openedAt),
    claims.map(({ claimId, agency }) => `${claimId}: ${names.agency(agency)}`).join(' · '),
  ])
  return [...tableLines(columns, rows), ...(next === null ? [] : [`${text.more} ${next}`])]
}

/** One case with its claims and, when it is decided, the decision. */
export function conflictLines(language: Language, names: Names, shown: ConflictCase): string[] {
  const text = CONFLICTS_TEXT[language]
  const { day, moment } = formattingOf(language)
  const {
    caseId,
    jobId,
    state,
    name,
    nationalId,
    openedAt,
    decidedAt,
    decidedBy,
    reason,
    ownerClaim,
    claims,
  } = shown
  const decision =
    decidedAt === null
      ? []
      : [moment(decidedAt), ...(decidedBy === null ? [] : [decidedBy]), ...(reason === null ? [] : [reason])]
  const columns = [
    { header: text.claim, align: 'end' as const },
    ...[text.agency, text.county, text.startDate, text.claimedBy, ''].map((header) => ({
      header,
      align: 'start' as const,
    })),
  ]
  const rows = claims.map((claim) => [
    String(claim.claimId),
    withCode(names.agency(claim.agency), claim.agency),
    withCode(names.county(claim.county), claim.county),
    day(claim.startDate),
    claim.claimedBy,
    [...(claim.holdsJob ? [text.holdsJob] : []), ...(claim.claimId === ownerClaim ? [text.owner] : [])].join(
      ' · ',
    ),
  ])
  return [
    ...factLines([
      [text.case, String(caseId)],
      [text.job, String(jobId)],
      [text.state, text[state]],
      [text.person, `${name} (${nationalId})`],
      [text.openedAt, moment(openedAt)],
      ...(decision.length === 0 ? [] : ([[text.decision, decision.join(' · ')]] as const)),
    ]),
    '',
    ...tableLines(columns, rows),
  ]
}
