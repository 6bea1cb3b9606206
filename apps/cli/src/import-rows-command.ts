import { getErrorWorkbook, listImportRows as rowsContract, type ImportRow } from '@rasad/contracts/imports'
import { getImportTemplate } from '@rasad/contracts/papers'
import { CORRECTION_TEXT, REASON_TEXT, VERDICT_TEXT, WARNING_TEXT } from '@rasad/domain/imports/verdict-text'
import { writeStoredErrors } from '@rasad/server/modules/jobs/import-errors.commands'
import { writeImportTemplate } from '@rasad/server/modules/jobs/import-template.commands'
import { getImport, listImportRows } from '@rasad/server/modules/jobs/imports.queries'
import { readSnapshot } from '@rasad/server/platform/db'
import { readForFile } from '@rasad/server/platform/file-answer'
import { addDeskCommand, type Branch } from './command.ts'
import { textOf } from './words.ts'
import { readWords } from './failure.ts'
import { FIGURES_TEXT } from './figures-text.ts'
import { formattingOf } from '@rasad/domain/persian/formatting'
import { senderOf } from '@rasad/domain/imports/list-sender'
import { IMPORT_TEXT } from './import-text.ts'
import { wordOf } from './job-text.ts'
import type { Language } from './language.ts'
import { kindOfFile, refuseUnwritable } from './named-file.ts'
import { tableLines } from './table-printing.ts'

/** `rasad import rows`, `errors` and `template`. */
export function addImportRowsCommands(group: Branch): void {
  const { language } = group
  const text = IMPORT_TEXT[language]
  const rows = {
    name: 'rows',
    summary: text.importRows,
    inputs: [['<ID>', text.id]],
    required: ['province'],
    optional: ['verdict', 'limit', 'offset'],
  } as const
  addDeskCommand(group, rows, async ({ rasad, actor }, words, [id]) => {
    const { province, importId } = readWords(rowsContract.params, { ...words, importId: id })
    const page = readWords(rowsContract.query, words)
    const value = await readSnapshot(rasad.database, async (db) => {
      await getImport(db, province, importId, actor.scope)
      return listImportRows(db, province, importId, page, actor.scope)
    })
    return { value, lines: () => rowLines(language, value, page.offset) }
  })

  const errors = {
    name: 'errors',
    summary: text.importErrors,
    inputs: [
      ['<ID>', text.id],
      ['<OUT.xlsx>', text.errorsFile],
    ],
    required: ['province'],
  } as const
  addDeskCommand(group, errors, async ({ rasad, actor }, words, [id, out = '']) => {
    const { province, importId } = readWords(getErrorWorkbook.params, { ...words, importId: id })
    refuseUnwritable(out)
    const input = { params: { province, importId }, query: {}, body: undefined }
    await readForFile(rasad.database, { contract: getErrorWorkbook, input, actor }, (db) =>
      writeStoredErrors(db, rasad.files, { province, importId, out }, actor.scope),
    )
    return {
      value: { importId, file: out },
      lines: () => [`${FIGURES_TEXT[language].written} ${out}`],
    }
  })

  const template = {
    name: 'template',
    summary: text.importTemplate,
    required: ['province', 'period', 'out'],
    optional: ['agency'],
  } as const
  addDeskCommand(group, template, async ({ rasad, actor }, words) => {
    const query = readWords(getImportTemplate.query, { ...words, language })
    const file = textOf(words, 'out') ?? ''
    kindOfFile(file, ['xlsx'])
    const list = { ...query, agency: senderOf(actor, query.agency) }
    await readSnapshot(rasad.database, (db) => writeImportTemplate(db, list, { actor, out: file }))
    return { value: { file }, lines: () => [`${FIGURES_TEXT[language].written} ${file}`] }
  })
}

function rowLines(
  language: Language,
  { rows, count: all }: { rows: readonly ImportRow[]; count: number },
  offset: number,
): string[] {
  const text = IMPORT_TEXT[language]
  const { count } = formattingOf(language)
  if (rows.length === 0) return [text.noRows]
  const columns = [
    { header: text.sheet, align: 'start' as const },
    { header: text.rows, align: 'end' as const },
    { header: text.verdict, align: 'start' as const },
    { header: text.notes, align: 'start' as const },
  ]
  const lines = tableLines(
    columns,
    rows.map((row) => [
      row.sheet,
      count(row.row),
      VERDICT_TEXT[language][row.verdict],
      notesOf(language, row),
    ]),
  )
  const shown = offset + rows.length
  return shown < all ? [...lines, `${count(shown)} / ${count(all)} · ${text.moreRows} ${shown}`] : lines
}

function notesOf(language: Language, { reasons, warnings, corrections }: ImportRow): string {
  return [
    ...reasons.map((code) => wordOf(REASON_TEXT[language], code)),
    ...warnings.map((code) => wordOf(WARNING_TEXT[language], code)),
    ...corrections.map((code) => wordOf(CORRECTION_TEXT[language], code)),
  ].join(' ')
}
