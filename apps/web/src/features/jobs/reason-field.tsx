import type { JobStep } from '@rasad/domain/jobs/job-life-cycle'
import { Input } from 'antd'
import { useId } from 'react'
import { useFormat } from '../../shared/fa.ts'
import { useText } from '../../shared/language.ts'
import { JOB_TEXT } from './job-text.ts'
import { FREQUENT_REASONS } from './job-words.ts'
import { ReasonChips } from './reason-chips.tsx'

type ReasonFieldProps = {
  step: JobStep
  isNeeded: boolean
  value: string
  onChange: (reason: string) => void
}

/** A reason: one of the frequent ones at the press of a digit, or in free words. */
export function ReasonField({ step, isNeeded, value, onChange }: ReasonFieldProps) {
  const text = useText(JOB_TEXT)
  const { digits } = useFormat()
  const reasons = useText(FREQUENT_REASONS)[step]
  const id = useId()
  return (
    <div
      className="reason-field"
      onKeyDown={(event) => {
        const chosen = reasons[Number(/^(?:Digit|Numpad)(\d)$/.exec(event.code)?.[1] ?? 0) - 1]
        if (chosen === undefined || value !== '' || event.ctrlKey || event.metaKey || event.altKey) return
        event.preventDefault()
        onChange(chosen)
      }}
    >
      <label htmlFor={id}>{isNeeded ? text.reasonNeeded : text.reasonOptional}</label>
      <Input.TextArea
        id={id}
        autoFocus
        maxLength={300}
        autoSize={{ minRows: 2, maxRows: 6 }}
        value={value}
        required={isNeeded}
        onChange={(event) => onChange(event.target.value)}
      />
      {reasons.length > 0 && (
        <ReasonChips
          label={text.frequent}
          reasons={reasons}
          value={value}
          onChoose={onChange}
          before={(index) => <kbd>{digits(String(index + 1))}</kbd>}
        />
      )}
    </div>
  )
}
