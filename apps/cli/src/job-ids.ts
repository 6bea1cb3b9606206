import { toLatinDigits } from '@rasad/domain/persian/digits'

const MOST = 100_000

/** The jobs that a person names, `1,2,5-9`, in that order and each once; undefined when the words name none. */
export function readJobIds(text: string): number[] | undefined {
  const ids = new Set<number>()
  for (const part of toLatinDigits(text).split(/[,،]/)) {
    const [, first, last = first] = /^\s*(\d{1,15})(?:\s*-\s*(\d{1,15}))?\s*$/.exec(part) ?? []
    if (first === undefined || Number(last) < Number(first) || Number(last) - Number(first) >= MOST)
      return undefined
    for (let id = Number(first); id <= Number(last); id++) ids.add(id)
  }
  return [...ids]
}
