/** The divisions of ISIC revision 4, by which a job's activity line (رسته فعالیت) is told; `reference/isic4.csv` names them. */
export const ACTIVITY_LINES: readonly string[] = [
  '01 02 03',
  '05 06 07 08 09',
  '10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32 33',
  '35 36 37 38 39 41 42 43 45 46 47 49 50 51 52 53 55 56 58 59 60 61 62 63 64 65 66 68 69',
  '70 71 72 73 74 75 77 78 79 80 81 82 84 85 86 87 88 90 91 92 93 94 95 96 97 98 99',
].flatMap((divisions) => divisions.split(' '))

const KNOWN: ReadonlySet<string> = new Set(ACTIVITY_LINES)

/** Whether a figure can be restricted to this: a division of ISIC, or `unspecified`. */
export function isActivityLine(text: string): boolean {
  return KNOWN.has(text) || text === 'unspecified'
}

/** The activity line of an ISIC code of any level; `unspecified` without one, or where it names no division. */
export function activityLineOf(isic: string | null): string {
  const division = /^[A-U]?(\d{2})/.exec(isic ?? '')?.[1]
  return division !== undefined && KNOWN.has(division) ? division : 'unspecified'
}
