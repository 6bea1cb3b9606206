import { BASELINE_TEXT } from '@rasad/domain/commitments/baseline-text'
import { jobStateText } from '@rasad/domain/jobs/job-state-text'
import { kindText } from '@rasad/domain/ledger/dimension-text'
import { useSuspenseQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useFormat } from '../../shared/fa.ts'
import { useLanguage, useText } from '../../shared/language.ts'
import { agenciesQuery, namesByCode } from '../../shared/places.ts'
import { ROLE_TEXT } from '../../shared/role-text.ts'
import { STEP_TEXT } from '../../shared/step-text.ts'
import { Code } from '../../shared/ui/code.tsx'
import { SUBJECT_TEXT, SUBJECT_VALUE_TEXT } from './audit-subject-text.ts'
import { AUDIT_TEXT } from './audit-text.ts'
import { TASK_NAME_TEXT } from './tasks-text.ts'

// The province has a column of its own.
const SAID_ELSEWHERE: readonly string[] = ['province']
const COUNTED: ReadonlySet<string> = new Set(
  'rows accepted jobs files tables bytes wrong checked provinces total days users'.split(' '),
)
const KINDS: ReadonlySet<string> = new Set(
  'sector gender jobType novelty directness settlement education'.split(' '),
)
const DAY = /^\d{4}-\d{2}(-\d{2})?$/
const INSTANT = /^\d{4}-\d{2}-\d{2}T/
/** So many characters tell one file from another. */
const TRACE_LENGTH = 12

/** What an act was done to and with, word by word. */
export function AuditSubject({ subject }: { subject: unknown }) {
  const say = useSubjectWords()
  const entries = typeof subject === 'object' && subject !== null ? Object.entries(subject) : []
  return (
    <span className="audit-subject">{say(entries.filter(([name]) => !SAID_ELSEWHERE.includes(name)))}</span>
  )
}

type Entries = readonly (readonly [name: string, value: unknown])[]

/** The words of a subject: what has a name stands under it, numbers and days as the page writes them, codes as they are. */
function useSubjectWords(): (entries: Entries) => ReactNode {
  const names = useText(SUBJECT_TEXT)
  const { comma } = useText(AUDIT_TEXT)
  const sayValue = useSubjectValue()
  const isSaid = (value: unknown) => value !== null && value !== undefined && value !== ''
  const sayAny = (name: string, value: unknown): ReactNode => {
    if (Array.isArray(value))
      return value.map((item, index) => (
        <span key={JSON.stringify(item)}>
          {index > 0 && comma}
          {sayAny(name, item)}
        </span>
      ))
    if (typeof value === 'object' && value !== null) return say(Object.entries(value))
    return sayValue(name, value)
  }
  const say = (entries: Entries): ReactNode =>
    entries
      .filter(([, value]) => isSaid(value))
      .map(([name, value], index) => (
        <span key={name}>
          {index > 0 && ' '}
          <small>{names[name] ?? name}</small> <bdi dir="auto">{sayAny(name, value)}</bdi>
        </span>
      ))
  return say
}

function useSubjectValue(): (name: string, value: unknown) => ReactNode {
  const text = useText(AUDIT_TEXT)
  const values = useText(SUBJECT_VALUE_TEXT)
  const tasks = useText(TASK_NAME_TEXT)
  const language = useLanguage()
  const { count, day, digits, moment } = useFormat()
  const baselines = useText(BASELINE_TEXT)
  const steps = useText(STEP_TEXT)
  const roles = useText(ROLE_TEXT)
  const { agencies } = useSuspenseQuery(agenciesQuery).data
  const agencyOf = namesByCode(language, agencies)
  const inWords: Readonly<Record<string, (code: string) => ReactNode>> = {
    agency: agencyOf,
    employer: agencyOf,
    role: (code) => (isNameIn(roles, code) ? roles[code] : code),
    step: (code) => (isNameIn(steps, code) ? steps[code] : code),
    baseline: (code) => (isNameIn(baselines, code) ? baselines[code] : code),
    task: (code) => tasks[code] ?? code,
    state: (code) => jobStateText(language, code),
    period: digits,
    county: digits,
    bank: digits,
    letterNumber: digits,
    title: digits,
    reason: digits,
    source: (code) => values[code] ?? <Code>{code}</Code>,
    conflict: (code) => values[code] ?? code,
    sha256: (code) => (
      <span title={code}>
        <Code>{`${code.slice(0, TRACE_LENGTH)}…`}</Code>
      </span>
    ),
  }
  return (name, value) => {
    if (typeof value === 'boolean') return value ? text.yes : text.no
    if (typeof value === 'number') return COUNTED.has(name) ? count(value) : digits(String(value))
    if (typeof value !== 'string') return JSON.stringify(value)
    if (KINDS.has(name)) return kindText(language, value)
    const words = inWords[name]
    if (words !== undefined) return words(value)
    if (INSTANT.test(value)) return moment(value)
    return DAY.test(value) ? day(value) : value
  }
}

function isNameIn<Names extends object>(names: Names, code: string): code is string & keyof Names {
  return Object.hasOwn(names, code)
}
