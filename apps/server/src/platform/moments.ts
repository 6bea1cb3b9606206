/** A moment as answers tell it, an ISO instant, from the text the database gives for it. */
export function instantOf(moment: string): string {
  return new Date(moment).toISOString()
}

/** The same of a moment that may be missing. */
export function instantOrNull(moment: string | null): string | null {
  return moment === null ? null : instantOf(moment)
}
