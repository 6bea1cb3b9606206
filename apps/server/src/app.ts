import { API_ROOT } from '@rasad/contracts/define-route'
import type { Actor } from '@rasad/domain/access/scope'
import type { FastifyInstance } from 'fastify'
import type { Access } from './modules/access/access-door.ts'
import type { AccessSettings } from './modules/access/access-settings.ts'
import { accountRoutes, peopleRoutes } from './modules/access/access.routes.ts'
import type { Engine } from './modules/access/identity-engine.ts'
import { oidcRoutes } from './modules/access/oidc.routes.ts'
import { openVisits } from './modules/access/visits.ts'
import { commitmentRoutes } from './modules/commitments/commitments.routes.ts'
import { figureRoutes } from './modules/figures/figures.routes.ts'
import { importMappingRoutes } from './modules/jobs/import-mappings.routes.ts'
import { importRoutes } from './modules/jobs/imports.routes.ts'
import { importRunRoutes } from './modules/jobs/import-runs.routes.ts'
import { jobRoutes } from './modules/jobs/jobs.routes.ts'
import { ledgerRoutes } from './modules/ledger/ledger.routes.ts'
import { organisationRoutes } from './modules/organisations/organisations.routes.ts'
import { placeRoutes } from './modules/places/places.routes.ts'
import { queueRoutes } from './modules/queues/queues.routes.ts'
import { remarkRoutes } from './modules/remarks/remarks.routes.ts'
import { requireWatching, systemGauges } from './modules/system/system.commands.ts'
import { systemRoutes } from './modules/system/system.routes.ts'
import type { Schedules } from './modules/system/tasks.commands.ts'
import type { Rasad } from './open-rasad.ts'
import { openHttp } from './platform/http.ts'
import { serveMetrics } from './platform/metrics.ts'
import { logRequests, type LineSink } from './platform/request-log.ts'
import { requireSameSite } from './platform/same-site.ts'
import { serveWebPages } from './platform/web-pages.ts'

export { localOperator, openRasad, type Rasad } from './open-rasad.ts'
export { startImportQueue } from './tasks/import-queue.ts'
export { startQueue } from './tasks/queue.ts'

/** What answers over HTTP is told from outside. */
export type HttpSettings = {
  clock?: () => number
  /** Who acts where nobody is signed in; without it a request needs a session or a token. */
  actor?: Actor
  requestLog?: LineSink
  access?: AccessSettings
  /** Addresses of proxies whose word on a caller's address is taken. */
  trustProxy?: string | undefined
  /** What this server does by itself, to tell when it is due. */
  schedules?: Schedules | undefined
}

/** Everything that answers over HTTP, not yet listening. */
export function buildHttp(rasad: Rasad, settings: HttpSettings = {}): FastifyInstance {
  const { clock = Date.now, actor, requestLog, access = {}, trustProxy, schedules } = settings
  const http = openHttp({ trustProxy })
  if (requestLog) logRequests(http, requestLog)
  serveWebPages(http)
  const { database, pool, files } = rasad
  let opened: Promise<Engine> | undefined
  // Loaded when somebody signs in: a command on the machine needs no half second of it.
  const open = async () => {
    const { openEngine } = await import('./modules/access/identity-engine.ts')
    return openEngine(database, pool, access)
  }
  const engine = () =>
    (opened ??= open().catch((error: unknown) => {
      opened = undefined
      throw error
    }))
  const visits = openVisits({ database, clock }, engine, access, actor)
  const { actorOf } = visits
  const platform = { http, database, pool, files, clock, actorOf, visits, engine, settings: access }
  serveMetrics(http, {
    pool,
    ask: () => systemGauges(database),
    admit: async (request) => {
      await visits.greet(request)
      requireWatching(await actorOf(request))
    },
  })
  http.get('/healthz', async () => {
    await rasad.pool.query('select 1')
    return { status: 'ok' }
  })
  http.register(
    (api, _options, done) => {
      api.addHook('onRequest', async (request) => {
        requireSameSite(request, access.url)
        if (!request.routeOptions.config.findsWhoAsks) await visits.greet(request)
      })
      serveApi({ ...platform, http: api }, schedules)
      done()
    },
    { prefix: API_ROOT },
  )
  return http
}

function serveApi(platform: Access, schedules: Schedules | undefined): void {
  accountRoutes(platform)
  oidcRoutes(platform)
  peopleRoutes(platform)
  placeRoutes(platform)
  organisationRoutes(platform)
  commitmentRoutes(platform)
  jobRoutes(platform)
  importRoutes(platform)
  importRunRoutes(platform)
  importMappingRoutes(platform)
  queueRoutes(platform)
  ledgerRoutes(platform)
  figureRoutes(platform)
  remarkRoutes(platform)
  systemRoutes(platform, schedules)
}
