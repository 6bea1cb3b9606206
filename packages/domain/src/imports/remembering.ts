const REMEMBERED = 5_000

/** The same pure function of a text, remembering its answers for the words that fill a column over and over. */
export function remembering<Answer>(
  answer: (text: string) => Answer | undefined,
): (text: string) => Answer | undefined {
  const known = new Map<string, Answer>()
  return (text) => {
    const found = known.get(text)
    if (found !== undefined) return found
    const fresh = answer(text)
    if (known.size >= REMEMBERED) known.clear()
    if (fresh !== undefined) known.set(text, fresh)
    return fresh
  }
}
