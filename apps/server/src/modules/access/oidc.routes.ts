import { z } from 'zod'
import { callerOf, giveCookies, type Access } from './access-door.ts'
import { Problem } from '../../platform/problem.ts'
import { OIDC_CALLBACK, OIDC_START } from './access-settings.ts'
import { enter, requireAttempt } from './sign-in.commands.ts'

/** What the provider says in the address it sends people back to. */
const Query = z.record(z.string(), z.string())
/** Where the pages are after a sign-in by OIDC, and where they say that it was refused. */
const AFTER = '/'
const REFUSED = '/sign-in?refused=oidc'

/** Sign-in by the organisation's own provider: two addresses that browsers are sent to, not parts of the API. */
export function oidcRoutes(access: Access): void {
  if (!access.settings.oidc) return
  const { database, http } = access
  const config = { findsWhoAsks: true } as const
  http.get(OIDC_START, { config }, async (request, reply) => {
    const engine = await access.engine()
    const caller = callerOf(request)
    await requireAttempt({ database, now: access.clock() }, 'address', caller.address)
    const passed = await engine.startOidc(caller, AFTER, REFUSED)
    if (!passed?.said.url) throw new Problem('access.oidc-failed', {})
    giveCookies(reply, passed.cookies)
    return reply.header('cache-control', 'no-store').redirect(passed.said.url, 303)
  })
  http.get(OIDC_CALLBACK, { config }, async (request, reply) => {
    const engine = await access.engine()
    const caller = callerOf(request)
    const response = await engine.finishOidc(caller, Query.parse(request.query))
    const cookies = response.headers.getSetCookie()
    const opened = engine.tokenIn(cookies.map((cookie) => cookie.split(';')[0]).join('; '))
    giveCookies(reply, cookies)
    if (opened === undefined) return reply.redirect(REFUSED, 303)
    const desk = { database, engine, caller, now: access.clock() }
    await enter(desk, cookies, { action: 'access.signed-in', withCode: false })
    return reply.header('cache-control', 'no-store').redirect(AFTER, 303)
  })
}
