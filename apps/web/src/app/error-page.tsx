import { useQueryErrorResetBoundary } from '@tanstack/react-query'
import { Link, useRouter, type ErrorComponentProps } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { ApiProblem, ConnectionLost } from '../shared/api.ts'
import { useConnectionLost } from '../shared/connection.ts'
import { useText } from '../shared/language.ts'
import { EmptyState } from '../shared/ui/empty-state.tsx'
import { PageHead } from '../shared/ui/page-head.tsx'
import { ProblemAlert } from '../shared/ui/problem-alert.tsx'
import { SHELL_TEXT } from './shell-text.ts'

/** What stands in place of a page that could not be opened; asks again when told to. */
export function ErrorPage({ error, reset }: ErrorComponentProps) {
  const text = useText(SHELL_TEXT)
  const router = useRouter()
  const queries = useQueryErrorResetBoundary()
  const isLost = useConnectionLost()
  const tryAgain = () => {
    queries.reset()
    reset()
    void router.invalidate()
  }
  const isOutOfReach = error instanceof ConnectionLost && isLost
  const again = useRef(tryAgain)
  useEffect(() => {
    again.current = tryAgain
  })
  // What was only out of reach opens by itself when the connection is back.
  const wasOutOfReach = useRef(false)
  useEffect(() => {
    if (wasOutOfReach.current && !isOutOfReach) again.current()
    wasOutOfReach.current = isOutOfReach
  }, [isOutOfReach])
  // Asked once more it would be refused once more.
  const isRefused = error instanceof ApiProblem && (error.status === 403 || error.status === 404)
  return (
    <>
      <PageHead title={text.failed} />
      <ProblemAlert
        error={error}
        action={
          isRefused ? (
            <Link to="/">{text.start}</Link>
          ) : (
            <button type="button" className="plain-button" onClick={tryAgain}>
              {text.again}
            </button>
          )
        }
      />
    </>
  )
}

/** What stands at an address that no page has. */
export function NotFoundPage() {
  const text = useText(SHELL_TEXT)
  return (
    <>
      <PageHead title={text.notFound} />
      <EmptyState title={text.notFoundWhy} action={<Link to="/">{text.start}</Link>} />
    </>
  )
}
