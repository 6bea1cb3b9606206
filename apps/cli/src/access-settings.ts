import { toLatinDigits } from '@rasad/domain/persian/digits'
import type { HttpSettings } from '@rasad/server/app'
import { Problem } from '@rasad/server/platform/problem'
import type { AccessWords } from './environment.ts'

/** How people reach and enter a started Rasad. */
export type AccessPlan = Pick<HttpSettings, 'access' | 'trustProxy'> & {
  /** Passwords may cross the network: the operator has said that they may cross it unencrypted, or the address is https. */
  mayLeaveMachine: boolean
}

const LONGEST_IDLE_MINUTES = 24 * 60
const LONGEST_SESSION_HOURS = 7 * 24

/** Reads what the environment says of addresses, sessions and the organisation's own sign-in. */
export function readAccess(words: AccessWords = {}): AccessPlan {
  const { url, oidcIssuer, oidcClientId, oidcClientSecret, oidcName, plainHttp, trustProxy } = words
  if (url !== undefined && !isWebAddress(url)) throw unreadable('RASAD_URL', url)
  if (plainHttp !== undefined && plainHttp !== 'allowed') throw unreadable('RASAD_PLAIN_HTTP', plainHttp)
  const idleMinutes = numberOf('RASAD_IDLE_MINUTES', words.idleMinutes, LONGEST_IDLE_MINUTES)
  const sessionHours = numberOf('RASAD_SESSION_HOURS', words.sessionHours, LONGEST_SESSION_HOURS)
  const access = { url, idleMinutes, sessionHours }
  const mayLeaveMachine = (url?.startsWith('https://') ?? false) || plainHttp === 'allowed'
  if (oidcIssuer === undefined) return { access, trustProxy, mayLeaveMachine }
  if (!isWebAddress(oidcIssuer)) throw unreadable('RASAD_OIDC_ISSUER', oidcIssuer)
  // The provider sends people back to an address that it knows.
  if (url === undefined) throw missing('RASAD_URL')
  if (oidcClientId === undefined) throw missing('RASAD_OIDC_CLIENT_ID')
  if (oidcClientSecret === undefined) throw missing('RASAD_OIDC_CLIENT_SECRET')
  const oidc = {
    issuer: oidcIssuer,
    clientId: oidcClientId,
    clientSecret: oidcClientSecret,
    name: oidcName ?? new URL(oidcIssuer).hostname,
  }
  return { access: { ...access, oidc }, trustProxy, mayLeaveMachine }
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)
}

function numberOf(name: string, text: string | undefined, most: number): number | undefined {
  if (text === undefined) return undefined
  const number = Number(toLatinDigits(text))
  if (!Number.isInteger(number) || number < 1 || number > most) throw unreadable(name, text)
  return number
}

function unreadable(field: string, text: string): Problem {
  return new Problem('bad-input', { fields: [{ field, message: `"${text}" is not understood` }] })
}

function missing(field: string): Problem {
  return new Problem('bad-input', { fields: [{ field, message: 'is needed for OIDC' }] })
}
