import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import serveFiles from '@fastify/static'
import type { FastifyInstance, FastifyReply } from 'fastify'

/** Where the built web application lies. */
const BUILT_PAGES = path.resolve(import.meta.dirname, '../../../web/dist')
const A_YEAR = '365d'
const NONCE = '%NONCE%'

/** What a browser is told about every answer. */
const SECURITY_HEADERS = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
}
// An answer that is no page loads nothing and is framed by nobody.
const POLICY_WITHOUT_PAGE = "default-src 'none'; frame-ancestors 'none'"

/** Serves the pages of the web application, where it has been built, and the security headers of every answer. */
export function serveWebPages(http: FastifyInstance, folder = BUILT_PAGES): void {
  http.addHook('onRequest', async (_request, reply) => {
    reply.headers({ ...SECURITY_HEADERS, 'content-security-policy': POLICY_WITHOUT_PAGE })
  })
  const pageFile = path.join(folder, 'index.html')
  if (!existsSync(pageFile)) return
  const page = readFileSync(pageFile, 'utf8')
  http.register(serveFiles, {
    root: path.join(folder, 'assets'),
    prefix: '/assets/',
    wildcard: false,
    index: false,
    preCompressed: true,
    immutable: true,
    maxAge: A_YEAR,
  })
  // Every address that is not the API's is a page: the browser's router knows which.
  http.get('/*', async (request, reply) => {
    const [at = ''] = request.url.split('?')
    const wantsPage = request.headers.accept?.includes('text/html') ?? false
    if (!wantsPage || /^\/(api|assets)(\/|$)/.test(at)) return reply.callNotFound()
    return sendPage(reply, page)
  })
}

function sendPage(reply: FastifyReply, page: string): FastifyReply {
  const nonce = randomBytes(16).toString('base64')
  return reply
    .headers({ 'content-security-policy': policyOf(nonce), 'cache-control': 'no-cache', vary: 'accept' })
    .type('text/html; charset=utf-8')
    .send(page.replaceAll(NONCE, nonce))
}

// Ant Design writes its styles into <style> elements that carry the nonce; a style attribute runs nothing.
function policyOf(nonce: string): string {
  return [
    "default-src 'self'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}
