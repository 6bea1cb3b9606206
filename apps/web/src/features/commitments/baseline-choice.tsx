import { BASELINE_TEXT } from '@rasad/domain/commitments/baseline-text'
import { BASELINES, type Baseline } from '@rasad/domain/commitments/matrix'
import { Segmented } from 'antd'
import { useText } from '../../shared/language.ts'
import { COMMITMENTS_TEXT } from './commitments-text.ts'

/** Whose commitment is looked at; the province's own where none is named. */
export function BaselineChoice({
  value = 'provincial',
  onChange,
}: {
  value: Baseline | undefined
  onChange: (baseline: Baseline) => void
}) {
  const text = useText(COMMITMENTS_TEXT)
  const names = useText(BASELINE_TEXT)
  return (
    <Segmented
      aria-label={text.baseline}
      value={value}
      options={BASELINES.map((baseline) => ({ value: baseline, label: names[baseline] }))}
      onChange={onChange}
    />
  )
}
