import { SPLIT_FACTORS } from '@rasad/contracts/commitments'
import type { SplitRefusal } from '@rasad/domain/commitments/split/request'
import type { WeightRefusal } from '@rasad/domain/commitments/split/weights'
import { Alert } from 'antd'
import { ApiProblem } from '../../shared/api.ts'
import { useLanguage, useText } from '../../shared/language.ts'
import { ProblemAlert } from '../../shared/ui/problem-alert.tsx'
import { MATRIX_TEXT } from './matrix-text.ts'
import { readRefusal, refusalText } from './refusal-text.ts'
import type { SplitForm } from './split-form.ts'
import { FACTOR_TEXT, WEIGHT_REFUSAL_TEXT } from './split-text.ts'
import { useMatrixNames } from './use-matrix-names.ts'

/** Why a split was refused: by the whole that cannot hold, or the factor that gives no weights. */
export function SplitProblem({ error, form, province }: { error: Error; form: SplitForm; province: string }) {
  const problem = error instanceof ApiProblem ? error.problem : undefined
  const split = problem?.code === 'commitment.cannot-hold' ? readRefusal(problem.params) : undefined
  if (split !== undefined) return <SplitRefused refusal={{ split }} form={form} province={province} />
  if (problem?.code !== 'commitment.weights-unusable') return <ProblemAlert error={error} />
  const { code } = problem.params
  if (!isWeightCode(code)) return <ProblemAlert error={error} />
  const weights = { code, factor: problem.params.factor ?? undefined }
  return <SplitRefused refusal={{ weights }} form={form} province={province} />
}

type SplitRefusedProps = {
  refusal: { split: SplitRefusal } | { weights: WeightRefusal }
  form: SplitForm
  province: string
}

/** The same refusal where the page itself has worked it out. */
export function SplitRefused({ refusal, form, province }: SplitRefusedProps) {
  const text = useText(MATRIX_TEXT)
  const factors = useText(FACTOR_TEXT)
  const weights = useText(WEIGHT_REFUSAL_TEXT)
  const language = useLanguage()
  const names = useMatrixNames(province, language)
  const nameOfFactor = (at: number | undefined) => {
    const kind = SPLIT_FACTORS.filter((factor) => form.factors[factor] !== undefined)[at ?? -1]
    return kind === undefined ? '' : factors[kind]
  }
  return (
    <Alert
      role="alert"
      type="warning"
      showIcon
      title={text.cannotHold}
      description={
        'split' in refusal
          ? refusalText(language, names, refusal.split)
          : weights[refusal.weights.code](nameOfFactor(refusal.weights.factor))
      }
    />
  )
}

function isWeightCode(code: string): code is WeightRefusal['code'] {
  return code in WEIGHT_REFUSAL_TEXT.en
}
