import { DoubleLeftOutlined, DoubleRightOutlined } from '@ant-design/icons'
import { formatMonth, jalaliDateAt, monthOf, type JalaliMonth } from '@rasad/domain/calendar/jalali'
import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useFormat } from '../fa.ts'
import { directionOf, useLanguage, useText } from '../language.ts'
import { monthAfterKey, monthsOn } from './month-grid.ts'
import { UI_TEXT } from './ui-text.ts'

type JalaliMonthsProps = { value: JalaliMonth | null; onChoose: (month: JalaliMonth) => void }

const ROWS = [0, 1, 2, 3] as const
const COLUMNS = [1, 2, 3] as const

/** A year of the Jalali calendar as a grid of its months, a season a row: arrows move by month, Page keys by year. */
export function JalaliMonths({ value, onChoose }: JalaliMonthsProps) {
  const text = useText(UI_TEXT)
  const language = useLanguage()
  const isPersian = language === 'fa'
  const { months, dayInWords, digits } = useFormat()
  const [current] = useState(() => monthOf(jalaliDateAt(Date.now())))
  const [{ at, isHere }, setPlace] = useState({ at: value ?? current, isHere: true })
  const grid = useRef<HTMLTableElement>(null)
  const year = Math.floor(at / 100)
  useEffect(() => {
    if (isHere) grid.current?.querySelector<HTMLElement>(`[data-month='${at}']`)?.focus()
  }, [at, isHere])
  const turn = (years: number) => setPlace({ at: monthsOn(at, years * 12), isHere: false })
  return (
    <div className="calendar">
      <div className="calendar-head">
        <Button
          type="text"
          size="small"
          icon={isPersian ? <DoubleRightOutlined /> : <DoubleLeftOutlined />}
          aria-label={text.previousYear}
          onClick={() => turn(-1)}
        />
        <span aria-live="polite">{digits(String(year))}</span>
        <Button
          type="text"
          size="small"
          icon={isPersian ? <DoubleLeftOutlined /> : <DoubleRightOutlined />}
          aria-label={text.nextYear}
          onClick={() => turn(1)}
        />
      </div>
      <table ref={grid} role="grid" className="calendar-months" aria-label={digits(String(year))}>
        <tbody
          onKeyDown={(event) => {
            const next = monthAfterKey(at, event.key, directionOf(language))
            if (next === null) return
            event.preventDefault()
            setPlace({ at: next, isHere: true })
          }}
        >
          {ROWS.map((row) => (
            <tr key={row}>
              {COLUMNS.map((column) => {
                const month = monthsOn(at, row * 3 + column - (at % 100))
                return (
                  <td key={month} aria-selected={month === value}>
                    <button
                      type="button"
                      data-month={month}
                      tabIndex={month === at ? 0 : -1}
                      data-today={month === current}
                      aria-current={month === current ? 'date' : undefined}
                      aria-label={dayInWords(formatMonth(month))}
                      onClick={() => onChoose(month)}
                    >
                      {months[(month % 100) - 1]}
                    </button>
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
