import * as contract from '@rasad/contracts/system'
import { change, read, type Platform } from '../../platform/route.ts'
import { getSystem } from './system.commands.ts'
import { listTasks, runTaskNow, type Schedules } from './tasks.commands.ts'

export function systemRoutes(platform: Platform, schedules: Schedules | undefined): void {
  read(platform, contract.getSystem, (db, _input, { actor, now }) => getSystem(db, { actor, schedules, now }))
  change(platform, contract.runTask, async (tx, { params }, { actor, now }) => {
    await runTaskNow(tx, params.task, { actor })
    return { tasks: await listTasks(tx, { schedules, now }) }
  })
}
