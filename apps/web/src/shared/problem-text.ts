import { ApiProblem, ConnectionLost } from './api.ts'
import { useLanguage, type Language } from './language.ts'
import { PROBLEM_SENTENCES_EN } from './problem-text-en.ts'
import { PROBLEM_SENTENCES_FA } from './problem-text-fa.ts'
import { isPageProblem, type ProblemSentences } from './problem-sentences.ts'

/** What to say of an error that happened on the page. */
export type ErrorWords = {
  sentence: string
  kind: 'refused' | 'not-found' | 'not-allowed' | 'lost' | 'fault'
  requestId: string | null
}

const SENTENCES: Record<Language, ProblemSentences> = { fa: PROBLEM_SENTENCES_FA, en: PROBLEM_SENTENCES_EN }
const LOST: Record<Language, string> = {
  fa: 'به سرور نمی‌توان رسید. آنچه نوشته‌اید سر جایش است؛ با برگشتن اتصال دوباره تلاش کنید.',
  en: 'The server cannot be reached. Nothing you typed is lost; try again when the connection is back.',
}
const UNFORESEEN: Record<Language, string> = {
  fa: 'خطایی پیش‌بینی‌نشده در این صفحه رخ داد. صفحه را دوباره باز کنید.',
  en: 'An unforeseen fault on this page. Open the page again.',
}

const KINDS: Readonly<Record<number, ErrorWords['kind']>> = { 403: 'not-allowed', 404: 'not-found' }

/** An error in words, in the language of the page. */
export function useErrorWords(error: unknown): ErrorWords {
  return errorWords(useLanguage(), error)
}

/** The sentence of a refusal that was told beside something that was not refused as a whole. */
export function sentenceOfRefusal(
  language: Language,
  { code, params }: { code: string; params: Readonly<Record<string, unknown>> },
): string {
  if (!isPageProblem(code, SENTENCES[language])) return `${UNFORESEEN[language]} (${code})`
  const say: (params: never) => string = SENTENCES[language][code]
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- A problem carries the parameters of its own code.
  return say(params as never)
}

/** An error in words: a refusal by its code, a lost connection, or a fault. */
function errorWords(language: Language, error: unknown): ErrorWords {
  if (error instanceof ConnectionLost) return { sentence: LOST[language], kind: 'lost', requestId: null }
  if (!(error instanceof ApiProblem))
    return { sentence: UNFORESEEN[language], kind: 'fault', requestId: null }
  const { code, params } = error.problem
  const { requestId } = error
  // A server newer than this page may refuse for a reason that the page does not know yet.
  if (!isPageProblem(code, SENTENCES[language]))
    return { sentence: `${UNFORESEEN[language]} (${error.message})`, kind: 'fault', requestId }
  const say: (params: never) => string = SENTENCES[language][code]
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- A problem carries the parameters of its own code.
  const sentence = say(params as never)
  return { sentence, kind: KINDS[error.status] ?? (error.status >= 500 ? 'fault' : 'refused'), requestId }
}
