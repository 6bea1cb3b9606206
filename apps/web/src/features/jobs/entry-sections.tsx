import { jalaliDateAt, parseJalaliDate } from '@rasad/domain/calendar/jalali'
import {
  DIRECTNESS,
  GENDERS,
  JOB_TYPES,
  NOVELTY_CLASSES,
  SERVICE_TYPES,
  SETTLEMENTS,
} from '@rasad/domain/jobs/job-kinds'
import { SECTORS } from '@rasad/domain/organisations/sectors'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useText } from '../../shared/language.ts'
import { periodsQuery } from '../../shared/places.ts'
import { SERVICE_TEXT } from './job-words.ts'
import { ChoiceField, DayField, kindOptions, TextField, type Filling } from './new-job-fields.tsx'
import { EDUCATION_TEXT, NEW_JOB_TEXT } from './new-job-text.ts'
import { useNames } from './use-names.ts'

/** The fields of a job: the person, the work, and the service that was given. */
export function EntrySections({
  province,
  period,
  filling,
}: {
  province: string
  period: string
  filling: Filling
}) {
  const text = useText(NEW_JOB_TEXT)
  const services = useText(SERVICE_TEXT)
  const degrees = useText(EDUCATION_TEXT)
  const names = useNames(province)
  const { periods } = useSuspenseQuery(periodsQuery(province)).data
  const within = periods.find((one) => one.period === period)
  const [today] = useState(() => jalaliDateAt(Date.now()))
  const last = parseJalaliDate(within?.to ?? '')
  return (
    <>
      <Section title={text.person}>
        <TextField {...filling} name="nationalId" isNeeded isCode />
        <TextField {...filling} name="firstName" />
        <TextField {...filling} name="lastName" isNeeded />
        <TextField {...filling} name="fatherName" />
        <DayField {...filling} name="birthDate" max={today} />
        <ChoiceField {...filling} name="gender" options={kindOptions(GENDERS, names.kind)} />
        <TextField {...filling} name="mobile" isCode />
        <ChoiceField {...filling} name="education" options={degrees} />
      </Section>
      <Section title={text.work}>
        <ChoiceField {...filling} name="agency" isNeeded options={names.agencyOptions} />
        <ChoiceField {...filling} name="county" isNeeded options={names.countyOptions} />
        <TextField {...filling} name="village" />
        <ChoiceField {...filling} name="settlement" options={kindOptions(SETTLEMENTS, names.kind)} />
        <DayField
          {...filling}
          name="startDate"
          isNeeded
          min={parseJalaliDate(within?.from ?? '')}
          max={last !== undefined && last < today ? last : today}
        />
        <ChoiceField {...filling} name="sector" options={kindOptions(SECTORS, names.kind)} />
        <ChoiceField {...filling} name="jobType" options={kindOptions(JOB_TYPES, names.kind)} />
        <ChoiceField {...filling} name="novelty" options={kindOptions(NOVELTY_CLASSES, names.kind)} />
        <ChoiceField {...filling} name="directness" options={kindOptions(DIRECTNESS, names.kind)} />
        <TextField {...filling} name="employer" />
        <TextField {...filling} name="workshopCode" isCode />
        <TextField {...filling} name="isic" isCode />
      </Section>
      <Section title={text.service}>
        <ChoiceField
          {...filling}
          name="serviceType"
          options={SERVICE_TYPES.map((value) => ({ value, label: services[value] }))}
        />
        <DayField {...filling} name="serviceDate" max={today} />
        <TextField {...filling} name="amount" hint={text.amountHint} />
        <TextField {...filling} name="documentRef" />
      </Section>
    </>
  )
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="card entry-section">
      <legend>{title}</legend>
      {children}
    </fieldset>
  )
}
