import * as contract from '@rasad/contracts/organisations'
import { touchesScope } from '@rasad/domain/access/scope'
import { read, type Platform } from '../../platform/route.ts'
import { selectActivities } from './activities.queries.ts'
import { selectAgencies, selectBanks } from './organisations.queries.ts'

export function organisationRoutes(platform: Platform): void {
  read(platform, contract.listAgencies, async (db, _input, { actor: { scope } }) => {
    const agencies = await selectAgencies(db)
    if (scope.level === 'national') return { agencies }
    const { province } = scope
    return { agencies: agencies.filter(({ code }) => touchesScope(scope, { province, agency: code })) }
  })
  read(platform, contract.listActivities, async (db, { query: { level } }) => ({
    activities: await selectActivities(db, level),
  }))
  read(platform, contract.listBanks, async (db) => ({ banks: await selectBanks(db) }))
}
