import { useQueryErrorResetBoundary } from '@tanstack/react-query'
import { Link, useRouter, type ErrorComponentProps } from '@tanstack/react-router'
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
  const tryAgain = () => {
    queries.reset()
    reset()
    void router.invalidate()
  }
  return (
    <>
      <PageHead title={text.failed} />
      <ProblemAlert
        error={error}
        action={
          <button type="button" className="plain-button" onClick={tryAgain}>
            {text.again}
          </button>
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
