import type { ImportSheet } from '@rasad/contracts/imports'
import { COLUMN_TEXT } from '@rasad/domain/imports/column-text'
import { COLUMNS, type Column } from '@rasad/domain/imports/columns'
import { Select } from 'antd'
import { useText } from '../../shared/language.ts'
import { FOUND_BY_LABEL } from '../../shared/ui/found-by-label.ts'
import { REPORT_TEXT } from './report-text.ts'

/** What a header is taken for. */
export type Taken = Column | 'ignore'
/** What somebody says the headers mean, and how to say it. */
export type ColumnChoices = {
  said: Readonly<Record<string, Taken>>
  say: (header: string, taken: Taken) => void
}
type Heads = Pick<ImportSheet, 'mapping' | 'unknownHeaders' | 'repeatedHeaders'>

/** What a header of a sheet was taken for when the sheet was read. */
export function takenFor({ mapping, repeatedHeaders }: Heads, header: string): Taken | 'repeated' {
  if (repeatedHeaders.includes(header)) return 'repeated'
  return mapping.find((known) => known.header === header)?.column ?? 'ignore'
}

/** The headers of one sheet or of several alike, and what each was taken for; it can be said otherwise. */
export function ColumnsRead({
  sheets,
  choices,
}: {
  sheets: readonly ImportSheet[]
  choices?: ColumnChoices | undefined
}) {
  const text = useText(REPORT_TEXT)
  const sheet = sheets[0]!
  const read = sheet.mapping.map(({ header }) => header)
  const headers = [...new Set([...read, ...sheet.repeatedHeaders, ...sheet.unknownHeaders])].filter(
    (header) => header !== '',
  )
  return (
    <div className="table-box" role="group" tabIndex={0} aria-label={`${text.columnOf} ${sheet.name}`}>
      <table className="list-table columns-table">
        <caption>
          {sheets.map(({ name }) => (
            <bdi key={name} className="sheet-name">
              {name}
            </bdi>
          ))}
        </caption>
        <thead>
          <tr>
            <th scope="col">{text.header}</th>
            <th scope="col">{text.column}</th>
          </tr>
        </thead>
        <tbody>
          {headers.map((header) => (
            <tr key={header} data-unread={takenFor(sheet, header) === 'ignore'}>
              <th scope="row">
                <bdi>{header}</bdi>
              </th>
              <td>
                <Meaning header={header} taken={takenFor(sheet, header)} choices={choices} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

type MeaningProps = { header: string; taken: Taken | 'repeated'; choices?: ColumnChoices | undefined }

function Meaning({ header, taken, choices }: MeaningProps) {
  const text = useText(REPORT_TEXT)
  const columns = useText(COLUMN_TEXT)
  if (taken === 'repeated') return <span className="unread">{text.repeated}</span>
  if (choices === undefined) {
    return taken === 'ignore' ? <span className="unread">{text.ignored}</span> : columns[taken]
  }
  const said = choices.said[header]
  return (
    <Select
      className="column-choice"
      size="small"
      aria-label={`${text.column}: ${header}`}
      status={said !== undefined && said !== taken ? 'warning' : ''}
      showSearch={FOUND_BY_LABEL}
      value={said ?? taken}
      options={[
        { value: 'ignore' as const, label: text.ignored },
        ...COLUMNS.map((column) => ({ value: column, label: columns[column] })),
      ]}
      onChange={(chosen) => choices.say(header, chosen)}
    />
  )
}
