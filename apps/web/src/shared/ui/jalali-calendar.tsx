import { DoubleLeftOutlined, DoubleRightOutlined, LeftOutlined, RightOutlined } from '@ant-design/icons'
import { jalaliDateAt, type JalaliDate } from '@rasad/domain/calendar/jalali'
import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useFormat } from '../fa.ts'
import { directionOf, useLanguage, useText } from '../language.ts'
import { addMonths, dayAfterKey, partsOf, weeksOf } from './calendar-grid.ts'
import { UI_TEXT, WEEKDAYS } from './ui-text.ts'

type JalaliCalendarProps = {
  value: JalaliDate | null
  onChoose: (day: JalaliDate) => void
  min?: JalaliDate
  max?: JalaliDate
}

/** A month of the Jalali calendar as a grid: arrows move by day and week, Page keys by month, with Shift by year. */
export function JalaliCalendar({ value, onChoose, min, max }: JalaliCalendarProps) {
  const language = useLanguage()
  const { dayInWords, digits } = useFormat()
  const [today] = useState(() => jalaliDateAt(Date.now()))
  const [{ at, isHere }, setPlace] = useState({ at: value ?? today, isHere: true })
  const grid = useRef<HTMLTableElement>(null)
  const { year, month } = partsOf(at)
  useEffect(() => {
    if (isHere) grid.current?.querySelector<HTMLElement>(`[data-day='${at}']`)?.focus()
  }, [at, isHere])
  const isClosed = (day: JalaliDate) => (min !== undefined && day < min) || (max !== undefined && day > max)
  return (
    <div className="calendar">
      <CalendarHead at={at} onMove={(day) => setPlace({ at: day, isHere: false })} />
      <table ref={grid} role="grid" aria-label={dayInWords(at.slice(0, 7))}>
        <thead>
          <tr>
            {WEEKDAYS[language].map(({ short, long }) => (
              <th key={long} scope="col" abbr={long}>
                {short}
              </th>
            ))}
          </tr>
        </thead>
        <tbody
          onKeyDown={(event) => {
            const next = dayAfterKey(at, event, directionOf(language))
            if (next === null) return
            event.preventDefault()
            setPlace({ at: next, isHere: true })
          }}
        >
          {weeksOf(year, month).map((week) => (
            <tr key={week.find((day) => day !== null)}>
              {week.map((day, weekday) =>
                day === null ? (
                  <td key={WEEKDAYS[language][weekday]?.long} />
                ) : (
                  <td key={day} aria-selected={day === value}>
                    <button
                      type="button"
                      data-day={day}
                      tabIndex={day === at ? 0 : -1}
                      data-today={day === today}
                      aria-current={day === today ? 'date' : undefined}
                      aria-disabled={isClosed(day)}
                      aria-label={`${WEEKDAYS[language][weekday]?.long} ${dayInWords(day)}`}
                      onClick={() => {
                        if (!isClosed(day)) onChoose(day)
                      }}
                    >
                      {digits(String(partsOf(day).dayOfMonth))}
                    </button>
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function CalendarHead({ at, onMove }: { at: JalaliDate; onMove: (day: JalaliDate) => void }) {
  const text = useText(UI_TEXT)
  const { dayInWords } = useFormat()
  const isPersian = useLanguage() === 'fa'
  const moves = [
    {
      label: text.previousYear,
      months: -12,
      icon: isPersian ? <DoubleRightOutlined /> : <DoubleLeftOutlined />,
    },
    { label: text.previousMonth, months: -1, icon: isPersian ? <RightOutlined /> : <LeftOutlined /> },
    { label: text.nextMonth, months: 1, icon: isPersian ? <LeftOutlined /> : <RightOutlined /> },
    { label: text.nextYear, months: 12, icon: isPersian ? <DoubleLeftOutlined /> : <DoubleRightOutlined /> },
  ]
  const buttons = moves.map(({ label, months, icon }) => (
    <Button
      key={label}
      type="text"
      size="small"
      icon={icon}
      aria-label={label}
      onClick={() => onMove(addMonths(at, months))}
    />
  ))
  return (
    <div className="calendar-head">
      {buttons.slice(0, 2)}
      <span aria-live="polite">{dayInWords(at.slice(0, 7))}</span>
      {buttons.slice(2)}
    </div>
  )
}
