import * as contract from '@rasad/contracts/places'
import { touchesScope } from '@rasad/domain/access/scope'
import { readInScope } from '../../platform/db.ts'
import { Problem } from '../../platform/problem.ts'
import { admit, read, type Platform } from '../../platform/route.ts'
import { selectLabourForce } from './labour-force.queries.ts'
import { findOutlineState, selectOutlines } from './outlines.queries.ts'
import { selectCounties, selectProvinces } from './places.queries.ts'

export function placeRoutes(platform: Platform): void {
  read(platform, contract.listProvinces, async (db, _input, { actor }) => ({
    provinces: (await selectProvinces(db)).filter(({ code }) =>
      touchesScope(actor.scope, { province: code }),
    ),
  }))
  read(platform, contract.listCounties, async (db, { query: { province } }, { actor }) => ({
    counties: (await selectCounties(db, province)).filter(({ code }) =>
      touchesScope(actor.scope, { province, county: code }),
    ),
  }))
  read(platform, contract.getMap, async (db, { query: { province } }, { actor }) => {
    if (!touchesScope(actor.scope, { province }))
      throw new Problem('not-found', { kind: 'province', id: province })
    return {
      province,
      counties: (await selectCounties(db, province)).filter(({ code }) =>
        touchesScope(actor.scope, { province, county: code }),
      ),
      outlines: await findOutlineState(db, province, actor.scope),
    }
  })
  read(platform, contract.listLabourForce, async (db, { query: { province } }, { actor }) => ({
    known: (await selectLabourForce(db, province)).filter(({ code }) =>
      touchesScope(actor.scope, code === province ? { province } : { province, county: code }),
    ),
  }))
  platform.http.get(contract.getOutlines.path, async (request, reply) => {
    const { actor, input } = await admit(platform, contract.getOutlines, request)
    const { query } = input
    return readInScope(platform.database, actor.scope, async (db) => {
      const tag = `"${(await findOutlineState(db, query.province, actor.scope)) ?? 'none'}"`
      reply.header('etag', tag).header('cache-control', 'private, no-cache')
      if (request.headers['if-none-match'] === tag) return reply.status(304).send()
      return reply.send(
        contract.getOutlines.response.parse(await selectOutlines(db, query.province, actor.scope)),
      )
    })
  })
}
