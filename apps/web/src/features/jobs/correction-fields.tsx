import type { Job } from '@rasad/contracts/jobs'
import { jalaliDateAt, parseJalaliDate } from '@rasad/domain/calendar/jalali'
import { DIRECTNESS, JOB_TYPES, NOVELTY_CLASSES, SETTLEMENTS } from '@rasad/domain/jobs/job-kinds'
import { DIMENSION_TEXT } from '@rasad/domain/ledger/dimension-text'
import { SECTORS } from '@rasad/domain/organisations/sectors'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useId, useState } from 'react'
import { useFormat } from '../../shared/fa.ts'
import { useLanguage, useText } from '../../shared/language.ts'
import { nameOf, periodsQuery } from '../../shared/places.ts'
import { FOUND_BY_LABEL } from '../../shared/ui/found-by-label.ts'
import { JalaliDateInput } from '../../shared/ui/jalali-date-input.tsx'
import { JOB_TEXT } from './job-text.ts'
import { activitiesQuery } from './jobs-query.ts'
import type { StepOrder } from './taking-steps.ts'
import { useNames } from './use-names.ts'

/** What somebody says the job really is; what is left out stays as it is. */
export type CorrectionDraft = NonNullable<StepOrder['corrections']>

const KINDS = {
  sector: [...SECTORS, 'unspecified'],
  jobType: JOB_TYPES,
  novelty: NOVELTY_CLASSES,
  directness: DIRECTNESS,
  settlement: SETTLEMENTS,
} as const
const KIND_FIELDS = ['sector', 'jobType', 'novelty', 'directness', 'settlement'] as const

/** The corrections that differ from the job as it stands. */
export function correctionOf(job: Job, draft: CorrectionDraft): CorrectionDraft {
  const held: Readonly<Record<string, unknown>> = { ...job }
  return Object.fromEntries(
    Object.entries(draft).filter(([field, value]) => value !== undefined && value !== held[field]),
  )
}

type CorrectionFieldsProps = {
  job: Job
  draft: CorrectionDraft
  onChange: (part: CorrectionDraft) => void
}

/** The fields of a job that may have been registered wrongly; a changed one shows what it was. */
export function CorrectionFields({ job, draft, onChange }: CorrectionFieldsProps) {
  const text = useText(JOB_TEXT)
  const labels = DIMENSION_TEXT[useLanguage()]
  const names = useNames(job.province)
  const { periods } = useSuspenseQuery(periodsQuery(job.province)).data
  const period = periods.find((one) => one.period === job.period)
  const [first, last] = [parseJalaliDate(period?.from ?? ''), parseJalaliDate(period?.to ?? '')]
  const [today] = useState(() => jalaliDateAt(Date.now()))
  const latest = last !== undefined && last < today ? last : today
  return (
    <fieldset className="correction">
      <legend>{text.correctWhat}</legend>
      <Choice
        label={labels.county}
        value={draft.county ?? job.county}
        held={job.county}
        heldName={names.county(job.county)}
        options={names.countyOptions}
        onChange={(county) => onChange({ county })}
      />
      <Choice
        label={labels.agency}
        value={draft.agency ?? job.agency}
        held={job.agency}
        heldName={names.agency(job.agency)}
        options={names.agencyOptions}
        onChange={(agency) => onChange({ agency })}
      />
      <ActivityChoice job={job} draft={draft} onChange={onChange} />
      {KIND_FIELDS.map((field) => (
        <Choice
          key={field}
          label={labels[field]}
          value={draft[field] ?? job[field]}
          held={job[field]}
          heldName={names.kind(job[field])}
          options={KINDS[field].map((value) => ({ value, label: names.kind(value) }))}
          onChange={(value) => onChange({ [field]: value })}
        />
      ))}
      <JalaliDateInput
        label={text.startDate}
        value={parseJalaliDate(draft.startDate ?? job.startDate) ?? null}
        fault={draft.startDate === '' ? text.startDateWrong : undefined}
        emptiesWhenWrong
        {...(first && { min: first })}
        max={latest}
        onChange={(day) => onChange({ startDate: day ?? '' })}
      />
    </fieldset>
  )
}

/** The activity by its title or code; the titles are asked for by whoever opens the list. */
function ActivityChoice({ job, draft, onChange }: CorrectionFieldsProps) {
  const text = useText(JOB_TEXT)
  const language = useLanguage()
  const { digits } = useFormat()
  const [isOpened, setOpened] = useState(false)
  const { data } = useQuery({ ...activitiesQuery, enabled: isOpened })
  const value = draft.isic ?? job.isic ?? ''
  const known = (data?.activities ?? []).flatMap((activity) =>
    activity.level === 'section'
      ? []
      : [{ value: activity.code, label: `${digits(activity.code)} ${nameOf(language, activity)}` }],
  )
  const held =
    value === '' || known.some((one) => one.value === value) ? [] : [{ value, label: digits(value) }]
  return (
    <Choice
      label={text.isic}
      value={value}
      held={job.isic ?? ''}
      heldName={digits(job.isic ?? '')}
      options={[...held, ...known]}
      onOpen={() => setOpened(true)}
      onChange={(isic) => onChange({ isic })}
    />
  )
}

type ChoiceProps = {
  label: string
  value: string
  held: string
  heldName: string
  options: { value: string; label: string }[]
  onOpen?: () => void
  onChange: (value: string) => void
}

function Choice({ label, value, held, heldName, options, onOpen, onChange }: ChoiceProps) {
  const text = useText(JOB_TEXT)
  const id = useId()
  return (
    <div className="form-field" data-changed={value !== held}>
      <label htmlFor={id}>{label}</label>
      <Select
        id={id}
        showSearch={FOUND_BY_LABEL}
        value={value === '' ? null : value}
        options={options}
        {...(onOpen && { onOpenChange: onOpen, popupMatchSelectWidth: false })}
        onChange={onChange}
      />
      {value !== held && held !== '' && (
        <small>
          {`${text.was}: `}
          <del>{heldName}</del>
        </small>
      )}
    </div>
  )
}
