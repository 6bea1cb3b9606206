import { PassThrough } from 'node:stream'
import * as contract from '@rasad/contracts/queues'
import { touchesScope } from '@rasad/domain/access/scope'
import { Problem } from '../../platform/problem.ts'
import { openEventStreams } from '../../platform/event-streams.ts'
import { admit, read, type Platform } from '../../platform/route.ts'
import { lookOut, type Interest } from './events.commands.ts'
import { readQueues } from './queues.commands.ts'

export function queueRoutes(platform: Platform): void {
  read(platform, contract.getQueues, (db, { query }, circumstances) => readQueues(db, query, circumstances))

  const streams = openEventStreams<Interest & { renew: () => Promise<Interest['actor']> }>({
    look: lookOut(platform.database),
    renew: async (interest) => ({ ...interest, actor: await interest.renew() }),
  })
  platform.http.get(contract.streamEvents.path, async (request, reply) => {
    const { actor, input } = await admit(platform, contract.streamEvents, request)
    const { once, ...interest } = input.query
    const { province } = interest
    if (!touchesScope(actor.scope, { province }))
      throw new Problem('not-found', { kind: 'province', id: province })
    const stream = new PassThrough()
    const renew = () => platform.actorOf(request)
    streams.follow(stream, { ...interest, actor, renew }, { once })
    return (
      reply
        .type('text/event-stream; charset=utf-8')
        .header('cache-control', 'no-cache, no-transform')
        // A proxy before us passes on what there is, at once.
        .header('x-accel-buffering', 'no')
        .send(stream)
    )
  })
  // The server waits for its requests to end, and these would not by themselves.
  platform.http.addHook('preClose', (done) => {
    streams.end()
    done()
  })
}
