import type { Import, ImportOutcome } from '@rasad/contracts/imports'
import { Segmented } from 'antd'
import { useFormat } from '../../shared/fa.ts'
import { useText } from '../../shared/language.ts'
import type { ColumnChoices } from './columns-read.tsx'
import { FirstRows } from './first-rows.tsx'
import type { Subject } from './imports-query.ts'
import { VIEWS, type ReportSearch } from './imports-search.ts'
import { VIEW_TEXT } from './imports-text.ts'
import { NoteList } from './note-list.tsx'
import { NotedRows } from './noted-rows.tsx'
import { REPORT_TEXT } from './report-text.ts'
import { SheetsRead } from './sheets-read.tsx'
import { VerdictTiles } from './verdict-tiles.tsx'

type ReportProps = {
  subject: Subject
  result: Import | ImportOutcome
  search: ReportSearch
  ask: (part: ReportSearch) => void
  choices?: ColumnChoices | undefined
}

/** What became of a list: the verdicts, why, the rows, and how the file was read. */
export function Report({ subject, result, search, ask, choices }: ReportProps) {
  const text = useText(REPORT_TEXT)
  const names = useText(VIEW_TEXT)
  const { count } = useFormat()
  const views = VIEWS.filter((view) => view !== 'first' || 'runId' in subject)
  const shown = views.find((view) => view === search.view) ?? 'rows'
  const unknown = new Set(result.sheets.flatMap(({ unknownHeaders }) => unknownHeaders)).size
  return (
    <>
      <VerdictTiles counts={result} chosen={search.verdict} ask={ask} />
      <Segmented
        className="report-views no-print"
        aria-label={text.parts}
        value={shown}
        options={views.map((view) => ({
          value: view,
          label:
            view === 'columns' && unknown > 0
              ? `${names[view]} · ${count(unknown)} ${text.unknown}`
              : names[view],
        }))}
        onChange={(view) => ask({ view })}
      />
      {shown === 'rows' && (
        <div className="report-rows">
          <NoteList counts={result} chosen={search.note} ask={ask} />
          <NotedRows subject={subject} search={search} ask={ask} />
        </div>
      )}
      {shown === 'columns' && <SheetsRead sheets={result.sheets} choices={choices} />}
      {shown === 'first' && 'runId' in subject && (
        <FirstRows runId={subject.runId} province={result.province} />
      )}
    </>
  )
}
