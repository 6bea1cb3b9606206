/** The options of a call by the names a contract gives them. */
export type Words = Readonly<Record<string, unknown>>

/** A word that was given as text; undefined when it was not given. */
export function textOf(words: Words, name: string): string | undefined {
  const word = words[name]
  return typeof word === 'string' ? word : undefined
}

/** The words of an option that may be given several times. */
export function textsOf(words: Words, name: string): string[] {
  const texts = words[name]
  return Array.isArray(texts) ? texts.map(String) : []
}
