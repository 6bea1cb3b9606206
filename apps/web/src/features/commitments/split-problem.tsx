import { SPLIT_FACTORS } from '@rasad/contracts/commitments'
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
  const text = useText(MATRIX_TEXT)
  const factors = useText(FACTOR_TEXT)
  const weights: Readonly<Record<string, (factor: string) => string>> = useText(WEIGHT_REFUSAL_TEXT)
  const language = useLanguage()
  const names = useMatrixNames(province, language)
  const problem = error instanceof ApiProblem ? error.problem : undefined
  const refusal = problem?.code === 'commitment.cannot-hold' ? readRefusal(problem.params) : undefined
  if (refusal !== undefined)
    return (
      <Alert
        role="alert"
        type="warning"
        showIcon
        title={text.cannotHold}
        description={refusalText(language, names, refusal)}
      />
    )
  const say = problem?.code === 'commitment.weights-unusable' ? weights[problem.params.code] : undefined
  if (problem?.code !== 'commitment.weights-unusable' || say === undefined)
    return <ProblemAlert error={error} />
  const kind = SPLIT_FACTORS.filter((factor) => form.factors[factor] !== undefined)[
    problem.params.factor ?? -1
  ]
  return (
    <Alert
      role="alert"
      type="warning"
      showIcon
      title={text.cannotHold}
      description={say(kind === undefined ? '' : factors[kind])}
    />
  )
}
