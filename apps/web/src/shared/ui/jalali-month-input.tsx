import { formatMonth, parseMonth, type JalaliMonth } from '@rasad/domain/calendar/jalali'
import { toLatinDigits } from '@rasad/domain/persian/digits'
import { Input } from 'antd'
import { useId, useRef, useState } from 'react'
import { useFormat } from '../fa.ts'
import { useText } from '../language.ts'
import { CalendarOpener } from './calendar-opener.tsx'
import { JalaliMonths } from './jalali-months.tsx'
import { monthsOn } from './month-grid.ts'
import { UI_TEXT } from './ui-text.ts'

type JalaliMonthInputProps = {
  label: string
  value: JalaliMonth | null
  onChange: (month: JalaliMonth | null) => void
}

/** A Jalali month, typed in any of three kinds of digits («۱۴۰۴/۵», arrows up and down), or chosen in a calendar. */
export function JalaliMonthInput({ label, value, onChange }: JalaliMonthInputProps) {
  const text = useText(UI_TEXT)
  const { day } = useFormat()
  const id = useId()
  const [typed, setTyped] = useState<string | null>(null)
  const [isOpen, setIsOpen] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const month = typed === null ? value : readMonth(typed)
  const isInvalid = typed !== null && typed.trim().length > 5 && month === undefined
  const commit = () => {
    if (typed === null || month === undefined) return
    onChange(month)
    setTyped(null)
  }
  const choose = (chosen: JalaliMonth) => {
    setTyped(null)
    setIsOpen(false)
    opener.current?.focus()
    if (chosen !== value) onChange(chosen)
  }
  return (
    <div className="date-input">
      <label htmlFor={id}>{label}</label>
      <div className="date-field">
        <Input
          id={id}
          dir="ltr"
          inputMode="numeric"
          autoComplete="off"
          placeholder={text.monthFormat}
          value={typed ?? (value === null ? '' : day(formatMonth(value)))}
          status={isInvalid ? 'error' : ''}
          aria-invalid={isInvalid}
          aria-describedby={`${id}-fault`}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={commit}
          onPressEnter={commit}
          onKeyDown={(event) => {
            const step = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0
            if (step === 0 || value === null) return
            event.preventDefault()
            onChange(monthsOn(value, step))
          }}
        />
        <CalendarOpener label={label} opener={opener} isOpen={isOpen} onOpenChange={setIsOpen}>
          <JalaliMonths value={value} onChoose={choose} />
        </CalendarOpener>
      </div>
      <p id={`${id}-fault`} className="field-fault" role="status">
        {isInvalid && text.invalidMonth}
      </p>
    </div>
  )
}

function readMonth(typed: string): JalaliMonth | null | undefined {
  if (typed.trim() === '') return null
  const [year = '', month = ''] = toLatinDigits(typed)
    .trim()
    .split(/\s*[/\-.٫]\s*/)
  return parseMonth(`${year}-${month.padStart(2, '0')}`)
}
