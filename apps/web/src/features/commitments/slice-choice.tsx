import { kindText } from '@rasad/domain/ledger/dimension-text'
import type { CommitmentVersion } from '@rasad/contracts/commitments'
import { useFormat } from '../../shared/fa.ts'
import { useLanguage, useText } from '../../shared/language.ts'
import { COMMITMENTS_TEXT } from './commitments-text.ts'
import { partsOf } from './matrix-slice.ts'

type SliceChoiceProps = {
  axis: 'sector' | 'programme'
  cells: CommitmentVersion['cells']
  order: readonly string[]
  value: string | undefined
  onChange: (code: string | undefined) => void
}

/** One sector or programme to look at, each with its sum; nothing where a version is not divided by it. */
export function SliceChoice({ axis, cells, order, value, onChange }: SliceChoiceProps) {
  const text = useText(COMMITMENTS_TEXT)
  const language = useLanguage()
  const { count } = useFormat()
  const parts = partsOf(cells, axis, order)
  if (parts.length < 2) return null
  const choices = [
    { code: undefined, label: text.all, sum: parts.reduce((whole, { sum }) => whole + sum, 0) },
    ...parts.map(({ code, sum }) => ({ code, label: kindText(language, code), sum })),
  ]
  return (
    <div className="slice-choice" role="group" aria-label={text[axis]}>
      <span aria-hidden="true">{text[axis]}</span>
      {choices.map(({ code, label, sum }) => (
        <button key={label} type="button" aria-pressed={value === code} onClick={() => onChange(code)}>
          {label}
          <small>{count(sum)}</small>
        </button>
      ))}
    </div>
  )
}
