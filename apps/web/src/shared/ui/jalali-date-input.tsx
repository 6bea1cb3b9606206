import type { JalaliDate } from '@rasad/domain/calendar/jalali'
import { readDate } from '@rasad/domain/calendar/read-date'
import { Input } from 'antd'
import { useId, useRef, useState } from 'react'
import { useFormat } from '../fa.ts'
import { useText } from '../language.ts'
import { CalendarOpener } from './calendar-opener.tsx'
import { JalaliCalendar } from './jalali-calendar.tsx'
import { UI_TEXT } from './ui-text.ts'

type JalaliDateInputProps = {
  label: string
  value: JalaliDate | null
  onChange: (day: JalaliDate | null) => void
  min?: JalaliDate
  max?: JalaliDate
}

/** A Jalali day, typed as people write it in any of three kinds of digits, or chosen in a calendar. */
export function JalaliDateInput({ label, value, onChange, min, max }: JalaliDateInputProps) {
  const text = useText(UI_TEXT)
  const { day } = useFormat()
  const id = useId()
  const [typed, setTyped] = useState<string | null>(null)
  const [isOpen, setIsOpen] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const written = value === null ? '' : day(value)
  const fault = typed === null ? null : faultOf(typed, { min, max })

  const commit = () => {
    if (typed === null) return
    const reading = readDate(typed)
    if (typed.trim() === '') onChange(null)
    else if (fault !== null || !('date' in reading)) return
    else onChange(reading.date)
    setTyped(null)
  }
  const choose = (chosen: JalaliDate) => {
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
          placeholder={text.dayFormat}
          value={typed ?? written}
          status={fault === null ? '' : 'error'}
          aria-invalid={fault !== null}
          aria-describedby={`${id}-fault`}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={commit}
          onPressEnter={commit}
        />
        <CalendarOpener label={label} opener={opener} isOpen={isOpen} onOpenChange={setIsOpen}>
          <JalaliCalendar value={value} onChoose={choose} {...(min && { min })} {...(max && { max })} />
        </CalendarOpener>
      </div>
      <p id={`${id}-fault`} className="field-fault" role="status">
        {fault !== null && text[fault]}
      </p>
    </div>
  )
}

function faultOf(
  typed: string,
  { min, max }: { min: JalaliDate | undefined; max: JalaliDate | undefined },
): 'invalidDay' | 'outside' | null {
  const reading = readDate(typed)
  if (typed.trim().length < 6) return null
  if (!('date' in reading)) return 'invalidDay'
  const isOutside = (min !== undefined && reading.date < min) || (max !== undefined && reading.date > max)
  return isOutside ? 'outside' : null
}
