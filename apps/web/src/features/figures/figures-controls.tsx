import { parseJalaliDate, jalaliDateAt } from '@rasad/domain/calendar/jalali'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { useText } from '../../shared/language.ts'
import { JalaliDateInput } from '../../shared/ui/jalali-date-input.tsx'
import { CUTS, type FiguresSearch } from './figures-query.ts'
import { CUT_TEXT, FIGURES_TEXT } from './figures-text.ts'

/** What the breakdown is cut by and the moment it holds for; both stand in the address. */
export function FiguresControls() {
  const text = useText(FIGURES_TEXT)
  const cuts = useText(CUT_TEXT)
  const [today] = useState(() => jalaliDateAt(Date.now()))
  const { by = 'county', asOf } = useSearch({ from: '/figures' })
  const navigate = useNavigate({ from: '/figures' })
  const ask = (part: FiguresSearch) => void navigate({ search: (before) => ({ ...before, ...part }) })
  return (
    <>
      <Segmented
        aria-label={text.by}
        value={by}
        options={CUTS.map((cut) => ({ value: cut, label: cuts[cut] }))}
        onChange={(chosen) => ask({ by: chosen })}
      />
      <JalaliDateInput
        label={text.asOfDay}
        value={parseJalaliDate(asOf ?? '') ?? null}
        max={today}
        onChange={(day) => ask({ asOf: day ?? undefined })}
      />
      {asOf !== undefined && <Button onClick={() => ask({ asOf: undefined })}>{text.backToNow}</Button>}
    </>
  )
}
