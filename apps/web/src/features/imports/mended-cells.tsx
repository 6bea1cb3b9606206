import { COLUMN_TEXT } from '@rasad/domain/imports/column-text'
import type { ImportMending } from '@rasad/contracts/import-runs'
import { useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { nameOfActor } from '../../shared/actor-name.ts'
import { useFormat } from '../../shared/fa.ts'
import { useText } from '../../shared/language.ts'
import { Count } from '../../shared/ui/count.tsx'
import { ListTable } from '../../shared/ui/list-table.tsx'
import { mendingsQuery, type ImportPlace } from './imports-query.ts'
import { MEND_TEXT } from './mend-text.ts'
import { REPORT_TEXT } from './report-text.ts'

/** What was mended in a list before it entered: each cell as it was and as it is. */
export function MendedCells({ place }: { place: ImportPlace }) {
  const text = useText(MEND_TEXT)
  const report = useText(REPORT_TEXT)
  const columns = useText(COLUMN_TEXT)
  const { moment } = useFormat()
  const found = useSuspenseInfiniteQuery(mendingsQuery(place))
  const written = (cell: string) =>
    cell === '' ? <span className="empty-cell">{text.emptyCell}</span> : <bdi>{cell}</bdi>
  return (
    <div className="noted-rows">
      <ListTable
        label={text.mendedCells}
        caption={
          <>
            {text.mendedCells}
            <small>{text.fileKept}</small>
          </>
        }
        rows={found.data.pages.flatMap((page) => page.mendings)}
        keyOf={({ sheet, row, column }) => `${sheet}/${row}/${column}`}
        columns={[
          { key: 'row', label: report.row, isHead: true, cell: ({ row }) => <Count value={row} /> },
          { key: 'sheet', label: report.sheet, cell: ({ sheet }: ImportMending) => <bdi>{sheet}</bdi> },
          { key: 'column', label: text.cell, cell: ({ column }) => columns[column] },
          { key: 'before', label: text.inFile, cell: ({ before }) => written(before) },
          { key: 'after', label: text.after, cell: ({ after }) => written(after) },
          { key: 'by', label: text.by, cell: ({ by }) => <bdi>{nameOfActor(by)}</bdi> },
          { key: 'at', label: text.at, cell: ({ at }) => <time dateTime={at}>{moment(at)}</time> },
        ]}
      />
      {found.hasNextPage && (
        <Button loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          {report.more}
        </Button>
      )}
    </div>
  )
}
