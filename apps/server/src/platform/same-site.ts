import type { FastifyRequest } from 'fastify'
import { Problem } from './problem.ts'

const READING = ['GET', 'HEAD', 'OPTIONS']
/** What a browser says of a request of our own pages, or of one that its user began. */
const OWN_SITES = ['same-origin', 'none']

/**
 * Refuses a change that another site's page sends in somebody's name. A browser says where a change comes from; one that
 * comes with cookies and does not say it is refused too.
 */
export function requireSameSite(request: FastifyRequest, publicUrl: string | undefined): void {
  if (READING.includes(request.method)) return
  const site = request.headers['sec-fetch-site']
  const { origin, cookie, authorization } = request.headers
  if (site !== undefined && !OWN_SITES.includes(site)) throw new Problem('access.other-site', {})
  if (origin !== undefined && !isOwn(origin, request.host, publicUrl))
    throw new Problem('access.other-site', {})
  const silent = site === undefined && origin === undefined
  if (silent && cookie !== undefined && authorization === undefined)
    throw new Problem('access.other-site', {})
}

function isOwn(origin: string, host: string, publicUrl: string | undefined): boolean {
  if (!URL.canParse(origin)) return false
  const { host: named, origin: whole } = new URL(origin)
  return named === host || (publicUrl !== undefined && whole === new URL(publicUrl).origin)
}
