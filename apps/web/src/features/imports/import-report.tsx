import type { Import } from '@rasad/contracts/imports'
import { useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { useFormat } from '../../shared/fa.ts'
import { AgencyVerdicts } from './agency-verdicts.tsx'
import { mendingsQuery } from './imports-query.ts'
import { MendedCells } from './mended-cells.tsx'
import { NoteList } from './note-list.tsx'
import { NotedRows } from './noted-rows.tsx'
import { Report, useUnknownHeaders, type Asking } from './report.tsx'
import { SheetsRead } from './sheets-read.tsx'

/** What became of a list that entered. */
export function ImportReport({ found, search, ask }: Asking & { found: Import }) {
  const { count } = useFormat()
  const place = { province: found.province, importId: String(found.importId) }
  const mendings = useSuspenseInfiniteQuery(mendingsQuery(place)).data.pages[0]?.count ?? 0
  const unknown = useUnknownHeaders(found.sheets)
  return (
    <Report
      counts={found}
      search={search}
      ask={ask}
      parts={[
        {
          view: 'rows',
          show: () => (
            <div className="report-rows">
              <NoteList counts={found} chosen={search.note} ask={ask} isChecked={false} />
              <NotedRows place={place} search={search} ask={ask} />
            </div>
          ),
        },
        ...(found.agency === null
          ? [
              {
                view: 'agencies' as const,
                show: () => <AgencyVerdicts agencies={found.agencies} />,
              },
            ]
          : []),
        ...(mendings === 0
          ? []
          : [{ view: 'mended' as const, about: count(mendings), show: () => <MendedCells place={place} /> }]),
        { view: 'columns', about: unknown, show: () => <SheetsRead sheets={found.sheets} /> },
      ]}
    />
  )
}
