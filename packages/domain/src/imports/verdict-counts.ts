import type { Verdict } from './verdict.ts'

/** How many rows got each verdict. */
export type VerdictCounts = Record<Verdict, number>

/** How one row was judged, as it is counted: its sheet by number, its county where it names one. */
export type JudgedRow = {
  sheetNumber: number
  county: string | null
  verdict: Verdict
  reasons: readonly string[]
  corrections: readonly string[]
  warnings: readonly string[]
}

/** Everything that is counted of a judged list. */
export type ListCounts = VerdictCounts & {
  reasons: Record<string, number>
  corrections: Record<string, number>
  warnings: Record<string, number>
  sheets: readonly VerdictCounts[]
  counties: readonly (VerdictCounts & { county: string | null })[]
}

const NONE: VerdictCounts = { accepted: 0, rejected: 0, duplicate: 0, conflict: 0 }

/** The counts of a list, some of whose rows were judged anew. */
export function recount<Counts extends ListCounts>(
  counts: Counts,
  before: readonly JudgedRow[],
  after: readonly JudgedRow[],
): Counts {
  const changes = [...before.map((row) => ({ row, by: -1 })), ...after.map((row) => ({ row, by: 1 }))]
  const next: ListCounts & Counts = {
    ...counts,
    reasons: { ...counts.reasons },
    corrections: { ...counts.corrections },
    warnings: { ...counts.warnings },
    sheets: counts.sheets.map((sheet) => ({ ...sheet })),
    counties: counts.counties.map((county) => ({ ...county })),
  }
  const verdicts = { ...NONE }
  for (const { row, by } of changes) {
    verdicts[row.verdict] += by
    for (const kind of ['reasons', 'corrections', 'warnings'] as const) addNotes(next[kind], row[kind], by)
    const sheet = next.sheets[row.sheetNumber]
    if (sheet) sheet[row.verdict] += by
    next.counties = withCounty(next.counties, row, by)
  }
  return {
    ...next,
    accepted: counts.accepted + verdicts.accepted,
    rejected: counts.rejected + verdicts.rejected,
    duplicate: counts.duplicate + verdicts.duplicate,
    conflict: counts.conflict + verdicts.conflict,
  }
}

function addNotes(counts: Record<string, number>, codes: readonly string[], by: number): void {
  for (const code of codes) {
    const count = (counts[code] ?? 0) + by
    if (count === 0) delete counts[code]
    else counts[code] = count
  }
}

type CountyCounts = ListCounts['counties'][number]

function withCounty(counties: readonly CountyCounts[], { county, verdict }: JudgedRow, by: number) {
  const found = counties.find((each) => each.county === county) ?? { ...NONE, county }
  const changed = { ...found, [verdict]: found[verdict] + by }
  const others = counties.filter((each) => each.county !== county)
  const isEmpty = changed.accepted + changed.rejected + changed.duplicate + changed.conflict === 0
  return inOrder(isEmpty ? others : [...others, changed])
}

/** Counties by code, the rows without one last. */
export function inOrder<Row extends { county: string | null }>(counties: readonly Row[]): Row[] {
  const key = ({ county }: Row) => county ?? '~'
  return counties.toSorted((one, other) => (key(one) < key(other) ? -1 : 1))
}
