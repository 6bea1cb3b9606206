import { API_ROOT, type AnyRoute, type ChangeRoute } from '@rasad/contracts/define-route'
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import type { z } from 'zod'

type Words<R extends AnyRoute> = {
  params?: z.input<R['params']>
  query?: z.input<R['query']>
  body?: R extends ChangeRoute ? z.input<R['body']> : never
  headers?: Record<string, string>
}
export type Browser = ReturnType<typeof openBrowser>

/** A browser on our own pages: it keeps its cookies and says where its requests come from. */
export function openBrowser(
  http: FastifyInstance,
  { address = '127.0.0.1', headers: own = {} }: { address?: string; headers?: Record<string, string> } = {},
) {
  const jar = new Map<string, string>()

  const keep = (response: LightMyRequestResponse) => {
    const lines = [response.headers['set-cookie'] ?? []].flat()
    for (const line of lines) {
      const [pair = '', ...attributes] = line.split(';')
      const cut = pair.indexOf('=')
      const ended = attributes.some((attribute) => /^ *max-age=0$/i.test(attribute))
      if (ended) jar.delete(pair.slice(0, cut))
      else jar.set(pair.slice(0, cut), pair.slice(cut + 1))
    }
    return response
  }
  const cookie = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
  const headersNow = () => ({
    'sec-fetch-site': 'same-origin',
    ...(jar.size > 0 && { cookie: cookie() }),
    ...own,
  })

  const ask = async <R extends AnyRoute>(contract: R, words: Words<R> = {}) => {
    const params = new Map(Object.entries(words.params ?? {}))
    const url = (API_ROOT + contract.path).replace(/:(\w+)/g, (_match, name: string) =>
      encodeURIComponent(String(params.get(name))),
    )
    const query = words.query as Record<string, string> | undefined
    const response = await http.inject({
      method: contract.method,
      url,
      remoteAddress: address,
      ...(query && { query }),
      headers: { ...headersNow(), ...words.headers },
      ...(contract.method !== 'GET' && { payload: words.body ?? {} }),
    })
    return keep(response)
  }

  /** What is answered, as the contract shapes it. */
  const call = async <R extends AnyRoute>(
    contract: R,
    words: Words<R> = {},
  ): Promise<z.output<R['response']>> => {
    const response = await ask(contract, words)
    if (response.statusCode >= 300)
      throw new Error(`${contract.method} ${contract.path}: ${response.statusCode} ${response.body}`)
    return contract.response.parse(response.json()) as z.output<R['response']>
  }

  /** The code of a refusal, or the status of what was answered. */
  const outcome = async <R extends AnyRoute>(contract: R, words: Words<R> = {}): Promise<string | number> => {
    const response = await ask(contract, words)
    return response.statusCode < 300 ? response.statusCode : response.json<{ code: string }>().code
  }

  /** Follows a link on our pages or from another site. */
  const visit = async (url: string, headers: Record<string, string> = {}) =>
    keep(await http.inject({ url, remoteAddress: address, headers: { ...headersNow(), ...headers } }))

  return { ask, call, outcome, visit, jar, cookie }
}
