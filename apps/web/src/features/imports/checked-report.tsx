import type { ImportOutcome, ImportRun } from '@rasad/contracts/imports'
import { useState } from 'react'
import { AgencyVerdicts } from './agency-verdicts.tsx'
import type { ColumnWords } from './column-words.ts'
import { CountyVerdicts } from './county-verdicts.tsx'
import { FirstRows } from './first-rows.tsx'
import { rowsShown, usualVerdict } from './imports-search.ts'
import { MendRows } from './mend-rows.tsx'
import { NoteList } from './note-list.tsx'
import { Report, useUnknownHeaders, type Asking } from './report.tsx'
import { SheetsRead } from './sheets-read.tsx'

type CheckedReportProps = Asking & {
  run: ImportRun & { outcome: ImportOutcome }
  words: ColumnWords
}

/** What would become of a list that was checked: each row that would not enter can be mended here. */
export function CheckedReport({ run, words, search, ask }: CheckedReportProps) {
  const { outcome, runId, province } = run
  const unknown = useUnknownHeaders(outcome.sheets)
  // Stays while rows are mended, so that the list does not change under the hand that mends it.
  const [usual] = useState(() => usualVerdict(outcome))
  const shown = rowsShown(search, usual)
  return (
    <Report
      counts={outcome}
      search={{ ...search, ...shown }}
      ask={ask}
      parts={[
        {
          view: 'rows',
          show: () => (
            <div className="report-rows">
              <NoteList counts={outcome} chosen={search.note} ask={ask} isChecked />
              <MendRows key={JSON.stringify(shown)} run={run} search={shown} ask={ask} />
            </div>
          ),
        },
        {
          view: 'counties',
          show: () => <CountyVerdicts counties={outcome.counties} province={province} ask={ask} />,
        },
        ...(run.agency === null
          ? [
              {
                view: 'agencies' as const,
                show: () => <AgencyVerdicts agencies={outcome.agencies} />,
              },
            ]
          : []),
        {
          view: 'columns',
          about: unknown,
          show: () => <SheetsRead sheets={outcome.sheets} choices={words} />,
        },
        { view: 'first', show: () => <FirstRows runId={runId} province={province} /> },
      ]}
    />
  )
}
