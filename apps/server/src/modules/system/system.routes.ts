import * as contract from '@rasad/contracts/system'
import { read, type Platform } from '../../platform/route.ts'
import { getSystem } from './system.commands.ts'

export function systemRoutes(platform: Platform): void {
  read(platform, contract.getSystem, (db, _input, { actor }) => getSystem(db, actor.scope))
}
