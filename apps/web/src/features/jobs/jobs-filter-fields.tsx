import { CloseOutlined } from '@ant-design/icons'
import { formatMonth, parseJalaliDate, parseMonth } from '@rasad/domain/calendar/jalali'
import { JOB_STATES } from '@rasad/domain/jobs/job-life-cycle'
import { jobStateText } from '@rasad/domain/jobs/job-state-text'
import { useQuery } from '@tanstack/react-query'
import { useLocation, useNavigate, useSearch } from '@tanstack/react-router'
import { Select } from 'antd'
import type { ReactNode } from 'react'
import { nameOfActor } from '../../shared/actor-name.ts'
import { useFormat } from '../../shared/fa.ts'
import { useLanguage, useText } from '../../shared/language.ts'
import { actorOf, useMe } from '../../shared/session.ts'
import { FOUND_BY_LABEL } from '../../shared/ui/found-by-label.ts'
import { JalaliDateInput } from '../../shared/ui/jalali-date-input.tsx'
import { SearchBox } from '../../shared/ui/search-box.tsx'
import { registrarsQuery } from './jobs-query.ts'
import {
  CHOICES,
  readJobsSearch,
  type Choice,
  type DayName,
  type JobsFilter,
  type JobsSearch,
} from './jobs-search.ts'
import { CHOICE_TEXT, JOBS_TEXT } from './jobs-text.ts'
import { useNames } from './use-names.ts'

/** What the list was last asked for, though the answer may still be on its way: what the fields show. */
export function useAsked(): JobsSearch {
  const answered = useSearch({ from: '/jobs' })
  const { pathname, search } = useLocation()
  return pathname === '/jobs' ? readJobsSearch(search) : answered
}

/** Asks another question of the list, from its first page. */
export function useAsk() {
  const navigate = useNavigate({ from: '/jobs' })
  return (part: JobsFilter | 'nothing') =>
    void navigate({
      replace: true,
      search: (before) => {
        const { province, period, order } = before
        if (part === 'nothing') return { province, period, order }
        return { ...before, ...part, after: undefined }
      },
    })
}

/** Words of the person's or the employer's name, or the beginning of a national ID. */
export function SearchField() {
  const text = useText(JOBS_TEXT)
  const { q } = useAsked()
  const ask = useAsk()
  const { pathname } = useLocation()
  return (
    <Labelled label={text.search} isWide>
      <SearchBox
        label={text.search}
        placeholder={text.searchHint}
        asked={q}
        isLeft={pathname !== '/jobs'}
        onAsk={(words) => ask({ q: words })}
      />
    </Labelled>
  )
}

/** One or several of a few words. */
export function ChoiceField({ name }: { name: Choice }) {
  const text = useText(JOBS_TEXT)
  const labels = useText(CHOICE_TEXT)
  const language = useLanguage()
  const search = useAsked()
  const ask = useAsk()
  const { count } = useFormat()
  const { province = '' } = useSearch({ from: '/jobs' })
  const { kind } = useNames(province)
  const all: readonly string[] = CHOICES[name]
  const isState = all === JOB_STATES
  return (
    <Labelled label={labels[name]}>
      <Select
        mode="multiple"
        maxTagCount="responsive"
        maxTagPlaceholder={(others) => `+${count(others.length)}`}
        allowClear
        showSearch={FOUND_BY_LABEL}
        aria-label={labels[name]}
        placeholder={text.any}
        value={search[name]?.split(',') ?? []}
        options={all.map((value) => ({
          value,
          label: isState ? jobStateText(language, value) : kind(value),
        }))}
        onChange={(chosen: string[]) => ask({ [name]: chosen.length === 0 ? undefined : chosen.join(',') })}
      />
    </Labelled>
  )
}

/** One of a list of codes. */
export function CodeField({
  name,
  options,
}: {
  name: 'county' | 'agency' | 'registeredBy'
  options: { value: string; label: string }[]
}) {
  const text = useText(JOBS_TEXT)
  const search = useAsked()
  const ask = useAsk()
  return (
    <Labelled label={text[name]}>
      <Select
        aria-label={text[name]}
        allowClear
        showSearch={FOUND_BY_LABEL}
        placeholder={text.any}
        value={search[name] ?? null}
        options={options}
        onChange={(chosen: string | null | undefined) => ask({ [name]: chosen ?? undefined })}
      />
    </Labelled>
  )
}

/** Who registered: first oneself, then whoever registered most. */
export function RegistrarField({ place }: { place: { province: string; period: string } }) {
  const text = useText(JOBS_TEXT)
  const { count } = useFormat()
  const own = actorOf(useMe()).id
  const { registeredBy } = useAsked()
  const known = useQuery(registrarsQuery(place)).data?.registrars ?? []
  const named = known.some(({ id }) => id === registeredBy) || registeredBy === undefined
  const all = named ? known : [...known, { id: registeredBy, jobs: 0 }]
  const sorted = [...all.filter(({ id }) => id === own), ...all.filter(({ id }) => id !== own)]
  return (
    <CodeField
      name="registeredBy"
      options={sorted.map(({ id, jobs }) => ({
        value: id,
        label: `${nameOfActor(id)}${id === own ? ` (${text.me})` : ''} · ${count(jobs)}`,
      }))}
    />
  )
}

/** A day from which, or until which. */
export function DayField({ name, other }: { name: DayName; other: DayName }) {
  const text = useText(JOBS_TEXT)
  const search = useAsked()
  const ask = useAsk()
  const isFirst = name.endsWith('From')
  const bound = parseJalaliDate(search[other] ?? '')
  return (
    <JalaliDateInput
      label={text[name]}
      value={parseJalaliDate(search[name] ?? '') ?? null}
      {...(bound !== undefined && (isFirst ? { max: bound } : { min: bound }))}
      onChange={(day) => ask({ [name]: day ?? undefined })}
    />
  )
}

/** What the address asks for besides, without a field of its own: an import, and months that a figure led here with. */
export function AskedBesides() {
  const text = useText(JOBS_TEXT)
  const { count, dayInWords } = useFormat()
  const { importId, month } = useAsked()
  const ask = useAsk()
  const months = month?.split('..').flatMap((part) => parseMonth(part) ?? []) ?? []
  const asked = [
    ...(importId === undefined
      ? []
      : [{ words: `${text.importId} ${count(Number(importId))}`, without: { importId: undefined } }]),
    ...(months.length === 0
      ? []
      : [
          {
            words: `${text.month}: ${months.map((one) => dayInWords(formatMonth(one))).join(` ${text.to} `)}`,
            without: { month: undefined },
          },
        ]),
  ]
  return asked.map(({ words, without }) => (
    <button
      key={words}
      type="button"
      className="asked-besides"
      aria-label={`${text.remove}: ${words}`}
      onClick={() => ask(without)}
    >
      {words} <CloseOutlined aria-hidden="true" />
    </button>
  ))
}

/** A field under its name. */
export function Labelled({
  label,
  isWide = false,
  children,
}: {
  label: string
  isWide?: boolean
  children: ReactNode
}) {
  return (
    <div className="labelled" data-wide={isWide}>
      <span aria-hidden="true">{label}</span>
      {children}
    </div>
  )
}
