import { REASON_TEXT } from '@rasad/domain/imports/verdict-text'
import type { VerdictReason } from '@rasad/domain/imports/verdict'
import { readNationalId } from '@rasad/domain/persian/national-id'
import { toLatinDigits } from '@rasad/domain/persian/digits'
import { ApiProblem } from '../../shared/api.ts'
import type { Language } from '../../shared/language.ts'
import type { EntryDraft } from './new-job-fields.tsx'
import type { EntryField } from './new-job-text.ts'

type Faults = Partial<Record<EntryField, string>>

const FIELDS: readonly [start: string, field: EntryField][] = [
  ['national-id', 'nationalId'],
  ['last-name', 'lastName'],
  ['start-date', 'startDate'],
  ['county', 'county'],
  ['agency', 'agency'],
  ['age', 'birthDate'],
  ['sector', 'sector'],
  ['novelty', 'novelty'],
  ['directness', 'directness'],
]
const NO_AGENCY: Record<Language, string> = {
  fa: 'دستگاه را انتخاب کنید.',
  en: 'Choose the agency.',
}

/** What is missing or wrong in a form before it is sent, by the rules and in the words of an import. */
export function entryFaults(language: Language, draft: EntryDraft): Faults {
  const say = (reason: VerdictReason) => REASON_TEXT[language][reason]
  const isEmpty = (field: EntryField) => (draft[field] ?? '').trim() === ''
  const id = readNationalId(toLatinDigits(draft.nationalId ?? ''))
  return {
    ...('refusal' in id && { nationalId: say(`national-id.${id.refusal}`) }),
    ...(isEmpty('lastName') && { lastName: say('last-name.missing') }),
    ...(isEmpty('agency') && { agency: NO_AGENCY[language] }),
    ...(isEmpty('county') && { county: say('county.missing') }),
    ...(isEmpty('startDate') && { startDate: say('start-date.missing') }),
  }
}

/** The reasons of the server beside the fields they are about. */
export function faultsOfRefusal(language: Language, error: unknown): Faults {
  if (!(error instanceof ApiProblem) || error.problem.code !== 'job.refused') return {}
  const sentences: Readonly<Record<string, string>> = REASON_TEXT[language]
  const faults = error.problem.params.reasons.flatMap((reason) => {
    const field = FIELDS.find(([start]) => reason.startsWith(`${start}.`))?.[1]
    return field === undefined ? [] : [[field, sentences[reason] ?? reason]]
  })
  return Object.fromEntries(faults)
}
