/** One line of JSON on standard error: an event by its name, and particulars that are never personal data. */
export function logEvent(event: string, particulars: Record<string, string | number | boolean> = {}): void {
  process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), event, ...particulars })}\n`)
}
