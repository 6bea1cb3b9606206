import { jalaliDateAt } from '@rasad/domain/calendar/jalali'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { DifferenceTable } from '../../shared/difference-table.tsx'
import { useText } from '../../shared/language.ts'
import { JalaliDateInput } from '../../shared/ui/jalali-date-input.tsx'
import { ProblemAlert } from '../../shared/ui/problem-alert.tsx'
import { changeQuery } from './figures-query.ts'
import type { FiguresQuestion, FiguresSearch } from './figures-search.ts'
import { FIGURES_TEXT } from './figures-text.ts'

/** Where the page tells why its figures changed. */
export const CHANGE_ID = 'change'

type FigureChangeProps = { question: FiguresQuestion; asOf: string; onAsk: (part: FiguresSearch) => void }

/** Why the figures of the chosen moment are not those of now, or of another day. */
export function FigureChange({ question, asOf, onAsk }: FigureChangeProps) {
  const text = useText(FIGURES_TEXT)
  const [today] = useState(() => jalaliDateAt(Date.now()))
  const { data, error } = useQuery(changeQuery(question, asOf))
  return (
    <section id={CHANGE_ID} className="change" tabIndex={-1} aria-label={text.change}>
      <div className="change-head">
        <h2>{text.change}</h2>
        <JalaliDateInput
          label={text.untilDay}
          value={
            data === undefined || question.until === undefined ? null : jalaliDateAt(Date.parse(data.to.asOf))
          }
          max={today}
          onChange={(day) => onAsk({ until: day ?? undefined })}
        />
      </div>
      {error !== null && <ProblemAlert error={error} />}
      {data !== undefined && <DifferenceTable caption={text.changeByCause} change={data} />}
    </section>
  )
}
