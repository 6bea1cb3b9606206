import type { FigureTable } from '@rasad/contracts/figures'
import type { Period } from '@rasad/contracts/periods'
import { addDays, parseJalaliDate, type JalaliDate } from '@rasad/domain/calendar/jalali'
import { endOfMonthBefore } from '@rasad/domain/figures/rank-before'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useText } from '../../shared/language.ts'
import { Count } from '../../shared/ui/count.tsx'
import { figuresAtEndOf, todayInTehran, type Place } from './today-query.ts'
import { TODAY_TEXT } from './today-text.ts'

type Truth = 'registered' | 'verified'
type MovedLatelyProps = { place: Place; period: Period; now: FigureTable; truth: Truth }

/** By how much a truth has changed since yesterday, and since the month began; nothing of times before the period. */
export function MovedLately({ place, period, now, truth }: MovedLatelyProps) {
  const text = useText(TODAY_TEXT)
  const [today] = useState(todayInTehran)
  const yesterday = useEndOf(place, period, addDays(today, -1))
  const month = useEndOf(place, period, endOfMonthBefore(today))
  const changes = [
    { label: text.sinceYesterday, before: yesterday },
    { label: text.sinceMonth, before: month },
  ]
  return (
    <span className="moved-lately">
      {changes.map(({ label, before }) =>
        before === undefined ? null : (
          <span key={label}>
            {label} <Count value={now.total[truth] - before.total[truth]} as="signed" />
          </span>
        ),
      )}
    </span>
  )
}

function useEndOf(place: Place, period: Period, day: JalaliDate): FigureTable | undefined {
  const hasBegun = day >= (parseJalaliDate(period.from) ?? day)
  return useQuery({ ...figuresAtEndOf(place, day), enabled: hasBegun }).data
}
