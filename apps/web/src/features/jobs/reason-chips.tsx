import { Button } from 'antd'
import type { ReactNode } from 'react'

type ReasonChipsProps = {
  label: string
  reasons: readonly string[]
  value: string
  onChoose: (reason: string) => void
  /** What stands before a reason: the key that chooses it. */
  before?: (index: number) => ReactNode
}

/** The frequent reasons, each written at a press. */
export function ReasonChips({ label, reasons, value, onChoose, before }: ReasonChipsProps) {
  return (
    <div className="reason-chips" role="group" aria-label={label}>
      {reasons.map((reason, index) => (
        <Button
          key={reason}
          size="small"
          shape="round"
          aria-pressed={value === reason}
          onClick={() => onChoose(reason)}
        >
          {before?.(index)}
          {reason}
        </Button>
      ))}
    </div>
  )
}
