import * as contract from '@rasad/contracts/places'
import { touchesScope } from '@rasad/domain/access/scope'
import { read, type Platform } from '../../platform/route.ts'
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
}
