import type { FigureTable } from '@rasad/contracts/figures'
import type { Period } from '@rasad/contracts/periods'
import { useQueries } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormat } from '../../shared/fa.ts'
import { useText } from '../../shared/language.ts'
import { PART_TEXT } from '@rasad/domain/figures/figure-text'
import { Chart } from '../../shared/ui/chart.tsx'
import { figuresAtEndOf, monthEnds, todayInTehran, type Place } from './today-query.ts'
import { TODAY_TEXT } from './today-text.ts'

type TrendProps = { place: Place; period: Period; now: FigureTable }

/** Registered, verified and the target as they were known at the end of each month, and as they are now. */
export function Trend({ place, period, now }: TrendProps) {
  const text = useText(TODAY_TEXT)
  const parts = useText(PART_TEXT)
  const { count, months } = useFormat()
  const [today] = useState(todayInTehran)
  const ends = monthEnds(period, today)
  const answers = useQueries({ queries: ends.map((end) => figuresAtEndOf(place, end)) })
  const points = [
    ...answers.map(({ data }, index) => ({
      name: months[Number(ends[index]?.slice(5, 7)) - 1] ?? '',
      figure: data?.total ?? null,
    })),
    { name: text.now, figure: now.total },
  ]
  const series = (part: 'registered' | 'verified' | 'proRataTarget') =>
    points.map(({ figure }) => figure?.[part] ?? null)
  return (
    <Chart
      title={text.trend}
      note={text.trendNote}
      corner={text.month}
      kind="line"
      categories={points.map(({ name }) => name)}
      series={[
        { name: parts.registered, tone: 'registered', values: series('registered') },
        { name: parts.verified, tone: 'verified', values: series('verified') },
        { name: parts.proRataTarget, tone: 'committed', values: series('proRataTarget') },
      ]}
      write={count}
      height={260}
    />
  )
}
