import { changePeriod, type Period } from '@rasad/contracts/periods'
import { parseJalaliDate } from '@rasad/domain/calendar/jalali'
import { Input } from 'antd'
import { call } from '../../shared/api.ts'
import { useFormat } from '../../shared/fa.ts'
import { useText } from '../../shared/language.ts'
import { periodsQuery } from '../../shared/places.ts'
import { ChangedMeanwhile } from '../../shared/ui/changed-meanwhile.tsx'
import { Field, FormSheet } from '../../shared/ui/form-sheet.tsx'
import { JalaliDateInput } from '../../shared/ui/jalali-date-input.tsx'
import { useVersionedForm } from '../../shared/versioned-form.ts'
import { LISTS_TEXT } from './lists-text.ts'

type ChangePeriodFormProps = { period: Period; onClose: () => void }

/** Changes the title and the last day of registration; another change made meanwhile is shown first. */
export function ChangePeriodForm({ period, onClose }: ChangePeriodFormProps) {
  const text = useText(LISTS_TEXT)
  const { dayInWords, digits } = useFormat()
  // What is not typed over follows the other's change.
  const { province, title, cutoff } = period
  const { seen, draft, change, isTried, isLate, sheet, submit } = useVersionedForm(period, {
    name: `period.${province}.${period.period}`,
    first: () => ({ title, cutoff }),
    send: (typed, version) =>
      call(changePeriod, { params: { province, period: period.period }, body: { ...typed, version } }),
    lateCode: 'period.changed-meanwhile',
    shownBy: periodsQuery(province).queryKey,
    onDone: onClose,
    onCancel: onClose,
  })
  const day = (written: string) => (written === '' ? '' : dayInWords(written))
  return (
    <FormSheet
      label={text.changePeriod}
      submit={isLate ? text.saveAnyway : text.save}
      onSubmit={() => submit(draft.title.trim() !== '' && draft.cutoff !== '')}
      {...sheet}
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
          <Input {...marks} value={draft.title} onChange={({ target }) => change({ title: target.value })} />
        )}
      </Field>
      <div className="day-field">
        <JalaliDateInput
          label={text.cutoff}
          value={parseJalaliDate(draft.cutoff) ?? null}
          fault={isTried && draft.cutoff === '' ? text.needed : undefined}
          emptiesWhenWrong
          onChange={(chosen) => change({ cutoff: chosen ?? '' })}
        />
      </div>
    </FormSheet>
  )
}
