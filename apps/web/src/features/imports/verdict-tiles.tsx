import type { ImportOutcome } from '@rasad/contracts/imports'
import { VERDICTS } from '@rasad/domain/imports/verdict'
import { VERDICT_TEXT } from '@rasad/domain/imports/verdict-text'
import { useFormat } from '../../shared/fa.ts'
import { useText } from '../../shared/language.ts'
import { Count } from '../../shared/ui/count.tsx'
import { VERDICT_MEANING } from './imports-text.ts'
import type { ReportSearch } from './imports-search.ts'
import { REPORT_TEXT } from './report-text.ts'

type Counts = Pick<ImportOutcome, 'rows' | (typeof VERDICTS)[number]>

/** How many rows came to which verdict; each narrows the rows below to its own. */
export function VerdictTiles({
  counts,
  chosen,
  ask,
}: {
  counts: Counts
  chosen: ReportSearch['verdict']
  ask: (part: ReportSearch) => void
}) {
  const text = useText(REPORT_TEXT)
  const names = useText(VERDICT_TEXT)
  const meanings = useText(VERDICT_MEANING)
  const { percent, count } = useFormat()
  return (
    <div className="verdict-tiles" role="group" aria-label={text.counts}>
      {VERDICTS.map((verdict) => (
        <button
          key={verdict}
          type="button"
          className="verdict-tile"
          data-verdict={verdict}
          aria-pressed={chosen === verdict}
          onClick={() =>
            ask({ view: 'rows', verdict: chosen === verdict ? undefined : verdict, note: undefined })
          }
        >
          <span className="verdict-name">{names[verdict]}</span>
          <span className="verdict-count">
            <Count value={counts[verdict]} />
          </span>
          <span className="verdict-share">
            {counts.rows > 0 &&
              `${percent((counts[verdict] / counts.rows) * 100)} ${text.of} ${count(counts.rows)} ${text.rows}`}
          </span>
          <span className="verdict-meaning">{meanings[verdict]}</span>
        </button>
      ))}
    </div>
  )
}
