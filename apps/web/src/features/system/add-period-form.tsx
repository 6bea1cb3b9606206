import { addPeriod } from '@rasad/contracts/periods'
import { parseJalaliDate } from '@rasad/domain/calendar/jalali'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Input } from 'antd'
import { useState } from 'react'
import { call } from '../../shared/api.ts'
import { useDraft } from '../../shared/draft.ts'
import { faultyFields } from '../../shared/faulty-fields.ts'
import { untilFresh } from '../../shared/forgetting.ts'
import { useText } from '../../shared/language.ts'
import { Field, FormSheet } from '../../shared/ui/form-sheet.tsx'
import { JalaliDateInput } from '../../shared/ui/jalali-date-input.tsx'
import { LISTS_TEXT } from './lists-text.ts'

const EMPTY = { period: '', title: '', from: '', to: '', cutoff: '' }
const DAYS = ['from', 'to', 'cutoff'] as const

/** Opens a period with days of the Jalali calendar. */
export function AddPeriodForm({ province, onClose }: { province: string; onClose: () => void }) {
  const text = useText(LISTS_TEXT)
  const queries = useQueryClient()
  const { draft, change, discard } = useDraft(`period.${province}`, EMPTY)
  const [isTried, setIsTried] = useState(false)
  const { period, title, from, to, cutoff } = draft
  const body = {
    province,
    period,
    from,
    to,
    ...(title !== '' && { title }),
    ...(cutoff !== '' && { cutoff }),
  }
  const faults = faultyFields(addPeriod.body, body)
  const add = useMutation({
    mutationFn: () => call(addPeriod, { body }),
    onSuccess: async () => {
      discard()
      await untilFresh(queries)
      onClose()
    },
  })
  return (
    <FormSheet
      label={text.add}
      submit={text.add}
      error={add.error}
      isBusy={add.isPending}
      onCancel={onClose}
      onSubmit={() => {
        setIsTried(true)
        if (faults.size === 0) add.mutate()
      }}
    >
      <Field
        label={text.period}
        hint={text.periodHint}
        fault={isTried && faults.has('period') ? text.periodWrong : undefined}
      >
        {(marks) => (
          <Input {...marks} value={period} onChange={({ target }) => change({ period: target.value })} />
        )}
      </Field>
      <Field label={text.title} hint={text.titleHint}>
        {(marks) => (
          <Input {...marks} value={title} onChange={({ target }) => change({ title: target.value })} />
        )}
      </Field>
      {DAYS.map((name) => (
        <div key={name} className="day-field">
          <JalaliDateInput
            label={text[name]}
            value={parseJalaliDate(draft[name]) ?? null}
            fault={isTried && faults.has(name) ? text.needed : undefined}
            emptiesWhenWrong
            onChange={(day) => change({ [name]: day ?? '' })}
          />
          {name === 'cutoff' && <p className="field-hint">{text.cutoffHint}</p>}
        </div>
      ))}
    </FormSheet>
  )
}
