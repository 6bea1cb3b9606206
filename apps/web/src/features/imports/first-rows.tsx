import type { PreviewRow } from '@rasad/contracts/import-runs'
import { COLUMN_TEXT } from '@rasad/domain/imports/column-text'
import { COLUMNS, type Column } from '@rasad/domain/imports/columns'
import { VERDICT_TEXT } from '@rasad/domain/imports/verdict-text'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useFormat } from '../../shared/fa.ts'
import { useLanguage, useText } from '../../shared/language.ts'
import { agenciesQuery, countiesQuery, namesByCode } from '../../shared/places.ts'
import { Count } from '../../shared/ui/count.tsx'
import { EmptyState } from '../../shared/ui/empty-state.tsx'
import { ListTable } from '../../shared/ui/list-table.tsx'
import { previewQuery } from './imports-query.ts'
import { REPORT_TEXT } from './report-text.ts'

/** The first rows of a list as they stand in the file; under a cell, what was made of it where that reads differently. */
export function FirstRows({ runId, province }: { runId: string; province: string }) {
  const text = useText(REPORT_TEXT)
  const columns = useText(COLUMN_TEXT)
  const verdicts = useText(VERDICT_TEXT)
  const { rows } = useSuspenseQuery(previewQuery(runId)).data
  const readAs = useReadWords(province)
  const present = new Set(rows.flatMap(({ cells }) => cells.map(({ column }) => column)))
  if (rows.length === 0) return <EmptyState title={text.noFirstRows} />
  return (
    <ListTable
      label={text.firstRows}
      caption={
        <>
          {text.firstRows}
          <small>{text.masked}</small>
        </>
      }
      rows={rows}
      keyOf={(row) => `${row.sheet}/${row.row}`}
      columns={[
        { key: 'row', label: text.row, isHead: true, cell: (row) => <Count value={row.row} /> },
        {
          key: 'verdict',
          label: text.verdict,
          cell: (row) => (
            <span className="verdict" data-verdict={row.verdict}>
              {verdicts[row.verdict]}
            </span>
          ),
        },
        ...COLUMNS.filter((column) => present.has(column)).map((column) => ({
          key: column,
          label: columns[column],
          cell: (row: PreviewRow) => <ReadCell row={row} column={column} readAs={readAs} />,
        })),
      ]}
    />
  )
}

type ReadWords = (row: PreviewRow, column: Column) => string | undefined

function ReadCell({ row, column, readAs }: { row: PreviewRow; column: Column; readAs: ReadWords }) {
  const text = useText(REPORT_TEXT)
  const written = row.cells.find((cell) => cell.column === column)?.text
  if (written === undefined) return <Count value={null} />
  const read = readAs(row, column)
  return (
    <>
      <bdi>{written}</bdi>
      {read !== undefined && read !== written && (
        <span className="read-as">
          <span className="visually-hidden">{` ${text.asRead} `}</span>
          {read}
        </span>
      )}
    </>
  )
}

function useReadWords(province: string): ReadWords {
  const language = useLanguage()
  const { day } = useFormat()
  const county = namesByCode(language, useSuspenseQuery(countiesQuery(province)).data.counties)
  const agency = namesByCode(language, useSuspenseQuery(agenciesQuery).data.agencies)
  return ({ read }, column) => {
    if (read === null) return undefined
    if (column === 'startDate') return day(read.startDate)
    if (column === 'county') return county(read.county)
    return column === 'agency' ? agency(read.agency) : undefined
  }
}
