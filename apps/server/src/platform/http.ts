import { randomUUID } from 'node:crypto'
import fastify, { type FastifyInstance, type FastifyReply } from 'fastify'
import { logEvent } from './logger.ts'
import { asProblem, Problem, problemBody } from './problem.ts'

const LARGEST_JSON = 16 * 1024 * 1024

/**
 * An HTTP server that answers every refusal and fault as `application/problem+json`. `trustProxy` names the addresses,
 * such as `127.0.0.1` or `10.0.0.0/8`, whose word on the caller's address and host is taken.
 */
export function openHttp({ trustProxy }: { trustProxy?: string | undefined } = {}): FastifyInstance {
  const http = fastify({
    bodyLimit: LARGEST_JSON,
    genReqId: () => randomUUID(),
    trustProxy: trustProxy ?? false,
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: (error, _request, reply) => {
      void refuse(reply, unreadable('path', error))
    },
  })
  // The file of an upload is the body itself; its route reads the stream.
  http.addContentTypeParser('application/octet-stream', (_request, body, done) => done(null, body))
  http.setNotFoundHandler((request, reply) => {
    const problem = new Problem('not-found', {
      kind: 'route',
      id: `${request.method} ${request.url.split('?')[0]}`,
    })
    return refuse(reply, problem)
  })
  http.setErrorHandler((thrown, request, reply) => {
    const error = asProblem(thrown)
    if (error instanceof Problem) return refuse(reply, error)
    const status = (thrown as { statusCode?: number }).statusCode ?? 500
    if (status === 413) return refuse(reply, new Problem('too-large', { limit: LARGEST_JSON }))
    if (status < 500) return refuse(reply, unreadable('body', thrown as Error))
    // Whoever sent it called it back or lost the line: nobody is left to be answered.
    if (request.raw.destroyed && !request.raw.complete) return reply.status(400).send()
    const cause = error instanceof Error ? error : new Error('unknown')
    logEvent('fault', {
      requestId: request.id,
      method: request.method,
      path: request.routeOptions.url ?? '',
      error: cause.name,
      stack: withoutNumbers(cause.stack ?? ''),
    })
    const fault = new Problem('fault', { requestId: request.id })
    return reply.status(500).type('application/problem+json').send(problemBody(fault, request.id))
  })
  return http
}

function refuse(reply: FastifyReply, problem: Problem): FastifyReply {
  return reply.status(problem.status).type('application/problem+json').send(problemBody(problem))
}

function unreadable(field: string, { message }: Error): Problem {
  return new Problem('bad-input', { fields: [{ field, message }] })
}

/** A driver's message may repeat a value: national IDs and telephone numbers are not left in it. */
function withoutNumbers(text: string): string {
  return text.replaceAll(/[0-9۰-۹٠-٩]{10,}/g, '…')
}
