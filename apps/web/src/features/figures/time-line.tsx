import type { Period } from '@rasad/contracts/periods'
import {
  addDays,
  daysBetween,
  formatMonth,
  jalaliDateAt,
  monthOf,
  monthsBetween,
  parseJalaliDate,
  type JalaliDate,
} from '@rasad/domain/calendar/jalali'
import { useQuery } from '@tanstack/react-query'
import { PushpinOutlined, StepBackwardOutlined, StepForwardOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { useFormat } from '../../shared/fa.ts'
import { useText } from '../../shared/language.ts'
import { JalaliDateInput } from '../../shared/ui/jalali-date-input.tsx'
import { daysQuery } from './figures-query.ts'
import type { FiguresQuestion, FiguresSearch } from './figures-search.ts'
import { FIGURES_TEXT } from './figures-text.ts'
import { CHANGE_ID } from './figure-change.tsx'
import { MovedDays, neighboursOf } from './moved-days.tsx'

// More names than these run into each other.
const MOST_MONTHS = 8

type TimeLineProps = {
  question: FiguresQuestion
  period: Period
  /** The moment the figures on the page hold for. */
  asOf: string
  onAsk: (part: FiguresSearch) => void
}

/** The moment the figures hold for: along a line from the first day of the period until today, or typed as a day. */
export function TimeLine({ question, period, asOf, onAsk }: TimeLineProps) {
  const text = useText(FIGURES_TEXT)
  const { moment, dayInWords } = useFormat()
  const [today] = useState(() => jalaliDateAt(Date.now()))
  const first = parseJalaliDate(period.from) ?? today
  const last = today < first ? first : today
  const shown = within(jalaliDateAt(Date.parse(asOf)), first, last)
  const [moving, setMoving] = useState<number | null>(null)
  const length = daysBetween(first, last)
  const value = moving ?? daysBetween(first, shown)
  const day = addDays(first, value)
  const days = useQuery(daysQuery(question)).data?.days ?? []
  const { before, after } = neighboursOf(days, shown)
  const commit = () => {
    if (moving === null) return
    setMoving(null)
    if (day === shown && question.asOf !== undefined) return
    onAsk({ asOf: day === today ? undefined : day })
  }
  return (
    <section className="time-line card no-print" aria-label={text.moment}>
      <div className="time-words">
        <span>{text.moment}</span>
        <strong>{moving === null ? <time dateTime={asOf}>{moment(asOf)}</time> : dayInWords(day)}</strong>
        {question.asOf === undefined && moving === null && <span className="now-mark">{text.now}</span>}
        {question.asOf !== undefined && (
          <button type="button" className="why-changed" onClick={() => goTo(CHANGE_ID)}>
            {text.change}
          </button>
        )}
      </div>
      <div className="time-track">
        <MovedDays days={days} first={first} length={length} />
        <input
          type="range"
          min={0}
          max={length}
          value={value}
          aria-label={text.momentOnLine}
          aria-valuetext={dayInWords(day)}
          onChange={(event) => setMoving(Number(event.target.value))}
          onPointerUp={commit}
          onKeyUp={commit}
          onBlur={commit}
        />
        <Months first={first} last={last} />
      </div>
      <div className="time-acts">
        <Button
          aria-label={text.dayBefore}
          title={text.dayBefore}
          icon={<StepBackwardOutlined className="pointing" aria-hidden="true" />}
          aria-disabled={before === undefined}
          onClick={() => before !== undefined && onAsk({ asOf: before })}
        />
        <Button
          aria-label={text.dayAfter}
          title={text.dayAfter}
          icon={<StepForwardOutlined className="pointing" aria-hidden="true" />}
          aria-disabled={after === undefined}
          onClick={() => after !== undefined && onAsk({ asOf: after })}
        />
        <JalaliDateInput
          label={text.asOfDay}
          value={question.asOf === undefined ? null : shown}
          max={today}
          onChange={(chosen) => onAsk({ asOf: chosen ?? undefined })}
        />
        {question.asOf === undefined ? (
          <Button
            icon={<PushpinOutlined aria-hidden="true" />}
            title={text.keepMomentWhy}
            onClick={() => onAsk({ asOf })}
          >
            {text.keepMoment}
          </Button>
        ) : (
          <Button onClick={() => onAsk({ asOf: undefined, until: undefined })}>{text.backToNow}</Button>
        )}
      </div>
    </section>
  )
}

function goTo(id: string): void {
  const part = document.getElementById(id)
  part?.scrollIntoView()
  part?.focus({ preventScroll: true })
}

/** The months under the line, each as wide as its days. */
function Months({ first, last }: { first: JalaliDate; last: JalaliDate }) {
  const { months } = useFormat()
  const all = monthsBetween(monthOf(first), monthOf(last))
  const step = Math.max(1, Math.ceil(all.length / MOST_MONTHS))
  return (
    <ol className="time-months" aria-hidden="true">
      {all.map((month, index) => {
        const from = parseJalaliDate(`${formatMonth(month)}-01`) ?? first
        const next = all[index + 1]
        const until = next === undefined ? last : (parseJalaliDate(`${formatMonth(next)}-01`) ?? last)
        const days = daysBetween(from < first ? first : from, until)
        return (
          <li key={month} style={{ flexGrow: Math.max(days, 1) }}>
            {index % step === 0 && days > 12 && <span>{months[(month % 100) - 1]}</span>}
          </li>
        )
      })}
    </ol>
  )
}

function within(day: JalaliDate, first: JalaliDate, last: JalaliDate): JalaliDate {
  return day < first ? first : day > last ? last : day
}
