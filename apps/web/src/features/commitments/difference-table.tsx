import type { CommitmentDifference } from '@rasad/contracts/commitments'
import type { ReactNode } from 'react'
import { useFormat } from '../../shared/fa.ts'
import { useText } from '../../shared/language.ts'
import { Count } from '../../shared/ui/count.tsx'
import { PivotTable } from '../../shared/ui/pivot-table.tsx'
import { COMMITMENTS_TEXT } from './commitments-text.ts'
import { COMPARE_TEXT } from './compare-text.ts'
import type { MatrixLists } from './use-matrix-names.ts'

type Change = CommitmentDifference['total']

/** The differences of two versions as a matrix of the agencies and counties in which something changed; its sums are the server's. */
export function DifferenceTable({
  difference: { cells, margins, total, from, to },
  names,
}: {
  difference: CommitmentDifference
  names: MatrixLists
}) {
  const text = useText(COMPARE_TEXT)
  const shared = useText(COMMITMENTS_TEXT)
  const { count } = useFormat()
  const sums = new Map<string, Change>()
  for (const { agency, county, before, after, difference } of cells) {
    const key = `${agency}/${county}`
    const known = sums.get(key) ?? { before: 0, after: 0, difference: 0 }
    sums.set(key, {
      before: known.before + before,
      after: known.after + after,
      difference: known.difference + difference,
    })
  }
  const shown = names.listOf(cells, [])
  const changed = new Set(cells.map(({ county }) => county))
  const counties = shown.counties.filter(({ code }) => changed.has(code))
  const changeOf = (change: Change | undefined): ReactNode =>
    change === undefined ? null : (
      <span
        className="cell-difference"
        data-sign={Math.sign(change.difference)}
        title={`${text.before} ${count(change.before)} · ${text.after} ${count(change.after)}`}
      >
        <Count value={change.difference} as="signed" />
      </span>
    )
  const ofAgency = new Map(margins.agency.map((change) => [change.name, change]))
  const ofCounty = new Map(margins.county.map((change) => [change.name, change]))
  const wholeOf = (change: Change | undefined) => ({
    before: change === undefined ? null : <Count value={change.before} />,
    after: change === undefined ? null : <Count value={change.after} />,
    difference: change === undefined ? <Count value={0} as="signed" /> : changeOf(change),
  })
  return (
    <div className="difference-table">
      <PivotTable
        caption={`${text.difference}: ${text.from} ${count(from)} ${text.to} ${count(to)}`}
        corner={shared.agency}
        groups={[
          {
            key: 'counties',
            label: text.counties,
            columns: counties.map(({ code, name }) => ({ key: code, label: name })),
          },
          {
            key: 'whole',
            label: text.ofAgency,
            columns: [
              { key: 'before', label: text.before },
              { key: 'after', label: text.after },
              { key: 'difference', label: text.difference, isTotal: true },
            ],
          },
        ]}
        rows={shown.agencies.map(({ code: agency, name }) => ({
          key: agency,
          label: name,
          cells: {
            ...Object.fromEntries(
              counties.map(({ code: county }) => [county, changeOf(sums.get(`${agency}/${county}`))]),
            ),
            ...wholeOf(ofAgency.get(agency)),
          },
        }))}
        total={{
          key: 'total',
          label: shared.sum,
          cells: {
            ...Object.fromEntries(
              counties.map(({ code: county }) => [county, wholeOf(ofCounty.get(county)).difference]),
            ),
            ...wholeOf(total),
          },
        }}
      />
    </div>
  )
}
