import type { z } from 'zod'

/** Which fields of a form its contract would not take, by name. */
export function faultyFields(schema: z.ZodType, words: object): ReadonlySet<string> {
  const read = schema.safeParse(words)
  return new Set(read.success ? [] : read.error.issues.map(({ path }) => String(path[0] ?? '')))
}
