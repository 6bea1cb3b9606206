import { kindText } from '@rasad/domain/ledger/dimension-text'
import type { CommitmentDifference } from '@rasad/contracts/commitments'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Select } from 'antd'
import { useFormat } from '../../shared/fa.ts'
import { useLanguage, useText } from '../../shared/language.ts'
import { Count } from '../../shared/ui/count.tsx'
import { EmptyState } from '../../shared/ui/empty-state.tsx'
import { PivotTable } from '../../shared/ui/pivot-table.tsx'
import { CommitmentFrame } from './commitment-frame.tsx'
import { comparedOf, differenceQuery, versionsQuery, type CommitmentName } from './commitments-query.ts'
import { COMMITMENTS_TEXT, STATE_TEXT } from './commitments-text.ts'
import { COMPARE_TEXT } from './compare-text.ts'
import { DifferenceTable } from './difference-table.tsx'
import { useMatrixNames } from './use-matrix-names.ts'
import { inForceOf, stateOf } from './version-state.ts'
import './commitments.css'

/** How two versions of a commitment differ, by agency, county, sector and programme. */
export function ComparePage() {
  const text = useText(COMPARE_TEXT)
  const search = useSearch({ from: '/commitments/compare' })
  return (
    <CommitmentFrame text={text} search={search}>
      {(name) => <Comparison name={name} />}
    </CommitmentFrame>
  )
}

function Comparison({ name }: { name: CommitmentName }) {
  const shared = useText(COMMITMENTS_TEXT)
  const search = useSearch({ from: '/commitments/compare' })
  const { versions } = useSuspenseQuery(versionsQuery(name)).data
  const asked = comparedOf(versions, search)
  if (asked === undefined) return <EmptyState title={shared.onlyOne} />
  return (
    <div className="commitments">
      <Chosen name={name} {...asked} />
      <Differences name={name} {...asked} />
    </div>
  )
}

type Asked = { name: CommitmentName; from: string; to: string }

function Chosen({ name, from, to }: Asked) {
  const text = useText(COMPARE_TEXT)
  const states = useText(STATE_TEXT)
  const { count } = useFormat()
  const navigate = useNavigate({ from: '/commitments/compare' })
  const { versions } = useSuspenseQuery(versionsQuery(name)).data
  const inForce = inForceOf(versions)
  const options = versions.map((head) => ({
    value: String(head.version),
    label: `${count(head.version)} · ${states[stateOf(head, inForce)]} · ${count(head.total)}`,
  }))
  const ask = (part: { from?: string; to?: string }) =>
    void navigate({ search: (before) => ({ ...before, from, to, ...part }) })
  return (
    <div className="compare-choice no-print">
      <span>{text.from}</span>
      <Select
        aria-label={text.from}
        value={from}
        options={options}
        onChange={(chosen) => ask({ from: chosen })}
      />
      <span>{text.to}</span>
      <Select aria-label={text.to} value={to} options={options} onChange={(chosen) => ask({ to: chosen })} />
      <Button onClick={() => ask({ from: to, to: from })}>{text.swap}</Button>
    </div>
  )
}

function Differences({ name, from, to }: Asked) {
  const text = useText(COMPARE_TEXT)
  const language = useLanguage()
  const { data: difference } = useSuspenseQuery(differenceQuery(name, from, to))
  const names = useMatrixNames(name.province, language)
  const { count } = useFormat()
  if (difference.cells.length === 0) return <EmptyState title={text.same} about={text.sameWhy} />
  return (
    <>
      <div className="compare-parts">
        <dl className="compare-total card">
          <dt>{text.before}</dt>
          <dd>{count(difference.total.before)}</dd>
          <dt>{text.after}</dt>
          <dd>{count(difference.total.after)}</dd>
          <dt>{text.difference}</dt>
          <dd>
            <Count value={difference.total.difference} as="signed" />
          </dd>
        </dl>
        <PartChanges axis="sector" changes={difference.margins.sector} />
        <PartChanges axis="programme" changes={difference.margins.programme} />
      </div>
      <DifferenceTable difference={difference} names={names} />
    </>
  )
}

function PartChanges({
  axis,
  changes,
}: {
  axis: 'sector' | 'programme'
  changes: CommitmentDifference['margins']['sector']
}) {
  const text = useText(COMPARE_TEXT)
  const shared = useText(COMMITMENTS_TEXT)
  const language = useLanguage()
  if (changes.every(({ name }) => name === 'unspecified')) return null
  return (
    <PivotTable
      caption={shared[axis]}
      corner={shared[axis]}
      groups={[
        {
          key: 'jobs',
          label: shared.committed,
          columns: [
            { key: 'before', label: text.before },
            { key: 'after', label: text.after },
            { key: 'difference', label: text.difference },
          ],
        },
      ]}
      rows={changes.map(({ name, before, after, difference }) => ({
        key: name,
        label: kindText(language, name),
        cells: {
          before: <Count value={before} />,
          after: <Count value={after} />,
          difference: <Count value={difference} as="signed" />,
        },
      }))}
    />
  )
}
