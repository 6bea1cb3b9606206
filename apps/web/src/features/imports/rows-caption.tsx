import { useFormat } from '../../shared/fa.ts'
import { useText } from '../../shared/language.ts'
import { isNarrowed, type RowsSearch } from './imports-search.ts'
import { REPORT_TEXT } from './report-text.ts'

type RowsCaptionProps = { shown: number; all: number; search: RowsSearch }

/** How many rows of a list are shown, of how many. */
export function RowsCaption({ shown, all, search }: RowsCaptionProps) {
  const text = useText(REPORT_TEXT)
  const { count } = useFormat()
  return (
    <>
      {text.table}
      <small>
        {`${count(shown)} ${text.of} ${count(all)} ${text.shown}`}
        {!isNarrowed(search) && ` · ${text.others}`}
      </small>
    </>
  )
}
