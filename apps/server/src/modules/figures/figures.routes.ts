import * as contract from '@rasad/contracts/figures'
import * as papers from '@rasad/contracts/papers'
import { readFile } from '../../platform/file-answer.ts'
import { read, type Platform } from '../../platform/route.ts'
import { answerDifference, answerFigures } from './figures.commands.ts'
import { writeFigureCsv, writeFigurePaper, writeFigureWorkbook } from './figure-files.commands.ts'
import { arrangeFigures, fileNameOf } from './figure-sheet.commands.ts'
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
  readFile(platform, papers.getFigureWorkbook, async (db, { query }, { actor, now, out }) => {
    const figures = await arrangeFigures(db, query, { scope: actor.scope, now, madeBy: actor.name })
    await writeFigureWorkbook(out, figures)
    return { name: fileNameOf(figures, 'xlsx') }
  })
  readFile(platform, papers.getFigureCsv, async (db, { query }, { actor, now, out }) => {
    const figures = await arrangeFigures(db, query, { scope: actor.scope, now, madeBy: actor.name })
    await writeFigureCsv(out, figures)
    return { name: fileNameOf(figures, 'csv') }
  })
  readFile(platform, papers.getFigurePdf, async (db, { query }, { actor, now, out }) => {
    const figures = await arrangeFigures(db, query, { scope: actor.scope, now, madeBy: actor.name })
    await writeFigurePaper(out, figures, { now })
    return { name: fileNameOf(figures, 'pdf') }
  })
}
