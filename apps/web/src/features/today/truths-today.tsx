import type { FigureTable } from '@rasad/contracts/figures'
import type { Period } from '@rasad/contracts/periods'
import { BASELINE_TEXT } from '@rasad/domain/commitments/baseline-text'
import { useFormat } from '../../shared/fa.ts'
import { figuresAddress } from '../../shared/figure-queries.ts'
import { useText } from '../../shared/language.ts'
import { PART_TEXT } from '@rasad/domain/figures/figure-text'
import { PART_MEANING } from '../../shared/truth-text.ts'
import { FigureValue } from '../../shared/ui/figure-value.tsx'
import { MovedLately } from './moved-lately.tsx'
import type { Place } from './today-query.ts'
import { TODAY_TEXT } from './today-text.ts'

const TRUTHS = ['committed', 'registered', 'verified'] as const
type TruthsTodayProps = { figures: FigureTable; place: Place; period: Period | undefined }

/** The three truths as numbers, each with its meaning, its share and what moved it lately. */
export function TruthsToday({ figures, place, period }: TruthsTodayProps) {
  const text = useText(TODAY_TEXT)
  const parts = useText(PART_TEXT)
  const meanings = useText(PART_MEANING)
  const baselines = useText(BASELINE_TEXT)
  const { percent } = useFormat()
  const { total, asOf, baseline } = figures
  const shares = {
    committed: `${text.baseline} ${baselines[baseline]}`,
    registered: `${percent(total.registeredOfCommitted)} ${text.ofCommitted}`,
    verified: `${percent(total.verifiedOfCommitted)} ${text.ofCommitted} · ${percent(total.verifiedOfRegistered)} ${text.ofRegistered}`,
  }
  return (
    <section className="today-truths" aria-label={text.against}>
      {TRUTHS.map((truth) => (
        <FigureValue
          key={truth}
          tone={truth}
          truth={parts[truth]}
          value={total[truth]}
          asOf={asOf}
          passport={figuresAddress({ ...place, truth })}
          about={
            <>
              <span className="truth-line">{meanings[truth]}</span>
              {shares[truth]}
              {truth !== 'committed' && period !== undefined && (
                <MovedLately place={place} period={period} now={figures} truth={truth} />
              )}
            </>
          }
        />
      ))}
    </section>
  )
}
