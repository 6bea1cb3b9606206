import path from 'node:path'
import {
  getImport as getImportContract,
  listImports as listImportsContract,
  startImport,
  undoImport as undoContract,
} from '@rasad/contracts/imports'
import { COLUMN_TEXT } from '@rasad/domain/imports/column-text'
import { COLUMNS } from '@rasad/domain/imports/columns'
import { senderOf } from '@rasad/domain/imports/list-sender'
import { undoImport } from '@rasad/server/modules/jobs/import-undo.commands'
import { importJobList } from '@rasad/server/modules/jobs/imports.commands'
import { getImport, listImports } from '@rasad/server/modules/jobs/imports.queries'
import { loadNames } from '@rasad/server/modules/places/names.queries'
import type { Rasad } from '@rasad/server/open-rasad'
import { act } from '@rasad/server/platform/act'
import { readSnapshot } from '@rasad/server/platform/db'
import { addDeskCommand, addGroup, type Branch } from './command.ts'
import { textOf, textsOf } from './words.ts'
import { readWords } from './failure.ts'
import { importLines, importListLines, outcomeLines } from './import-printing.ts'
import { readMapping } from './import-mapping.ts'
import { addImportRowsCommands } from './import-rows-command.ts'
import { IMPORT_TEXT } from './import-text.ts'
import { refuseSame, refuseUnreadable, refuseUnwritable } from './named-file.ts'

/** `rasad import` with all its commands. */
export function addImportCommands(branch: Branch): void {
  const { language } = branch
  const text = IMPORT_TEXT[language]
  const group = addGroup(branch, 'import', text.group)
  const namesOf = ({ database }: Rasad, province: string) =>
    readSnapshot(database, (db) => loadNames(db, language, province))
  const columns = COLUMNS.map((column) => `  ${column}: ${COLUMN_TEXT[language][column]}`)
  const jobs = {
    name: 'jobs',
    summary: text.jobs,
    inputs: [['<FILE>', text.file]],
    required: ['province', 'period'],
    optional: ['agency', 'dryRun', 'errors', 'map', 'saveMap'],
    details: [text.withoutAgency, '', text.columns, ...columns].join('\n'),
  } as const
  addDeskCommand(group, jobs, async ({ rasad, actor, now, bar }, words, [file = '']) => {
    refuseUnreadable(file)
    const fileName = path.basename(file)
    const place = readWords(startImport.query.pick({ province: true, period: true, agency: true }), words)
    const order = { ...place, agency: senderOf(actor, place.agency) }
    const errors = textOf(words, 'errors')
    if (errors !== undefined) {
      refuseUnwritable(errors)
      refuseSame(errors, file)
    }
    const wishes = {
      dryRun: words['dryRun'] === true,
      mapping: readMapping(textsOf(words, 'map')),
      saveMapping: words['saveMap'] === true,
      ...(errors === undefined ? {} : { errorsPath: errors }),
    }
    const value = await importJobList(
      rasad,
      { ...order, path: file, fileName, ...wishes },
      { actor, now, onProgress: ({ phase, progress }) => bar.show(text[phase], progress) },
    )
    const names = await namesOf(rasad, place.province)
    return { value, lines: () => outcomeLines(language, names, value, errors) }
  })

  const list = {
    name: 'list',
    summary: text.list,
    required: ['province', 'period'],
    optional: ['agency', 'after', 'limit'],
  } as const
  addDeskCommand(group, list, async ({ rasad, actor }, words) => {
    const filter = readWords(listImportsContract.query, words)
    const value = await readSnapshot(rasad.database, (db) => listImports(db, filter, actor.scope))
    const names = await namesOf(rasad, filter.province)
    return { value, lines: () => importListLines(language, names, value.imports, value.next) }
  })

  const show = {
    name: 'show',
    summary: text.show,
    inputs: [['<ID>', text.id]],
    required: ['province'],
  } as const
  addDeskCommand(group, show, async ({ rasad, actor }, words, [id]) => {
    const { province, importId } = readWords(getImportContract.params, { ...words, importId: id })
    const value = await readSnapshot(rasad.database, (db) => getImport(db, province, importId, actor.scope))
    const names = await namesOf(rasad, province)
    return { value, lines: () => importLines(language, names, value) }
  })

  const undo = {
    name: 'undo',
    summary: text.undo,
    inputs: [['<ID>', text.id]],
    required: ['province', 'reason'],
  } as const
  addDeskCommand(group, undo, async ({ rasad, actor }, words, [id]) => {
    const { province, importId } = readWords(undoContract.params, { ...words, importId: id })
    const { reason } = readWords(undoContract.body, words)
    const subject = { province, importId, reason }
    const value = await act(rasad.database, { actor, action: undoContract.action, province, subject }, (tx) =>
      undoImport(tx, province, importId, reason, { actor }),
    )
    const names = await namesOf(rasad, province)
    return { value, lines: () => importLines(language, names, value) }
  })

  addImportRowsCommands(group)
}
