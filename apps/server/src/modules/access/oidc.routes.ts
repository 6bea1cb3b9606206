import { API_ROOT } from '@rasad/contracts/define-route'
import { z } from 'zod'
import { callerOf, giveCookies, type Access } from './access-door.ts'
import { Problem } from '../../platform/problem.ts'
import { OIDC_CALLBACK, OIDC_START } from './access-settings.ts'
import { enter, requireAttempt } from './sign-in.commands.ts'

/** What the provider says in the address it sends people back to. */
const Query = z.record(z.string(), z.string())
/** Where the pages are after a sign-in by OIDC, and where they say that it was refused or broken off. */
const AFTER = '/'
const REFUSED = '/sign-in?refused=oidc'
const BROKEN_OFF = '/sign-in?refused=cancelled'
/** Where somebody wanted to go before the provider was asked: an address of our own, kept while they are there. */
const BACK_COOKIE = 'rasad.back'
const BACK_SECONDS = 600
const OWN_ADDRESS = /^\/(?![/\\])[\x21-\x7e]{0,1000}$/

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
    const { back } = Query.parse(request.query)
    giveCookies(reply, [...passed.cookies, keptAddress(back)])
    return reply.header('cache-control', 'no-store').redirect(passed.said.url, 303)
  })
  http.get(OIDC_CALLBACK, { config }, async (request, reply) => {
    const engine = await access.engine()
    const caller = callerOf(request)
    const query = Query.parse(request.query)
    const response = await engine.finishOidc(caller, query)
    const cookies = response.headers.getSetCookie()
    const opened = engine.tokenIn(cookies.map((cookie) => cookie.split(';')[0]).join('; '))
    giveCookies(reply, [...cookies, keptAddress(undefined)])
    const back = addressIn(caller.cookie)
    if (opened === undefined) {
      const refused = query['error'] === 'access_denied' ? BROKEN_OFF : REFUSED
      return reply.redirect(back === undefined ? refused : `${refused}&back=${encodeURIComponent(back)}`, 303)
    }
    const desk = { database, engine, caller, now: access.clock() }
    await enter(desk, cookies, { action: 'access.signed-in', withCode: false })
    return reply.header('cache-control', 'no-store').redirect(back ?? AFTER, 303)
  })
}

function keptAddress(back: string | undefined): string {
  const isOwn = back !== undefined && OWN_ADDRESS.test(back)
  const [value, seconds] = isOwn ? [Buffer.from(back).toString('base64url'), BACK_SECONDS] : ['', 0]
  return `${BACK_COOKIE}=${value}; Max-Age=${seconds}; Path=${API_ROOT}/sign-in; HttpOnly; SameSite=Lax`
}

function addressIn(cookies: string): string | undefined {
  const kept = cookies.split(/; */).find((pair) => pair.startsWith(`${BACK_COOKIE}=`))
  const back = Buffer.from(kept?.slice(BACK_COOKIE.length + 1) ?? '', 'base64url').toString()
  return OWN_ADDRESS.test(back) ? back : undefined
}
