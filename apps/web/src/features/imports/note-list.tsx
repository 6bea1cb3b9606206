import type { ImportOutcome } from '@rasad/contracts/imports'
import { Count } from '../../shared/ui/count.tsx'
import { useText } from '../../shared/language.ts'
import type { ReportSearch } from './imports-search.ts'
import { CHECKED_NOTE_TEXT, NOTE_TEXT, NOTES, noteSentence } from './note-text.ts'
import { REPORT_TEXT } from './report-text.ts'

const KINDS = ['reasons', 'warnings', 'corrections'] as const
/** How often each thing was said of a row. */
export type NoteCounts = Pick<ImportOutcome, (typeof KINDS)[number]>

type NoteAsking = {
  chosen: ReportSearch['note']
  ask: (part: ReportSearch) => void
  /** Whether the list was checked only. */
  isChecked: boolean
}

/** What was said of the rows and how often; each narrows the rows beside it to those it was said of. */
export function NoteList({ counts, ...asking }: NoteAsking & { counts: NoteCounts }) {
  const text = useText(REPORT_TEXT)
  return (
    <nav className="note-list card" aria-label={text.notes}>
      {KINDS.map((kind) => {
        const notes = Object.entries(counts[kind]).toSorted(([, one], [, other]) => other - one)
        if (notes.length === 0) return null
        return (
          <section key={kind} data-kind={kind}>
            <h3>{text[kind]}</h3>
            <ul>
              {notes.map(([code, count]) => (
                <li key={code}>
                  <NoteButton code={code} count={count} {...asking} />
                </li>
              ))}
            </ul>
          </section>
        )
      })}
    </nav>
  )
}

function NoteButton({ code, count, chosen, ask, isChecked }: NoteAsking & { code: string; count: number }) {
  const sentences = useText(isChecked ? CHECKED_NOTE_TEXT : NOTE_TEXT)
  const note = NOTES.find((known) => known === code)
  const isChosen = note !== undefined && chosen === note
  return (
    <button
      type="button"
      aria-pressed={isChosen}
      onClick={() => ask({ note: isChosen ? undefined : note, verdict: isChosen ? 'all' : undefined })}
    >
      <span>{noteSentence(sentences, code)}</span>
      <Count value={count} />
    </button>
  )
}
