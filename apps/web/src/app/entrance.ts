import type { Me } from '@rasad/contracts/access'
import type { QueryClient } from '@tanstack/react-query'
import { redirect } from '@tanstack/react-router'
import { findMe } from '../shared/session.ts'

/** The one page that is open to nobody in particular. */
export const SIGN_IN_PATH = '/sign-in'

/** Who asks. Whoever is not signed in, or not yet wholly, goes to the sign-in and comes back from there. */
export async function enter(queries: QueryClient, href: string): Promise<Me> {
  const away = () => redirect({ to: SIGN_IN_PATH, search: { back: href }, replace: true })
  const me = await findMe(queries)
  if (me === null || me.state !== 'signed-in') throw away()
  return me
}
