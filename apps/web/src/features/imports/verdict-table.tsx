import { VERDICTS, type Verdict } from '@rasad/domain/imports/verdict'
import { VERDICT_TEXT } from '@rasad/domain/imports/verdict-text'
import { inOrderOfNames } from '@rasad/domain/persian/name-order'
import { useFormat } from '../../shared/fa.ts'
import { useLanguage, useText } from '../../shared/language.ts'
import { Count } from '../../shared/ui/count.tsx'
import { REPORT_TEXT } from './report-text.ts'

/** How many rows of a part of a list came to which verdict. */
export type VerdictLine = Readonly<Record<Verdict, number>> & {
  /** A code; null for the rows that name no part that is known. */
  code: string | null
  name: string
}

type VerdictTableProps = {
  label: string
  about?: string
  /** What the lines are, such as counties. */
  head: string
  lines: readonly VerdictLine[]
  /** Leads to the rows behind a number, where there is a way. */
  onRows?: (line: VerdictLine, verdict: Verdict) => void
}

/** A list by its parts in the order of their names, and by verdict, with the sums; what names no known part comes last. */
export function VerdictTable({ label, about, head, lines, onRows }: VerdictTableProps) {
  const text = useText(REPORT_TEXT)
  const verdicts = useText(VERDICT_TEXT)
  const language = useLanguage()
  const known = lines.filter(({ code }) => code !== null)
  const ordered = [
    ...inOrderOfNames(language, known, ({ name }) => name),
    ...lines.filter(({ code }) => code === null),
  ]
  const sum = (verdict: Verdict) => lines.reduce((whole, line) => whole + line[verdict], 0)
  return (
    <div className="table-box verdict-table" role="group" tabIndex={0} aria-label={label}>
      <table className="list-table">
        <caption>
          {label}
          {about !== undefined && <small>{about}</small>}
        </caption>
        <thead>
          <tr>
            <th scope="col">{head}</th>
            {VERDICTS.map((verdict) => (
              <th key={verdict} scope="col" data-number="true">
                {verdicts[verdict]}
              </th>
            ))}
            <th scope="col" data-number="true">
              {text.sum}
            </th>
          </tr>
        </thead>
        <tbody>
          {ordered.map((line) => (
            <tr key={line.code ?? ''}>
              <th scope="row">{line.name}</th>
              {VERDICTS.map((verdict) => (
                <td key={verdict} data-number="true">
                  <ToRows line={line} verdict={verdict} onRows={onRows} />
                </td>
              ))}
              <td data-number="true">
                <Count value={VERDICTS.reduce((whole, verdict) => whole + line[verdict], 0)} />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{text.sum}</th>
            {VERDICTS.map((verdict) => (
              <td key={verdict} data-number="true">
                <Count value={sum(verdict)} />
              </td>
            ))}
            <td data-number="true">
              <Count value={VERDICTS.reduce((whole, verdict) => whole + sum(verdict), 0)} />
            </td>
          </tr>
        </tfoot>
      </table>
    </div>
  )
}

type ToRowsProps = { line: VerdictLine; verdict: Verdict; onRows: VerdictTableProps['onRows'] }

// Accepted rows there is nothing to say about are not listed, so their number leads nowhere.
function ToRows({ line, verdict, onRows }: ToRowsProps) {
  const verdicts = useText(VERDICT_TEXT)
  const { count } = useFormat()
  const value = line[verdict]
  if (value === 0 || verdict === 'accepted' || onRows === undefined) return <Count value={value} />
  return (
    <button
      type="button"
      className="to-rows"
      data-verdict={verdict}
      aria-label={`${line.name}: ${count(value)} ${verdicts[verdict]}`}
      onClick={() => onRows(line, verdict)}
    >
      {count(value)}
    </button>
  )
}
