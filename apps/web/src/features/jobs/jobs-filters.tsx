import { jobStateText } from '@rasad/domain/jobs/job-state-text'
import { JOB_STATES } from '@rasad/domain/jobs/job-life-cycle'
import { formatMonth, parseMonth, type JalaliMonth } from '@rasad/domain/calendar/jalali'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Checkbox, Input, Select } from 'antd'
import { useRef, useState, type ReactNode } from 'react'
import { useFormat } from '../../shared/fa.ts'
import { useLanguage, useText } from '../../shared/language.ts'
import { JalaliMonthInput } from '../../shared/ui/jalali-month-input.tsx'
import { CHOICES, filterOf, filtersSet, type Choice, type JobsFilter } from './jobs-search.ts'
import { CHOICE_TEXT, JOBS_TEXT } from './jobs-text.ts'
import { useNames } from './use-names.ts'

const TYPING_MS = 300
const MORE: readonly (keyof JobsFilter)[] = [
  'sector',
  'gender',
  'jobType',
  'novelty',
  'month',
  'conflict',
  'importId',
]

/** What the list is narrowed down by; all of it stands in the address. */
export function JobsFilters({ province }: { province: string }) {
  const text = useText(JOBS_TEXT)
  const { count } = useFormat()
  const search = useSearch({ from: '/jobs' })
  const filter = filterOf(search)
  const hidden = MORE.filter((name) => search[name] !== undefined).length
  const [isWide, setIsWide] = useState(hidden > 0)
  const ask = useAsk()
  const names = useNames(province)
  return (
    <search className="filters card no-print">
      <div className="filter-row">
        <SearchField value={search.q ?? ''} onChange={(q) => ask({ q })} />
        <ChoiceField name="state" />
        <Labelled label={text.county}>
          <CodeSelect
            label={text.county}
            value={search.county}
            options={names.countyOptions}
            onChange={(county) => ask({ county })}
          />
        </Labelled>
        <Labelled label={text.agency}>
          <CodeSelect
            label={text.agency}
            value={search.agency}
            options={names.agencyOptions}
            onChange={(agency) => ask({ agency })}
          />
        </Labelled>
        <div className="filter-buttons">
          <Button type="text" aria-expanded={isWide} onClick={() => setIsWide(!isWide)}>
            {isWide ? text.fewerFilters : text.moreFilters}
            {hidden > 0 && !isWide && ` (${count(hidden)})`}
          </Button>
          {filtersSet(filter) > 0 && (
            <Button type="text" onClick={() => ask('nothing')}>
              {text.clear}
            </Button>
          )}
        </div>
      </div>
      {isWide && (
        <div className="filter-row">
          <ChoiceField name="sector" />
          <ChoiceField name="gender" />
          <ChoiceField name="jobType" />
          <ChoiceField name="novelty" />
          <MonthRange value={search.month} onChange={(month) => ask({ month })} />
          <Checkbox
            className="filter-check"
            checked={search.conflict === 'open'}
            onChange={({ target }) => ask({ conflict: target.checked ? 'open' : undefined })}
          >
            {text.conflictOnly}
          </Checkbox>
        </div>
      )}
    </search>
  )
}

/** Asks another question of the list, from its first page. */
function useAsk() {
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

function SearchField({ value, onChange }: { value: string; onChange: (value: string | undefined) => void }) {
  const text = useText(JOBS_TEXT)
  const [typed, setTyped] = useState<string | null>(null)
  const timer = useRef<number>(undefined)
  const type = (words: string) => {
    setTyped(words)
    window.clearTimeout(timer.current)
    timer.current = window.setTimeout(() => {
      onChange(words.trim() === '' ? undefined : words.trim())
      setTyped(null)
    }, TYPING_MS)
  }
  return (
    <Labelled label={text.search} isWide>
      <Input
        type="search"
        aria-label={text.search}
        placeholder={text.searchHint}
        allowClear
        value={typed ?? value}
        onChange={(event) => type(event.target.value)}
      />
    </Labelled>
  )
}

function ChoiceField({ name }: { name: Choice }) {
  const text = useText(JOBS_TEXT)
  const labels = useText(CHOICE_TEXT)
  const language = useLanguage()
  const search = useSearch({ from: '/jobs' })
  const ask = useAsk()
  const { kind } = useNames(search.province ?? '')
  const all: readonly string[] = CHOICES[name]
  const isState = all === JOB_STATES
  return (
    <Labelled label={labels[name]}>
      <Select
        mode="multiple"
        maxTagCount="responsive"
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
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

type CodeSelectProps = {
  label: string
  value: string | undefined
  options: { value: string; label: string }[]
  onChange: (value: string | undefined) => void
}

function CodeSelect({ label, value, options, onChange }: CodeSelectProps) {
  const text = useText(JOBS_TEXT)
  return (
    <Select
      aria-label={label}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={text.any}
      value={value ?? null}
      options={options}
      onChange={(chosen: string | null | undefined) => onChange(chosen ?? undefined)}
    />
  )
}

function MonthRange({
  value = '',
  onChange,
}: {
  value: string | undefined
  onChange: (value: string | undefined) => void
}) {
  const text = useText(JOBS_TEXT)
  const [first = '', last = first] = value.split('..')
  const [from, to] = [parseMonth(first) ?? null, parseMonth(last) ?? null]
  const write = (one: JalaliMonth | null, other: JalaliMonth | null) => {
    const [start, end] = [one ?? other, other ?? one]
    if (start === null || end === null) return onChange(undefined)
    const [low, high] = start <= end ? [start, end] : [end, start]
    onChange(low === high ? formatMonth(low) : `${formatMonth(low)}..${formatMonth(high)}`)
  }
  return (
    <div className="month-range">
      <JalaliMonthInput label={text.monthFrom} value={from} onChange={(month) => write(month, to)} />
      <JalaliMonthInput label={text.monthTo} value={to} onChange={(month) => write(from, month)} />
    </div>
  )
}

function Labelled({
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
