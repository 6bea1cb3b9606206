import type { ImportSheet } from '@rasad/contracts/imports'
import { VERDICTS } from '@rasad/domain/imports/verdict'
import { VERDICT_TEXT } from '@rasad/domain/imports/verdict-text'
import { useFormat } from '../../shared/fa.ts'
import { useText } from '../../shared/language.ts'
import { Count } from '../../shared/ui/count.tsx'
import { ListTable } from '../../shared/ui/list-table.tsx'
import { ColumnsRead, type ColumnChoices } from './columns-read.tsx'
import { VIEW_TEXT } from './imports-text.ts'
import { REPORT_TEXT } from './report-text.ts'

type SheetsReadProps = { sheets: readonly ImportSheet[]; choices?: ColumnChoices | undefined }

/** How a file was read: its sheets, and once for sheets with the same headers, which header was taken for what. */
export function SheetsRead({ sheets, choices }: SheetsReadProps) {
  const text = useText(REPORT_TEXT)
  const views = useText(VIEW_TEXT)
  const verdicts = useText(VERDICT_TEXT)
  const read = sheets.filter(({ skipped }) => !skipped)
  const alike = Map.groupBy(read, ({ mapping, unknownHeaders, repeatedHeaders }) =>
    JSON.stringify([mapping, unknownHeaders, repeatedHeaders]),
  )
  return (
    <div className="sheets-read">
      <div className="columns-read">
        {[...alike.values()].map((group) => (
          <ColumnsRead key={group[0]!.name} sheets={group} choices={choices} />
        ))}
      </div>
      <ListTable
        label={text.sheet}
        caption={views.columns}
        wraps
        rows={sheets}
        keyOf={({ name }) => name}
        columns={[
          { key: 'name', label: text.sheet, isHead: true, cell: ({ name }) => <bdi>{name}</bdi> },
          {
            key: 'rows',
            label: text.rows,
            isNumber: true,
            cell: ({ rows, skipped }) => <Count value={skipped ? null : rows} />,
          },
          ...VERDICTS.map((verdict) => ({
            key: verdict,
            label: verdicts[verdict],
            isNumber: true,
            cell: (sheet: ImportSheet) => <Count value={sheet.skipped ? null : sheet[verdict]} />,
          })),
          { key: 'remarks', label: text.said, cell: (sheet) => <Remarks sheet={sheet} /> },
        ]}
      />
    </div>
  )
}

function Remarks({ sheet }: { sheet: ImportSheet }) {
  const text = useText(REPORT_TEXT)
  const { count } = useFormat()
  const { skipped, hidden, hiddenRows, totalRows, headerRows, unknownHeaders } = sheet
  const [first, last] = headerRows ?? [null, null]
  const at = first === last ? count(first) : `${count(first)} ${text.to} ${count(last)}`
  const remarks = [
    ...(skipped ? [text.skipped] : []),
    ...(first === null ? [] : [`${text.headerAt} ${at}`]),
    ...(hidden ? [text.hiddenSheet] : []),
    ...(hiddenRows > 0 ? [`${count(hiddenRows)} ${text.hiddenRows}`] : []),
    ...(totalRows > 0 ? [`${count(totalRows)} ${text.totalRows}`] : []),
    ...(unknownHeaders.length > 0 ? [`${count(unknownHeaders.length)} ${text.unknown}`] : []),
  ]
  return remarks.join(' · ')
}
