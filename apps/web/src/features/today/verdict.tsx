import type { FigureTable } from '@rasad/contracts/figures'
import { useFormat } from '../../shared/fa.ts'
import { useText } from '../../shared/language.ts'
import { PART_TEXT } from '@rasad/domain/figures/figure-text'
import { TODAY_TEXT, VERDICT_TEXT } from './today-text.ts'

type VerdictProps = { figures: FigureTable }

/** Where the province stands, in one sentence and one picture: the answer to whoever looks for five seconds. */
export function Verdict({ figures: { total, asOf } }: VerdictProps) {
  const text = useText(TODAY_TEXT)
  const say = useText(VERDICT_TEXT)
  const { count, percent, moment } = useFormat()
  const { committed, registered, verified, verifiedOfCommitted, gap, proRataTarget } = total
  const isMeasured = committed !== null && committed > 0
  const standing = gap === null ? null : gap < 0 ? 'behind' : gap > 0 ? 'ahead' : 'level'
  return (
    <section className="verdict card" aria-labelledby="verdict" data-standing={standing}>
      <div className="verdict-words">
        <h2 id="verdict">
          {isMeasured ? (
            <>
              <strong className="verdict-share">{percent(verifiedOfCommitted)}</strong> {text.achieved}
            </>
          ) : (
            text.noCommitment
          )}
        </h2>
        <p>
          {isMeasured
            ? say.achieved(count(verified), count(committed))
            : say.unmeasured(count(registered), count(verified))}
        </p>
        {isMeasured && standing !== null && gap !== null && (
          <p className="verdict-standing">{say[standing](count(Math.abs(gap)), count(proRataTarget))}</p>
        )}
        <p className="today-note">
          <time dateTime={asOf}>{moment(asOf)}</time>
        </p>
      </div>
      {isMeasured && <Reach total={total} committed={committed} />}
    </section>
  )
}

/** Registered and verified as lengths of the commitment, with the target as a mark across them. */
function Reach({ total, committed }: { total: FigureTable['total']; committed: number }) {
  const text = useText(TODAY_TEXT)
  const parts = useText(PART_TEXT)
  const { percent, count } = useFormat()
  const { proRataTarget } = total
  const whole = Math.max(committed, total.registered)
  const length = (value: number) => `${Math.max(0, Math.min(100, (value / whole) * 100))}%`
  return (
    <div className="reach">
      <ul className="reach-bars">
        {(['registered', 'verified'] as const).map((truth) => (
          <li key={truth}>
            <span className="reach-name">{parts[truth]}</span>
            <span className="reach-track" aria-hidden="true">
              <span className="reach-whole" style={{ inlineSize: length(committed) }} />
              <span className="reach-bar" data-tone={truth} style={{ inlineSize: length(total[truth]) }} />
              {proRataTarget !== null && (
                <span className="reach-target" style={{ insetInlineStart: length(proRataTarget) }} />
              )}
            </span>
            <span className="reach-share">
              {percent(total[truth === 'registered' ? 'registeredOfCommitted' : 'verifiedOfCommitted'])}
            </span>
          </li>
        ))}
      </ul>
      <p className="reach-words">
        <span className="reach-key" aria-hidden="true" />
        {`${text.target}: ${count(proRataTarget)}`}
      </p>
    </div>
  )
}
