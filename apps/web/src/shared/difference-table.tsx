import type { FigureDifference } from '@rasad/contracts/figures'
import { CAUSES } from '@rasad/domain/ledger/posting'
import type { ReactNode } from 'react'
import { CAUSE_TEXT } from './cause-text.ts'
import { DIFFERENCE_TEXT } from './difference-text.ts'
import { useFormat } from './fa.ts'
import { useText } from './language.ts'
import { PART_TEXT } from '@rasad/domain/figures/figure-text'
import { Count, type CountStyle } from './ui/count.tsx'

const ALWAYS = ['committed', 'registered', 'verified'] as const
const WHERE_MOVED = ['underReview', 'rejected', 'unreachable', 'duplicate', 'withdrawn', 'beside'] as const
type Truths = FigureDifference['before']

/** A change as a table: how it was, what each cause moved, how it is, and that nothing is left unexplained. */
export function DifferenceTable({ caption, change }: { caption: ReactNode; change: FigureDifference }) {
  const text = useText(DIFFERENCE_TEXT)
  const causeNames = useText(CAUSE_TEXT)
  const parts = useText(PART_TEXT)
  const { moment } = useFormat()
  const { before, after, residue, from, to } = change
  const moved = WHERE_MOVED.filter((part) => change.causes.some((cause) => cause[part] !== 0))
  const all = [before, after, residue, ...change.causes]
  const columns = [...ALWAYS, ...moved].filter((part) => all.some((truths) => truths[part] !== null))
  // A step between two states that count alike moves none of the figures.
  const causes = change.causes
    .filter((cause) => columns.some((part) => (cause[part] ?? 0) !== 0))
    .toSorted((one, other) => CAUSES.indexOf(one.cause) - CAUSES.indexOf(other.cause))
  if (causes.length === 0) return <p className="difference-none">{text.none}</p>
  const cells = (truths: Truths, as: CountStyle) =>
    columns.map((part) => (
      <td key={part} data-number="true">
        <Count value={truths[part]} as={as} />
      </td>
    ))
  return (
    <div className="table-box" role="group" tabIndex={0} aria-label={text.cause}>
      <table className="list-table difference">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{text.cause}</th>
            {columns.map((part) => (
              <th key={part} scope="col" data-number="true">
                {parts[part]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr className="difference-end">
            <th scope="row">
              {text.before} <small>{moment(from.asOf)}</small>
            </th>
            {cells(before, 'count')}
          </tr>
          {causes.map(({ cause, ...truths }) => (
            <tr key={cause}>
              <th scope="row">{causeNames[cause]}</th>
              {cells(truths, 'signed')}
            </tr>
          ))}
          <tr className="difference-rest">
            <th scope="row">{text.residue}</th>
            {cells(residue, 'count')}
          </tr>
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">
              {text.after} <small>{moment(to.asOf)}</small>
            </th>
            {cells(after, 'count')}
          </tr>
        </tfoot>
      </table>
    </div>
  )
}
