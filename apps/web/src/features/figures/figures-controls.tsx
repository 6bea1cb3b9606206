import { parseJalaliDate, jalaliDateAt } from '@rasad/domain/calendar/jalali'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Segmented } from 'antd'
import { useText } from '../../shared/language.ts'
import { JalaliDateInput } from '../../shared/ui/jalali-date-input.tsx'
import { CUTS } from './figures-query.ts'
import { CUT_TEXT, FIGURES_TEXT } from './figures-text.ts'

/** What the breakdown is cut by and the moment it holds for; both stand in the address. */
export function FiguresControls() {
  const text = useText(FIGURES_TEXT)
  const cuts = useText(CUT_TEXT)
  const { by = 'county', asOf } = useSearch({ from: '/figures' })
  const navigate = useNavigate({ from: '/figures' })
  return (
    <>
      <Segmented
        aria-label={text.by}
        value={by}
        options={CUTS.map((cut) => ({ value: cut, label: cuts[cut] }))}
        onChange={(chosen) => void navigate({ search: (before) => ({ ...before, by: chosen }) })}
      />
      <JalaliDateInput
        label={text.asOfDay}
        value={parseJalaliDate(asOf ?? '') ?? null}
        max={jalaliDateAt(Date.now())}
        onChange={(day) =>
          void navigate({ search: ({ asOf: _, ...before }) => (day ? { ...before, asOf: day } : before) })
        }
      />
      {asOf !== undefined && (
        <Button onClick={() => void navigate({ search: ({ asOf: _, ...before }) => before })}>
          {text.backToNow}
        </Button>
      )}
    </>
  )
}
