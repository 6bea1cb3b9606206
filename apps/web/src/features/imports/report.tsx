import { Segmented } from 'antd'
import type { ReactNode } from 'react'
import { useFormat } from '../../shared/fa.ts'
import { useText } from '../../shared/language.ts'
import type { ReportSearch, View } from './imports-search.ts'
import { VIEW_TEXT } from './imports-text.ts'
import { REPORT_TEXT } from './report-text.ts'
import { VerdictTiles, type VerdictCounts } from './verdict-tiles.tsx'

/** How a report is asked about: which part and which rows. */
export type Asking = { search: ReportSearch; ask: (part: ReportSearch) => void }

/** A part of a report, with how much of it there is where that says something. */
export type ReportPart = { view: View; about?: string | undefined; show: () => ReactNode }

type ReportProps = Asking & { counts: VerdictCounts; parts: readonly ReportPart[] }

/** What became of a list: how many rows came to which verdict, and one part of the report under them. */
export function Report({ counts, parts, search, ask }: ReportProps) {
  const text = useText(REPORT_TEXT)
  const names = useText(VIEW_TEXT)
  const shown = parts.find(({ view }) => view === search.view) ?? parts[0]!
  return (
    <>
      <VerdictTiles counts={counts} chosen={search.verdict} ask={ask} />
      <Segmented
        className="report-views no-print"
        aria-label={text.parts}
        value={shown.view}
        options={parts.map(({ view, about }) => ({
          value: view,
          label: about === undefined ? names[view] : `${names[view]} · ${about}`,
        }))}
        onChange={(view) => ask({ view })}
      />
      {shown.show()}
    </>
  )
}

/** How many headers of a list nobody knows, in words; undefined where there is none. */
export function useUnknownHeaders(
  sheets: readonly { unknownHeaders: readonly string[] }[],
): string | undefined {
  const text = useText(REPORT_TEXT)
  const { count } = useFormat()
  const unknown = new Set(sheets.flatMap(({ unknownHeaders }) => unknownHeaders)).size
  return unknown === 0 ? undefined : `${count(unknown)} ${text.unknown}`
}
