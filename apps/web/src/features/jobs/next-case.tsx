import type { ConflictCase } from '@rasad/contracts/jobs'
import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { useText } from '../../shared/language.ts'
import { useMe } from '../../shared/session.ts'
import { CONFLICTS_TEXT } from './conflicts-text.ts'
import { conflictsQuery } from './jobs-query.ts'

/** The way on from a decided case, for those who decide: the case that waits longest. */
export function NextCase({ conflict: { province, caseId } }: { conflict: ConflictCase }) {
  const text = useText(CONFLICTS_TEXT)
  const { period = '' } = useSearch({ from: '__root__' })
  const mayDecide = useMe().may('conflict.decide')
  const { data } = useQuery({
    ...conflictsQuery({ province, period }, { state: 'open' }),
    enabled: mayDecide && period !== '',
  })
  if (data === undefined) return null
  const next = data.conflicts.find((one) => one.caseId !== caseId)
  if (next === undefined) return <p className="quiet">{text.noneLeft}</p>
  return (
    <p>
      {`${text.nextCase}: `}
      <Link to="/conflicts/$province/$caseId" params={{ province, caseId: String(next.caseId) }}>
        {next.name}
      </Link>
    </p>
  )
}
