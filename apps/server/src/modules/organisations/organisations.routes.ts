import * as contract from '@rasad/contracts/organisations'
import { read, type Platform } from '../../platform/route.ts'
import { selectAgencies } from './organisations.queries.ts'

export function organisationRoutes(platform: Platform): void {
  read(platform, contract.listAgencies, async (db) => ({ agencies: await selectAgencies(db) }))
}
