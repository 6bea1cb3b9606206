import { sentenceOf } from '@rasad/domain/imports/verdict-text'
import { useQueryClient } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { Alert } from 'antd'
import { useRef, useState, type FormEvent } from 'react'
import { useDraft } from '../../shared/draft.ts'
import { untilFresh } from '../../shared/forgetting.ts'
import { useLanguage, useText } from '../../shared/language.ts'
import { lastList } from '../../shared/last-list.ts'
import { PageLink } from '../../shared/page-link.tsx'
import { useMe } from '../../shared/session.ts'
import { ConfirmButton } from '../../shared/ui/confirm-button.tsx'
import { EmptyState } from '../../shared/ui/empty-state.tsx'
import { ForbiddenButton } from '../../shared/ui/forbidden-button.tsx'
import { PageHead } from '../../shared/ui/page-head.tsx'
import { entryFaults, faultsOfRefusal } from './entry-faults.ts'
import { EntrySections } from './entry-sections.tsx'
import type { EntryDraft } from './new-job-fields.tsx'
import { NEW_JOB_TEXT } from './new-job-text.ts'
import { RefusedEntry } from './refused-entry.tsx'
import { useRegistering } from './registering.ts'
import { useNames } from './use-names.ts'
import './jobs.css'

/** Registers one job by hand; what is typed stays until it is registered. */
export function NewJobPage() {
  const text = useText(NEW_JOB_TEXT)
  const { province, period } = useSearch({ from: '/jobs/new' })
  return (
    <>
      <PageHead
        title={text.title}
        about={text.about}
        actions={
          <PageLink route="/jobs" address={lastList('/jobs', province ?? '')}>
            {text.back}
          </PageLink>
        }
      />
      {province === undefined || period === undefined ? (
        <EmptyState title={text.noPeriod} about={text.noPeriodWhy} />
      ) : (
        <EntryForm key={`${province}/${period}`} province={province} period={period} />
      )}
    </>
  )
}

type Registered = { name: string; jobId: string; warnings: readonly string[] }

function EntryForm({ province, period }: { province: string; period: string }) {
  const text = useText(NEW_JOB_TEXT)
  const language = useLanguage()
  const me = useMe()
  const queries = useQueryClient()
  const form = useRef<HTMLFormElement>(null)
  const { agencyOptions, countyOptions } = useNames(province)
  // Where there is nothing to choose it stands there already; the next job is often of the same agency and county.
  const [first, setFirst] = useState<EntryDraft>(() => ({
    agency: onlyOne(agencyOptions),
    county: onlyOne(countyOptions),
  }))
  const { draft, change, discard, isKept } = useDraft(`job.${province}.${period}`, first)
  const [wasKept] = useState(isKept)
  const [isTried, setIsTried] = useState(false)
  const [registered, setRegistered] = useState<Registered | null>(null)
  const registering = useRegistering({
    onRegistered: async ({ job, warnings }, { agency, county }) => {
      setRegistered({ name: job.name, jobId: String(job.jobId), warnings })
      setFirst({ agency, county })
      discard()
      form.current?.querySelector('input')?.focus()
      setIsTried(false)
      await untilFresh(queries)
    },
    onRefused: () => window.setTimeout(() => focusFirstFault(form.current)),
  })
  const faults = {
    ...faultsOfRefusal(language, registering.error),
    ...(isTried ? entryFaults(language, draft) : {}),
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setIsTried(true)
    setRegistered(null)
    if (Object.keys(entryFaults(language, draft)).length > 0)
      window.setTimeout(() => focusFirstFault(form.current))
    else if (!registering.isPending && me.may('job.register'))
      registering.mutate(bodyOf(province, period, draft))
  }
  const filling = {
    draft,
    faults,
    change: (part: EntryDraft) => {
      if (registering.isError) registering.reset()
      change(part)
    },
  }
  return (
    <form ref={form} className="entry-form" noValidate onSubmit={submit}>
      {registered !== null && <RegisteredJob province={province} registered={registered} />}
      {wasKept && isKept && <p className="quiet">{text.kept}</p>}
      <EntrySections province={province} period={period} filling={filling} />
      {registering.error !== null && (
        <RefusedEntry
          error={registering.error}
          province={province}
          body={bodyOf(province, period, draft)}
          onClaimed={discard}
        />
      )}
      <div className="form-acts">
        <ForbiddenButton
          type="primary"
          htmlType="submit"
          loading={registering.isPending}
          reason={me.may('job.register') ? undefined : text.noPermission}
        >
          {text.register}
        </ForbiddenButton>
        {isKept && (
          <ConfirmButton question={text.clearQuestion} onConfirm={discard}>
            {text.clear}
          </ConfirmButton>
        )}
      </div>
    </form>
  )
}

function RegisteredJob({ province, registered }: { province: string; registered: Registered }) {
  const text = useText(NEW_JOB_TEXT)
  const language = useLanguage()
  const { name, jobId, warnings } = registered
  return (
    <Alert
      type="success"
      role="status"
      showIcon
      title={`${text.registered} ${name}`}
      description={
        <>
          <p>{text.another}</p>
          {warnings.length > 0 && (
            <ul>
              {warnings.map((code) => (
                <li key={code}>{sentenceOf(language, code)}</li>
              ))}
            </ul>
          )}
        </>
      }
      action={
        <Link to="/jobs/$province/$jobId" params={{ province, jobId }}>
          {text.see}
        </Link>
      }
    />
  )
}

function bodyOf(province: string, period: string, draft: EntryDraft) {
  const { agency = '', nationalId = '', lastName = '', county = '', startDate = '', ...others } = draft
  const given = Object.entries(others).filter(([, value]) => value !== undefined && value.trim() !== '')
  const rest: EntryDraft = Object.fromEntries(given)
  return { ...rest, province, period, agency, nationalId, lastName, county, startDate }
}

function onlyOne(options: readonly { value: string }[]): string | undefined {
  return options.length === 1 ? options[0]?.value : undefined
}

function focusFirstFault(form: HTMLFormElement | null): void {
  form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
}
