import type { FigureTable } from '@rasad/contracts/figures'
import { useFormat } from '../../shared/fa.ts'
import { figuresAddress } from '../../shared/figure-queries.ts'
import { useText } from '../../shared/language.ts'
import { PART_MEANING, PART_TEXT } from '../../shared/truth-text.ts'
import { Count } from '../../shared/ui/count.tsx'
import { FigureValue } from '../../shared/ui/figure-value.tsx'
import type { Place } from './today-query.ts'
import { TODAY_TEXT } from './today-text.ts'

type TruthsTodayProps = { figures: FigureTable; place: Place }

/** The three truths as numbers, and how far each reaches against the commitment and the target. */
export function TruthsToday({ figures: { total, asOf }, place }: TruthsTodayProps) {
  const text = useText(TODAY_TEXT)
  const parts = useText(PART_TEXT)
  const meanings = useText(PART_MEANING)
  const { percent, count } = useFormat()
  const passport = (truth: string) => figuresAddress({ ...place, truth })
  return (
    <section className="today-truths" aria-label={text.against}>
      <FigureValue
        tone="committed"
        truth={parts.committed}
        value={total.committed}
        asOf={asOf}
        passport={passport('committed')}
        about={
          <>
            <span className="truth-line">{meanings.committed}</span>
            {`${text.target}: ${count(total.proRataTarget)}`}
          </>
        }
      />
      <FigureValue
        tone="registered"
        truth={parts.registered}
        value={total.registered}
        asOf={asOf}
        passport={passport('registered')}
        about={
          <>
            <span className="truth-line">{meanings.registered}</span>
            {`${percent(total.registeredOfCommitted)} ${text.ofCommitted}`}
          </>
        }
      />
      <FigureValue
        tone="verified"
        truth={parts.verified}
        value={total.verified}
        asOf={asOf}
        passport={passport('verified')}
        about={
          <>
            <span className="truth-line">{meanings.verified}</span>
            {`${percent(total.verifiedOfCommitted)} ${text.ofCommitted} · ${percent(total.verifiedOfRegistered)} ${text.ofRegistered}`}
          </>
        }
      />
      <Reach total={total} />
    </section>
  )
}

/** Registered and verified as lengths of the commitment, with the target as a mark across them. */
function Reach({ total }: { total: FigureTable['total'] }) {
  const text = useText(TODAY_TEXT)
  const parts = useText(PART_TEXT)
  const { percent, count } = useFormat()
  const { committed, proRataTarget } = total
  if (committed === null || committed <= 0) return null
  const whole = Math.max(committed, total.registered)
  const length = (value: number) => `${Math.max(0, Math.min(100, (value / whole) * 100))}%`
  return (
    <div className="reach card">
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
        {`${text.target}: ${count(proRataTarget)} · ${text.gap}: `}
        <Count value={total.gap} as="signed" />
      </p>
    </div>
  )
}
