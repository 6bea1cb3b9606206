import type { AnswerOf } from '@rasad/contracts/define-route'
import type { listDays } from '@rasad/contracts/ledger'
import { daysBetween, parseJalaliDate, type JalaliDate } from '@rasad/domain/calendar/jalali'

type MovedDay = AnswerOf<typeof listDays>['days'][number]
type MovedDaysProps = { days: readonly MovedDay[]; first: JalaliDate; length: number }

const HEIGHT = 18

/** How much moved on each day, drawn over the time line; what can be read of it stands on the page already. */
export function MovedDays({ days, first, length }: MovedDaysProps) {
  const bars = days.flatMap(({ day, jobs, committed }) => {
    const date = parseJalaliDate(day)
    if (date === undefined) return []
    const moved = [...Object.values(jobs), ...Object.values(committed)].reduce(
      (sum, amount) => sum + Math.abs(amount),
      0,
    )
    return [{ day, at: daysBetween(first, date), moved: Math.sqrt(moved) }]
  })
  const most = Math.max(1, ...bars.map(({ moved }) => moved))
  return (
    <svg
      className="time-days"
      viewBox={`0 0 ${length + 1} ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {bars.map(({ day, at, moved }) => {
        const height = Math.max(2, (moved / most) * HEIGHT)
        return <rect key={day} x={at} y={HEIGHT - height} width={1} height={height} />
      })}
    </svg>
  )
}

/** The nearest days before and after one on which something moved. */
export function neighboursOf(
  days: readonly Pick<MovedDay, 'day'>[],
  shown: JalaliDate,
): { before: string | undefined; after: string | undefined } {
  return {
    before: days.findLast(({ day }) => day < shown)?.day,
    after: days.find(({ day }) => day > shown)?.day,
  }
}
