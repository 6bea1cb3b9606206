import * as contract from '@rasad/contracts/figures'
import { read, type Platform } from '../../platform/route.ts'
import { answerDifference, answerFigures } from './figures.commands.ts'
import { answerPassport } from './passport.commands.ts'

export function figureRoutes(platform: Platform): void {
  read(platform, contract.getFigures, (db, { query }, { actor, now }) =>
    answerFigures(db, query, { scope: actor.scope, now }),
  )
  read(platform, contract.getDifference, (db, { query }, { actor, now }) =>
    answerDifference(db, query, { scope: actor.scope, now }),
  )
  read(platform, contract.getPassport, (db, { query }, { actor, now }) =>
    answerPassport(db, query, { scope: actor.scope, now }),
  )
}
