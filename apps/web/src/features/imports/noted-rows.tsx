import type { ImportRow } from '@rasad/contracts/imports'
import { VERDICT_TEXT } from '@rasad/domain/imports/verdict-text'
import { useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useFormat } from '../../shared/fa.ts'
import { useText } from '../../shared/language.ts'
import { PageLink } from '../../shared/page-link.tsx'
import { Code } from '../../shared/ui/code.tsx'
import { Count } from '../../shared/ui/count.tsx'
import { EmptyState } from '../../shared/ui/empty-state.tsx'
import { ListTable } from '../../shared/ui/list-table.tsx'
import { importRowsQuery, type ImportPlace } from './imports-query.ts'
import { EVERY_ROW, isNarrowed } from './imports-search.ts'
import { RowsCaption } from './rows-caption.tsx'
import { Said } from './said.tsx'
import { REPORT_TEXT } from './report-text.ts'
import type { Asking } from './report.tsx'

/** The rows of an import there is something to say about, each with its verdict and every reason in words. */
export function NotedRows({ place, search, ask }: Asking & { place: ImportPlace }) {
  const text = useText(REPORT_TEXT)
  const verdicts = useText(VERDICT_TEXT)
  const { digits } = useFormat()
  const found = useSuspenseInfiniteQuery(importRowsQuery(place, search))
  const rows = found.data.pages.flatMap((page) => page.rows)
  const all = found.data.pages.at(-1)?.count ?? 0
  if (rows.length === 0) {
    return isNarrowed(search) ? (
      <EmptyState
        title={text.noneOfThese}
        action={<Button onClick={() => ask(EVERY_ROW)}>{text.showAll}</Button>}
      />
    ) : (
      <EmptyState title={text.noRows} about={text.noRowsWhy} />
    )
  }
  return (
    <div className="noted-rows">
      <ListTable
        label={text.table}
        wraps
        caption={<RowsCaption shown={rows.length} all={all} search={search} />}
        rows={rows}
        keyOf={(row) => `${row.sheet}/${row.row}`}
        columns={[
          {
            key: 'row',
            label: text.row,
            isHead: true,
            cell: (row) => <Count value={row.row} />,
          },
          { key: 'sheet', label: text.sheet, cell: (row) => <bdi>{row.sheet}</bdi> },
          {
            key: 'verdict',
            label: text.verdict,
            cell: (row) => (
              <span className="verdict" data-verdict={row.verdict}>
                {verdicts[row.verdict]}
              </span>
            ),
          },
          { key: 'said', label: text.said, cell: (row) => <Said row={row} /> },
          {
            key: 'job',
            label: text.job,
            cell: ({ jobId }: ImportRow) =>
              jobId === null ? (
                <Count value={null} />
              ) : (
                <PageLink route="/jobs/$province/$jobId" address={`/jobs/${place.province}/${jobId}`}>
                  <Code>{digits(String(jobId))}</Code>
                </PageLink>
              ),
          },
        ]}
      />
      {found.hasNextPage && (
        <Button loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          {text.more}
        </Button>
      )}
    </div>
  )
}
