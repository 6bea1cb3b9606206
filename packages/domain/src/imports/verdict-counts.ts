import { VERDICTS, type Verdict } from './verdict.ts'

/** How many rows got each verdict. */
export type VerdictCounts = Record<Verdict, number>

/** How one row was judged, as it is counted: its sheet by number, its county and agency where it names one that is known. */
export type JudgedRow = {
  sheetNumber: number
  county: string | null
  agency: string | null
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
  agencies: readonly (VerdictCounts & { agency: string | null; rows: number })[]
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
  }
  const verdicts = { ...NONE }
  for (const { row, by } of changes) {
    verdicts[row.verdict] += by
    for (const kind of ['reasons', 'corrections', 'warnings'] as const) addNotes(next[kind], row[kind], by)
    const sheet = next.sheets[row.sheetNumber]
    if (sheet) sheet[row.verdict] += by
    next.counties = inOrder(moved(next.counties, { county: row.county, ...NONE }, row, by))
    next.agencies = agenciesInOrder(moved(next.agencies, { agency: row.agency, rows: 0, ...NONE }, row, by))
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

type Part = VerdictCounts & { county?: string | null; agency?: string | null; rows?: number }

/** The counts of counties or agencies, with one row more or less in one of them; one without rows is left out. */
function moved<Counts extends Part>(
  parts: readonly Counts[],
  fresh: Counts,
  { verdict }: JudgedRow,
  by: number,
): Counts[] {
  const isSame = ({ county, agency }: Part) => county === fresh.county && agency === fresh.agency
  const found = parts.find(isSame) ?? fresh
  const changed = { ...found, [verdict]: found[verdict] + by }
  if (changed.rows !== undefined) changed.rows += by
  const others = parts.filter((part) => !isSame(part))
  return VERDICTS.every((each) => changed[each] === 0) ? others : [...others, changed]
}

function agenciesInOrder<Row extends { agency: string | null }>(agencies: readonly Row[]): Row[] {
  const key = ({ agency }: Row) => agency ?? '~'
  return agencies.toSorted((one, other) => (key(one) < key(other) ? -1 : 1))
}

/** Counties by code, the rows without one last. */
export function inOrder<Row extends { county: string | null }>(counties: readonly Row[]): Row[] {
  const key = ({ county }: Row) => county ?? '~'
  return counties.toSorted((one, other) => (key(one) < key(other) ? -1 : 1))
}
