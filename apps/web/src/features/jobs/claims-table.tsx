import type { ConflictCase } from '@rasad/contracts/jobs'
import type { ReactNode } from 'react'
import { nameOfActor } from '../../shared/actor-name.ts'
import { NO_FIGURE, useFormat } from '../../shared/fa.ts'
import { useText } from '../../shared/language.ts'
import { Code } from '../../shared/ui/code.tsx'
import { CONFLICTS_TEXT } from './conflicts-text.ts'
import { useNames } from './use-names.ts'

type Claim = ConflictCase['claims'][number]
type Fact = {
  label: string
  value: (claim: Claim) => string
  show?: (claim: Claim) => ReactNode
  isFact: boolean
}

/** The claims on one person side by side; a fact on which they disagree is marked. */
export function ClaimsTable({ conflict }: { conflict: ConflictCase }) {
  const text = useText(CONFLICTS_TEXT)
  const { day, digits, moment, count } = useFormat()
  const names = useNames(conflict.province)
  const { claims } = conflict
  const facts: Fact[] = [
    { label: text.county, value: ({ countyName }) => names.given(countyName), isFact: true },
    { label: text.sector, value: ({ sector }) => names.kind(sector), isFact: true },
    {
      label: text.startDate,
      value: ({ startDate }) => startDate,
      show: ({ startDate }) => <Code>{day(startDate)}</Code>,
      isFact: true,
    },
    {
      label: text.employer,
      value: ({ employer }) => (employer === null ? NO_FIGURE : digits(employer)),
      isFact: true,
    },
    {
      label: text.claimedAt,
      value: ({ claimedAt }) => claimedAt,
      show: ({ claimedAt }) => <time dateTime={claimedAt}>{moment(claimedAt)}</time>,
      isFact: false,
    },
    {
      label: text.claimedBy,
      value: ({ claimedBy }) => claimedBy,
      show: ({ claimedBy }) => <Code>{nameOfActor(claimedBy)}</Code>,
      isFact: false,
    },
    {
      label: text.source,
      value: ({ importId, holdsJob }) => {
        if (importId !== null) return `${text.import} ${count(importId)}`
        return holdsJob ? text.inJob : text.byHand
      },
      isFact: false,
    },
  ]
  return (
    <div className="table-box" role="group" tabIndex={0} aria-label={text.sideBySide}>
      <table className="claims">
        <caption>{text.sideBySide}</caption>
        <thead>
          <tr>
            <th scope="col">{text.fact}</th>
            {claims.map((claim) => (
              <th key={claim.claimId} scope="col" data-owner={claim.claimId === conflict.ownerClaim}>
                {names.given(claim.agencyName)}
                {claim.holdsJob && <small>{text.holdsJob}</small>}
                {claim.claimId === conflict.ownerClaim && <small>{text.owner}</small>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {facts.map((fact) => {
            const differs = fact.isFact && new Set(claims.map(fact.value)).size > 1
            return (
              <tr key={fact.label} data-differs={differs}>
                <th scope="row">
                  {fact.label}
                  {differs && <small>{text.differs}</small>}
                </th>
                {claims.map((claim) => (
                  <td key={claim.claimId}>{fact.show?.(claim) ?? fact.value(claim)}</td>
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
