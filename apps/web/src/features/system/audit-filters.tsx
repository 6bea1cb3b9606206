import { parseJalaliDate } from '@rasad/domain/calendar/jalali'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { useLanguage, useText } from '../../shared/language.ts'
import { inOrder, nameOf, provincesQuery } from '../../shared/places.ts'
import { useMe } from '../../shared/session.ts'
import { FOUND_BY_LABEL } from '../../shared/ui/found-by-label.ts'
import { JalaliDateInput } from '../../shared/ui/jalali-date-input.tsx'
import type { AuditSearch } from './audit-query.ts'
import { ACTION_TEXT, AUDIT_TEXT } from './audit-text.ts'

const NOTHING: AuditSearch = {
  actor: undefined,
  action: undefined,
  of: undefined,
  from: undefined,
  to: undefined,
  text: undefined,
}

/** What is looked for in the audit trail; all of it stands in the address. */
export function AuditFilters() {
  const text = useText(AUDIT_TEXT)
  const actions = useText(ACTION_TEXT)
  const language = useLanguage()
  const { scope } = useMe()
  const { actor, action, of, from, to, text: words } = useSearch({ from: '/administration/audit' })
  const navigate = useNavigate({ from: '/administration/audit' })
  const { provinces } = useSuspenseQuery(provincesQuery).data
  const ask = (part: AuditSearch) => void navigate({ search: (before) => ({ ...before, ...part }) })
  const isAsked = [actor, action, of, from, to, words].some((value) => value !== undefined)
  return (
    <search className="filters" aria-label={text.title}>
      <Select
        aria-label={text.action}
        className="filter"
        allowClear
        showSearch={FOUND_BY_LABEL}
        placeholder={text.anyAction}
        value={action ?? null}
        options={Object.entries(actions).map(([value, label]) => ({ value, label }))}
        onChange={(chosen) => ask({ action: chosen ?? undefined })}
      />
      <TypedFilter
        label={text.actor}
        placeholder={text.actorHint}
        dir="ltr"
        value={actor}
        onAsk={(typed) => ask({ actor: typed })}
      />
      <TypedFilter
        label={text.text}
        placeholder={text.text}
        dir="auto"
        value={words}
        onAsk={(typed) => ask({ text: typed })}
      />
      {scope.level === 'national' && (
        <Select
          aria-label={text.province}
          className="filter"
          allowClear
          showSearch={FOUND_BY_LABEL}
          placeholder={text.anyProvince}
          value={of ?? null}
          options={inOrder(language, provinces).map((one) => ({
            value: one.code,
            label: nameOf(language, one),
          }))}
          onChange={(chosen) => ask({ of: chosen ?? undefined })}
        />
      )}
      <JalaliDateInput
        label={text.from}
        value={parseJalaliDate(from ?? '') ?? null}
        onChange={(day) => ask({ from: day ?? undefined })}
      />
      <JalaliDateInput
        label={text.to}
        value={parseJalaliDate(to ?? '') ?? null}
        onChange={(day) => ask({ to: day ?? undefined })}
      />
      {isAsked && <Button onClick={() => ask(NOTHING)}>{text.clear}</Button>}
    </search>
  )
}

type TypedFilterProps = {
  label: string
  placeholder: string
  dir: 'ltr' | 'auto'
  value: string | undefined
  onAsk: (typed: string | undefined) => void
}

/** Words that are looked for, asked with Enter or when the field is left. */
function TypedFilter({ label, placeholder, dir, value = '', onAsk }: TypedFilterProps) {
  const [seen, setSeen] = useState(value)
  const [typed, setTyped] = useState(value)
  const [asked, setAsked] = useState<string>()
  if (value !== seen) {
    setSeen(value)
    // What was asked from here comes back late; meanwhile somebody may have typed on.
    if (value !== asked) setTyped(value)
    setAsked(undefined)
  }
  const ask = () => {
    if (typed.trim() === value) return
    setAsked(typed.trim())
    onAsk(typed.trim() || undefined)
  }
  return (
    <Input
      className="filter"
      aria-label={label}
      placeholder={placeholder}
      dir={dir}
      value={typed}
      onChange={({ target }) => setTyped(target.value)}
      onPressEnter={ask}
      onBlur={ask}
    />
  )
}
