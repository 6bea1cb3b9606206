import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { Provider } from 'oidc-provider'

export const CLIENT = { clientId: 'rasad', clientSecret: 'a-secret-between-the-two' }

/** Somebody whom the provider knows. */
export type KnownPerson = { sub: string; preferredUsername: string }

/** A whole OpenID provider on loopback that signs in whomever the test says. */
export async function startProvider(redirectUri: string) {
  const people = new Map<string, KnownPerson>()
  let atDesk: KnownPerson | undefined
  const offered: KnownPerson[] = []
  const server: Server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const issuer = `http://127.0.0.1:${port}`
  const provider = new Provider(issuer, {
    clients: [
      { client_id: CLIENT.clientId, client_secret: CLIENT.clientSecret, redirect_uris: [redirectUri] },
    ],
    claims: { openid: ['sub'], profile: ['preferred_username'] },
    cookies: { keys: ['of the test'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    findAccount: (_context, sub) => ({
      accountId: sub,
      claims: () => ({ sub, preferred_username: people.get(sub)?.preferredUsername }),
    }),
    loadExistingGrant: async (context) => {
      const { client, session } = context.oidc
      const grant = new context.oidc.provider.Grant({
        clientId: client!.clientId,
        accountId: session!.accountId!,
      })
      grant.addOIDCScope('openid profile')
      await grant.save()
      return grant
    },
  })
  const answer = provider.callback()
  server.on('request', (request, response) => {
    const [, page, uid = '', act, sub = ''] = request.url?.split('/') ?? []
    if (page !== 'interaction') return void answer(request, response)
    if (act === 'cancel')
      return void provider.interactionFinished(request, response, { error: 'access_denied' })
    const person = act === 'as' ? people.get(sub) : atDesk
    if (person)
      return void provider.interactionFinished(request, response, { login: { accountId: person.sub } })
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end(doorOf(uid, offered))
  })

  /** Follows the provider's own pages from its authorization address until it sends the browser back. */
  const signInAt = async (url: string, person: KnownPerson): Promise<string> => {
    people.set(person.sub, person)
    atDesk = person
    const jar = new Map<string, string>()
    let at = url
    while (at.startsWith(issuer)) {
      const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
      const response = await fetch(at, { redirect: 'manual', headers: { cookie } })
      for (const line of response.headers.getSetCookie()) {
        const [name = '', value = ''] = line.split(';')[0]!.split('=')
        jar.set(name, value)
      }
      const next = response.headers.get('location')
      if (next === null) throw new Error(`The provider answers ${response.status}: ${await response.text()}`)
      at = new URL(next, at).href
    }
    return at
  }
  /** Lets people sign in by its page in a browser. */
  const offer = (...persons: KnownPerson[]): void => {
    for (const person of persons) people.set(person.sub, person)
    offered.push(...persons)
  }
  const stop = async () => {
    server.closeAllConnections()
    server.close()
    await once(server, 'close')
  }
  return { issuer, signInAt, offer, [Symbol.asyncDispose]: stop }
}

function doorOf(uid: string, people: readonly KnownPerson[]): string {
  const links = people.map(
    ({ sub, preferredUsername }) => `<a href="/interaction/${uid}/as/${sub}">${preferredUsername}</a>`,
  )
  return `<h1>ورود یکپارچهٔ استانداری</h1>${links.join(' ')} <a href="/interaction/${uid}/cancel">انصراف</a>`
}
