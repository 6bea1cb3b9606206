import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useText } from '../../shared/language.ts'
import { EmptyState } from '../../shared/ui/empty-state.tsx'
import { PageHead } from '../../shared/ui/page-head.tsx'
import { nameOfSearch, type CommitmentName } from './commitments-query.ts'
import { COMMITMENTS_TEXT } from './commitments-text.ts'

type CommitmentFrameProps = {
  text: { title: string; about: string }
  search: Parameters<typeof nameOfSearch>[0]
  children: (name: CommitmentName) => ReactNode
}

/** A page about one commitment: its title, the way back to the versions, and what to do where there is no period. */
export function CommitmentFrame({ text, search, children }: CommitmentFrameProps) {
  const shared = useText(COMMITMENTS_TEXT)
  const name = nameOfSearch(search)
  return (
    <>
      <PageHead
        title={text.title}
        about={
          <>
            <Link
              to="/commitments"
              search={search.baseline === undefined ? {} : { baseline: search.baseline }}
            >
              {shared.back}
            </Link>
            {` · ${text.about}`}
          </>
        }
      />
      {name === undefined ? (
        <EmptyState title={shared.noPeriod} about={shared.noPeriodWhy} />
      ) : (
        children(name)
      )}
    </>
  )
}
