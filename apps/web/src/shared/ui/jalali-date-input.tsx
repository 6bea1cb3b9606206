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
  /** What is wrong with the day that stands there, such as that it is missing; undefined when nothing is. */
  fault?: string | undefined
  /** In a form: what is typed and is no day counts as none, so that no earlier day is sent in its place. */
  emptiesWhenWrong?: boolean
}

const SHORTEST_DAY = 6

/** A Jalali day, typed as people write it in any of three kinds of digits, or chosen in a calendar. */
export function JalaliDateInput({
  label,
  value,
  onChange,
  min,
  max,
  fault: told,
  emptiesWhenWrong = false,
}: JalaliDateInputProps) {
  const text = useText(UI_TEXT)
  const { day } = useFormat()
  const id = useId()
  const [typed, setTyped] = useState<string | null>(null)
  const [isLeft, setIsLeft] = useState(false)
  const [isOpen, setIsOpen] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const written = value === null ? '' : day(value)
  const fault = typed === null ? null : faultOf(typed, { min, max, isLeft })
  const sentence = fault === null ? told : text[fault]

  const commit = () => {
    if (typed === null) return
    setIsLeft(true)
    const reading = readDate(typed)
    const isEmpty = typed.trim() === ''
    if (!isEmpty && (fault !== null || !('date' in reading))) {
      if (emptiesWhenWrong && value !== null) onChange(null)
      return
    }
    onChange(isEmpty || !('date' in reading) ? null : reading.date)
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
          status={sentence === undefined ? '' : 'error'}
          aria-invalid={sentence !== undefined}
          aria-describedby={`${id}-fault`}
          onChange={(event) => {
            setTyped(event.target.value)
            setIsLeft(false)
          }}
          onBlur={commit}
          onPressEnter={commit}
        />
        <CalendarOpener label={label} opener={opener} isOpen={isOpen} onOpenChange={setIsOpen}>
          <JalaliCalendar value={value} onChoose={choose} {...(min && { min })} {...(max && { max })} />
        </CalendarOpener>
      </div>
      <p id={`${id}-fault`} className="field-fault" role="status">
        {sentence}
      </p>
    </div>
  )
}

type Bounds = {
  min: JalaliDate | undefined
  max: JalaliDate | undefined
  /** The field was left: what is begun will not be completed. */
  isLeft: boolean
}

function faultOf(typed: string, { min, max, isLeft }: Bounds): 'invalidDay' | 'outside' | null {
  const reading = readDate(typed)
  if (typed.trim() === '' || (!isLeft && typed.trim().length < SHORTEST_DAY)) return null
  if (!('date' in reading)) return 'invalidDay'
  const isOutside = (min !== undefined && reading.date < min) || (max !== undefined && reading.date > max)
  return isOutside ? 'outside' : null
}
