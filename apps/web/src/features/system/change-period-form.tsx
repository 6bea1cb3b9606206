import { changePeriod, type Period } from '@rasad/contracts/periods'
import { parseJalaliDate } from '@rasad/domain/calendar/jalali'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Input } from 'antd'
import { useState } from 'react'
import { ApiProblem, call } from '../../shared/api.ts'
import { useDraft } from '../../shared/draft.ts'
import { useFormat } from '../../shared/fa.ts'
import { untilFresh } from '../../shared/forgetting.ts'
import { useText } from '../../shared/language.ts'
import { periodsQuery } from '../../shared/places.ts'
import { ChangedMeanwhile } from '../../shared/ui/changed-meanwhile.tsx'
import { Field, FormSheet } from '../../shared/ui/form-sheet.tsx'
import { JalaliDateInput } from '../../shared/ui/jalali-date-input.tsx'
import { LISTS_TEXT } from './lists-text.ts'

type ChangePeriodFormProps = { period: Period; onClose: () => void }

/** Changes the title and the last day of registration; another change made meanwhile is shown first. */
export function ChangePeriodForm({ period, onClose }: ChangePeriodFormProps) {
  const text = useText(LISTS_TEXT)
  const { dayInWords, digits } = useFormat()
  const queries = useQueryClient()
  const [first] = useState(period)
  const [isTried, setIsTried] = useState(false)
  const { province } = period
  // What is not typed over follows the other's change.
  const { title, cutoff } = period
  const { draft, change, discard } = useDraft(`period.${province}.${period.period}`, {
    title,
    cutoff,
    seen: first,
  })
  // What was typed goes with what was seen then, however much later it is sent.
  const { seen } = draft
  const refresh = () => queries.invalidateQueries({ queryKey: periodsQuery(province).queryKey })
  const send = useMutation({
    mutationFn: (version: number) =>
      call(changePeriod, {
        params: { province, period: period.period },
        body: { title: draft.title, cutoff: draft.cutoff, version },
      }),
    onSuccess: async () => {
      discard()
      await untilFresh(queries)
      onClose()
    },
    onError: refresh,
  })
  const isLate = send.error instanceof ApiProblem && send.error.problem.code === 'period.changed-meanwhile'
  const day = (written: string) => (written === '' ? '' : dayInWords(written))
  return (
    <FormSheet
      label={text.changePeriod}
      submit={isLate ? text.saveAnyway : text.save}
      error={isLate ? null : send.error}
      isBusy={send.isPending}
      onCancel={() => {
        discard()
        onClose()
      }}
      onSubmit={() => {
        setIsTried(true)
        if (draft.title.trim() !== '' && draft.cutoff !== '')
          send.mutate(isLate ? period.version : seen.version)
      }}
    >
      <p className="quiet">{text.changePeriodWhy}</p>
      <dl className="facts">
        <dt>{text.from}</dt>
        <dd>{dayInWords(period.from)}</dd>
        <dt>{text.to}</dt>
        <dd>{dayInWords(period.to)}</dd>
      </dl>
      {isLate && (
        <ChangedMeanwhile
          title={text.meanwhile}
          changed={period.changed}
          fields={[
            {
              label: text.title,
              seen: digits(seen.title),
              now: digits(period.title),
              mine: digits(draft.title),
            },
            { label: text.cutoff, seen: day(seen.cutoff), now: day(period.cutoff), mine: day(draft.cutoff) },
          ]}
        />
      )}
      <Field label={text.title} fault={isTried && draft.title.trim() === '' ? text.needed : undefined}>
        {(marks) => (
          <Input
            {...marks}
            value={draft.title}
            onChange={({ target }) => change({ title: target.value, seen })}
          />
        )}
      </Field>
      <div className="day-field">
        <JalaliDateInput
          label={text.cutoff}
          value={parseJalaliDate(draft.cutoff) ?? null}
          fault={isTried && draft.cutoff === '' ? text.needed : undefined}
          emptiesWhenWrong
          onChange={(chosen) => change({ cutoff: chosen ?? '', seen })}
        />
      </div>
    </FormSheet>
  )
}
