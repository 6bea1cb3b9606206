import type { Problem } from '@rasad/server/platform/problem'
import type { Language } from './language.ts'
import { PROBLEM_SENTENCES_EN } from './problem-text-en.ts'
import { PROBLEM_SENTENCES_FA } from './problem-text-fa.ts'
import type { ProblemSentences } from './problem-words.ts'

const SENTENCES: Record<Language, ProblemSentences> = { fa: PROBLEM_SENTENCES_FA, en: PROBLEM_SENTENCES_EN }

/** The refusal in words. */
export function problemSentence(language: Language, problem: Problem): string {
  const say: (params: never) => string = SENTENCES[language][problem.code]
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- A Problem carries the parameters of its own code.
  return say(problem.params as never)
}
