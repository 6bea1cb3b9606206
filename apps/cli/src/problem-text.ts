import type { Problem } from '@rasad/server/platform/problem'
import type { Language } from './language.ts'
import { CODES_ALONE, type Names } from '@rasad/server/modules/places/names.queries'
import { PROBLEM_SENTENCES_EN } from './problem-text-en.ts'
import { PROBLEM_SENTENCES_FA } from './problem-text-fa.ts'
import type { ProblemSentences } from './problem-words.ts'

const SENTENCES: Record<Language, ProblemSentences> = { fa: PROBLEM_SENTENCES_FA, en: PROBLEM_SENTENCES_EN }

/** A refusal as an answer tells it: its permanent code and what it speaks of. */
export type Refusal = { code: string; params: Record<string, unknown> }

/** A refusal among the answer in words; its code, where there are none for it. */
export function refusalSentence(language: Language, { code, params }: Refusal, names: Names): string {
  const sentences: Readonly<Record<string, (params: never, names: Names) => string>> = SENTENCES[language]
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- A refusal carries the parameters of its own code.
  return sentences[code]?.(params as never, names) ?? code
}

/** The refusal in words; what it speaks of is called by name, where names are given. */
export function problemSentence(language: Language, problem: Problem, names: Names = CODES_ALONE): string {
  const say: (params: never, names: Names) => string = SENTENCES[language][problem.code]
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- A Problem carries the parameters of its own code.
  return say(problem.params as never, names)
}
