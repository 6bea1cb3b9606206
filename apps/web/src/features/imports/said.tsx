import type { RunRow } from '@rasad/contracts/import-runs'
import type { ImportRow } from '@rasad/contracts/imports'
import { columnsOfReason } from '@rasad/domain/imports/reason-columns'
import { useText } from '../../shared/language.ts'
import { CHECKED_NOTE_TEXT, NOTE_TEXT, noteSentence } from './note-text.ts'
import { MASKED } from './revealing.ts'

/** What is said of a row, in sentences; where its cells are at hand, with what stands in the ones that are meant. */
export function Said({
  row,
  isChecked = false,
}: {
  row: ImportRow & Partial<Pick<RunRow, 'cells'>>
  isChecked?: boolean
}) {
  const sentences = useText(isChecked ? CHECKED_NOTE_TEXT : NOTE_TEXT)
  // Of what is masked a list shows too little to say what is wrong with it.
  const written = (code: string) =>
    (row.cells ?? []).filter(
      ({ column, text }) => text !== '' && !MASKED.includes(column) && columnsOfReason(code).includes(column),
    )
  const said = [
    ...row.reasons.map((code) => ({ code, kind: 'reasons' })),
    ...row.warnings.map((code) => ({ code, kind: 'warnings' })),
    ...row.corrections.map((code) => ({ code, kind: 'corrections' })),
  ]
  return (
    <ul className="said">
      {said.map(({ code, kind }) => (
        <li key={code} data-kind={kind}>
          {noteSentence(sentences, code)}
          {kind !== 'corrections' &&
            written(code).map(({ column, text }) => (
              <bdi key={column} className="in-file">
                {text}
              </bdi>
            ))}
        </li>
      ))}
    </ul>
  )
}
