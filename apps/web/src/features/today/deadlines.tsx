import type { Period } from '@rasad/contracts/periods'
import { daysBetween, parseJalaliDate, type JalaliDate } from '@rasad/domain/calendar/jalali'
import { useState } from 'react'
import { useFormat } from '../../shared/fa.ts'
import { useText } from '../../shared/language.ts'
import { todayInTehran } from './today-query.ts'
import { TODAY_TEXT } from './today-text.ts'

/** The days of a period that something is due on, and how far off they are. */
export function Deadlines({ period }: { period: Period }) {
  const text = useText(TODAY_TEXT)
  const { count, dayInWords, percent, digits } = useFormat()
  const [today] = useState(todayInTehran)
  const [from, to] = [parseJalaliDate(period.from) ?? today, parseJalaliDate(period.to) ?? today]
  const isOver = today > to
  const share = (daysBetween(from, today) + 1) / (daysBetween(from, to) + 1)
  const elapsed = Math.max(0, Math.min(1, share)) * 100
  const distance = (date: JalaliDate) => {
    const days = daysBetween(today, date)
    if (days === 0) return text.isToday
    return `${count(Math.abs(days))} ${days > 0 ? text.left : text.passed}`
  }
  return (
    <section className="card deadlines" aria-labelledby="deadlines">
      <h2 id="deadlines">{text.deadlines}</h2>
      <p className="today-note">
        {`${digits(period.title)} · ${isOver ? text.over : `${percent(elapsed)} ${text.elapsed}`}`}
        <span className="elapsed" aria-hidden="true">
          <span style={{ inlineSize: `${elapsed}%` }} />
        </span>
      </p>
      <dl>
        {(['begin', 'end', 'cutoff'] as const).map((name) => {
          const date = parseJalaliDate(period[name === 'begin' ? 'from' : name === 'end' ? 'to' : 'cutoff'])
          if (date === undefined) return null
          return (
            <div key={name}>
              <dt>{text[name]}</dt>
              <dd>
                <span>{dayInWords(date)}</span>
                <small>{distance(date)}</small>
              </dd>
            </div>
          )
        })}
      </dl>
    </section>
  )
}
