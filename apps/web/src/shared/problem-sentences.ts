import type { ProblemCode, ProblemParams } from '@rasad/contracts/problem-catalogue'

/** A sentence for every refusal: what is wrong and what to do about it on the page. */
export type ProblemSentences = { [Code in ProblemCode]: (params: ProblemParams<Code>) => string }
