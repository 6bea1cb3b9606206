import type { ImportOutcome } from '@rasad/contracts/imports'
import { VERDICTS } from '@rasad/domain/imports/verdict'
import { VERDICT_TEXT } from '@rasad/domain/imports/verdict-text'
import { useFormat } from '../../shared/fa.ts'
import { useText } from '../../shared/language.ts'
import { Count } from '../../shared/ui/count.tsx'
import { VERDICT_MEANING } from './imports-text.ts'
import { EVERY_ROW, type ReportSearch } from './imports-search.ts'
import { REPORT_TEXT } from './report-text.ts'

/** How many rows came to which verdict. */
export type VerdictCounts = Pick<ImportOutcome, 'rows' | (typeof VERDICTS)[number]>

/** How many rows came to which verdict; each narrows the rows below to its own. */
export function VerdictTiles({
  counts,
  chosen,
  ask,
}: {
  counts: VerdictCounts
  chosen: ReportSearch['verdict']
  /** None where the rows are not there any more. */
  ask?: (part: ReportSearch) => void
}) {
  const text = useText(REPORT_TEXT)
  const names = useText(VERDICT_TEXT)
  const meanings = useText(VERDICT_MEANING)
  const { percent, count } = useFormat()
  return (
    <div className="verdict-tiles" role="group" aria-label={text.counts}>
      {VERDICTS.map((verdict) => {
        const told = (
          <>
            <span className="verdict-name">{names[verdict]}</span>
            <span className="verdict-count">
              <Count value={counts[verdict]} />
            </span>
            <span className="verdict-share">
              {counts.rows > 0 &&
                `${percent((counts[verdict] / counts.rows) * 100)} ${text.of} ${count(counts.rows)} ${text.rows}`}
            </span>
            <span className="verdict-meaning">{meanings[verdict]}</span>
          </>
        )
        if (ask === undefined) {
          return (
            <div key={verdict} className="verdict-tile" data-verdict={verdict}>
              {told}
            </div>
          )
        }
        return (
          <button
            key={verdict}
            type="button"
            className="verdict-tile"
            data-verdict={verdict}
            aria-pressed={chosen === verdict}
            onClick={() => ask({ ...EVERY_ROW, view: 'rows', verdict: chosen === verdict ? 'all' : verdict })}
          >
            {told}
          </button>
        )
      })}
    </div>
  )
}
