import * as contract from '@rasad/contracts/places'
import { readSnapshot } from '../../platform/db.ts'
import { parseInput, read, type Platform } from '../../platform/route.ts'
import { findOutlineState, selectOutlines } from './outlines.queries.ts'
import { selectCounties, selectProvinces } from './places.queries.ts'

export function placeRoutes(platform: Platform): void {
  read(platform, contract.listProvinces, async (db) => ({ provinces: await selectProvinces(db) }))
  read(platform, contract.listCounties, async (db, { query }) => ({
    counties: await selectCounties(db, query.province),
  }))
  read(platform, contract.getMap, async (db, { query: { province } }) => ({
    province,
    counties: await selectCounties(db, province),
    outlines: await findOutlineState(db, province),
  }))
  platform.http.get(contract.getOutlines.path, async (request, reply) => {
    const { query } = parseInput(contract.getOutlines, request)
    return readSnapshot(platform.database, async (db) => {
      const tag = `"${(await findOutlineState(db, query.province)) ?? 'none'}"`
      reply.header('etag', tag).header('cache-control', 'private, no-cache')
      if (request.headers['if-none-match'] === tag) return reply.status(304).send()
      return reply.send(contract.getOutlines.response.parse(await selectOutlines(db, query.province)))
    })
  })
}
