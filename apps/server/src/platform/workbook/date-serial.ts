/** Days between the two date systems of spreadsheets. */
export const DAYS_TO_1904 = 1462

const DAYS_TO_1970 = 25_569

/** The serial number of an ISO date or date-time without zone; undefined when it is none. */
export function serialOfIso(text: string): number | undefined {
  const match = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?)?/.exec(text)
  if (match === null) return undefined
  const [year, month, day, hour, minute, second] = match.slice(1).map((part) => Number(part ?? 0))
  const days = Date.UTC(year ?? 0, (month ?? 1) - 1, day) / 86_400_000 + DAYS_TO_1970
  return days + ((hour ?? 0) * 3600 + (minute ?? 0) * 60 + (second ?? 0)) / 86_400
}
