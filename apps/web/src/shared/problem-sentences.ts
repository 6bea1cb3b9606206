import type { ProblemCode, ProblemParams } from '@rasad/contracts/problem-catalogue'

/** What only the command at the machine can be refused for. */
type MachineOnly = `${'reference' | 'backup' | 'restore' | 'drill' | 'database' | 'demonstration'}.${string}`
/** What a page can be refused for. */
export type PageProblemCode = Exclude<ProblemCode, MachineOnly>

/** A sentence for every refusal: what is wrong and what to do about it on the page. */
export type ProblemSentences = { [Code in PageProblemCode]: (params: ProblemParams<Code>) => string }

/** Whether the pages have a sentence of their own for a refusal. */
export function isPageProblem(code: string, sentences: ProblemSentences): code is PageProblemCode {
  return code in sentences
}
