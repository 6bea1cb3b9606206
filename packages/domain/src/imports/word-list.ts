/** A written list of words, divided by bars and line ends. */
export function words(list: string): readonly string[] {
  return list
    .split(/[|\n]/u)
    .map((word) => word.trim())
    .filter((word) => word !== '')
}
