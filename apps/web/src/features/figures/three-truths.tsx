import type { FigureTable } from '@rasad/contracts/figures'
import { useFormat } from '../../shared/fa.ts'
import { useText } from '../../shared/language.ts'
import { PART_TEXT } from '@rasad/domain/figures/figure-text'
import { PART_MEANING } from '../../shared/truth-text.ts'
import { Count } from '../../shared/ui/count.tsx'
import { FigureValue } from '../../shared/ui/figure-value.tsx'
import { passportAddress } from './breakdown-table.tsx'
import type { FiguresQuestion } from './figures-search.ts'
import { FIGURES_TEXT } from './figures-text.ts'

const TRUTHS = ['committed', 'registered', 'verified'] as const
type ThreeTruthsProps = { figures: FigureTable; question: FiguresQuestion }

/** The three truths of the whole question, beside each other and never under one name. */
export function ThreeTruths({ figures: { total, asOf }, question }: ThreeTruthsProps) {
  const text = useText(FIGURES_TEXT)
  const parts = useText(PART_TEXT)
  const meanings = useText(PART_MEANING)
  const { percent, count } = useFormat()
  const shares = {
    committed: `${text.target}: ${count(total.proRataTarget)}`,
    registered: `${percent(total.registeredOfCommitted)} ${text.ofCommitted}`,
    verified: `${percent(total.verifiedOfCommitted)} ${text.ofCommitted} · ${percent(total.verifiedOfRegistered)} ${text.ofRegistered}`,
  }
  return (
    <div className="three-truths">
      {TRUTHS.map((truth) => (
        <FigureValue
          key={truth}
          tone={truth}
          truth={parts[truth]}
          value={total[truth]}
          asOf={asOf}
          passport={passportAddress(question, truth, '')}
          about={
            <>
              <span className="truth-meaning">{meanings[truth]}</span>
              {shares[truth]}
              {truth === 'verified' && (
                <>
                  {` · ${text.gap}:\u00a0`}
                  <Count value={total.gap} as="signed" />
                </>
              )}
            </>
          }
        />
      ))}
    </div>
  )
}
