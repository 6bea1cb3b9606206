import type { FastifyInstance } from 'fastify'
import { NO_ROUTE } from './metrics.ts'

/** Takes one line of JSON. */
export type LineSink = (line: string) => void

/** One line a request: which route, how it ended and how long it took; never what was asked or answered. */
export function logRequests(http: FastifyInstance, write: LineSink): void {
  http.addHook('onResponse', async (request, reply) => {
    const line = {
      at: new Date().toISOString(),
      event: 'request',
      requestId: request.id,
      method: request.method,
      route: request.routeOptions.url ?? NO_ROUTE,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime * 10) / 10,
    }
    write(`${JSON.stringify(line)}\n`)
  })
}
