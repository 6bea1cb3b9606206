import type { FastifyInstance, FastifyRequest } from 'fastify'
import type pg from 'pg'
import { Counter, Gauge, Histogram, Registry } from 'prom-client'

/** A number of the system's own that is asked for at each reading: one value, or one for each province or task. */
export type SystemGauge = {
  name: string
  help: string
  values: { province?: string; task?: string; value: number }[]
}

// From a list page to an import's answer.
const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]
/** What a request that met no route is counted under: its own words could be anything. */
export const NO_ROUTE = 'none'

/**
 * Serves `/metrics` in Prometheus' text format: requests by route template, the pool, the process, and what `ask` answers.
 * Whoever asks from elsewhere than this machine is passed to `admit`, which refuses those who may not.
 */
export function serveMetrics(
  http: FastifyInstance,
  {
    pool,
    ask,
    admit,
  }: {
    pool: pg.Pool
    ask: () => Promise<SystemGauge[]>
    admit: (request: FastifyRequest) => Promise<void>
  },
): void {
  const registry = new Registry()
  const registers = [registry]
  const labelNames = ['method', 'route', 'status'] as const
  const requests = new Counter({
    name: 'rasad_http_requests_total',
    help: 'Requests answered.',
    labelNames,
    registers,
  })
  const durations = new Histogram({
    name: 'rasad_http_request_duration_seconds',
    help: 'How long answering took.',
    labelNames: ['method', 'route'] as const,
    buckets: SECONDS,
    registers,
  })
  for (const { name, help, read } of readings(pool))
    registry.registerMetric(
      new Gauge({
        name,
        help,
        registers: [],
        collect() {
          this.set(read())
        },
      }),
    )

  const asked = new Map<string, Gauge>()
  const askSystem = async () => {
    for (const { name, help, values } of await ask()) {
      const known = asked.get(name) ?? new Gauge({ name, help, labelNames: ['province', 'task'], registers })
      asked.set(name, known)
      known.reset()
      for (const { value, ...labels } of values) known.set(labels, value)
    }
  }

  http.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? NO_ROUTE
    const { method } = request
    requests.inc({ method, route, status: String(reply.statusCode) })
    durations.observe({ method, route }, reply.elapsedTime / 1000)
  })
  http.get('/metrics', async (request, reply) => {
    if (!isFromThisMachine(request)) await admit(request)
    await askSystem()
    return reply.type(registry.contentType).send(await registry.metrics())
  })
}

const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/

/** Asked over the loopback address, and not passed on by a proxy that stands there. */
function isFromThisMachine({ socket, headers }: FastifyRequest): boolean {
  const isForwarded = headers['x-forwarded-for'] !== undefined || headers.forwarded !== undefined
  return !isForwarded && LOOPBACK.test(socket.remoteAddress ?? '')
}

function readings(pool: pg.Pool): { name: string; help: string; read: () => number }[] {
  const connections = 'rasad_pool_connections'
  return [
    { name: `${connections}_open`, help: 'Connections to the database.', read: () => pool.totalCount },
    {
      name: `${connections}_in_use`,
      help: 'Connections to the database in use.',
      read: () => pool.totalCount - pool.idleCount,
    },
    {
      name: 'rasad_pool_requests_waiting',
      help: 'Who waits for a connection.',
      read: () => pool.waitingCount,
    },
    {
      name: 'process_resident_memory_bytes',
      help: 'Resident memory.',
      read: () => process.memoryUsage.rss(),
    },
    { name: 'nodejs_heap_size_used_bytes', help: 'Heap in use.', read: () => process.memoryUsage().heapUsed },
    { name: 'process_uptime_seconds', help: 'Since the start of the process.', read: () => process.uptime() },
  ]
}
