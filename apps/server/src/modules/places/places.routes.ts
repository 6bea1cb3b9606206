import * as contract from '@rasad/contracts/places'
import { read, type Platform } from '../../platform/route.ts'
import { selectCounties, selectProvinces } from './places.queries.ts'

export function placeRoutes(platform: Platform): void {
  read(platform, contract.listProvinces, async (db) => ({ provinces: await selectProvinces(db) }))
  read(platform, contract.listCounties, async (db, { query }) => ({
    counties: await selectCounties(db, query.province),
  }))
}
