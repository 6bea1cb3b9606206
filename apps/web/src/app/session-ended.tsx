import { useRouter } from '@tanstack/react-router'
import { useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { noteSessionEnd, useSessionEnded } from '../shared/session-end.ts'
import { useMe } from '../shared/session.ts'
import { LazyKit } from './lazy-kit.ts'

const SignInDialog = lazy(async () => ({
  default: (await import('../features/access/sign-in-dialog.tsx')).SignInDialog,
}))

/** Asks whoever's session has ended to sign in again, over the page, which stays as it was. */
export function SessionEnded() {
  const { userName } = useMe()
  const router = useRouter()
  const queries = useQueryClient()
  if (!useSessionEnded()) return null
  const goOn = () => {
    noteSessionEnd(false)
    void queries.invalidateQueries()
    void router.invalidate()
  }
  return (
    <Suspense fallback={null}>
      <LazyKit>
        <SignInDialog userName={userName ?? ''} onSame={goOn} onOther={() => window.location.assign('/')} />
      </LazyKit>
    </Suspense>
  )
}
