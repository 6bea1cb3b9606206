import { parseJalaliDate, type JalaliDate } from '@rasad/domain/calendar/jalali'
import { Input, Select } from 'antd'
import { useId } from 'react'
import { useText } from '../../shared/language.ts'
import { FOUND_BY_LABEL } from '../../shared/ui/found-by-label.ts'
import { JalaliDateInput } from '../../shared/ui/jalali-date-input.tsx'
import { FIELD_TEXT, type EntryField } from './new-job-text.ts'

/** What has been typed, by field. */
export type EntryDraft = { [Field in EntryField]?: string | undefined }

/** How a field is filled in. */
export type Filling = {
  draft: EntryDraft
  faults: Readonly<Partial<Record<EntryField, string>>>
  change: (part: EntryDraft) => void
}

type FieldProps = Filling & { name: EntryField; isNeeded?: boolean }

/** A field for words or digits. */
export function TextField({
  name,
  draft,
  faults,
  change,
  isNeeded = false,
  isCode = false,
  hint,
}: FieldProps & { isCode?: boolean; hint?: string }) {
  const id = useId()
  const fault = faults[name]
  return (
    <div className="form-field">
      <FieldLabel id={id} name={name} isNeeded={isNeeded} />
      <Input
        id={id}
        name={name}
        {...(isCode && { dir: 'ltr', inputMode: 'numeric' as const })}
        autoComplete="off"
        maxLength={300}
        placeholder={hint ?? ''}
        value={draft[name] ?? ''}
        required={isNeeded}
        status={fault === undefined ? '' : 'error'}
        aria-invalid={fault !== undefined}
        aria-describedby={`${id}-fault`}
        onChange={(event) => change({ [name]: event.target.value })}
      />
      <Fault id={id} fault={fault} />
    </div>
  )
}

/** A field with a few values to choose from. */
export function ChoiceField({
  name,
  draft,
  faults,
  change,
  isNeeded = false,
  options,
}: FieldProps & { options: { value: string; label: string }[] }) {
  const id = useId()
  const fault = faults[name]
  return (
    <div className="form-field">
      <FieldLabel id={id} name={name} isNeeded={isNeeded} />
      <Select
        id={id}
        showSearch={FOUND_BY_LABEL}
        allowClear={!isNeeded}
        value={draft[name] ?? null}
        status={fault === undefined ? '' : 'error'}
        aria-invalid={fault !== undefined}
        aria-required={isNeeded}
        aria-describedby={`${id}-fault`}
        options={options}
        onChange={(chosen: string | null | undefined) => change({ [name]: chosen ?? undefined })}
      />
      <Fault id={id} fault={fault} />
    </div>
  )
}

/** A field for a Jalali day. */
export function DayField({
  name,
  draft,
  faults,
  change,
  isNeeded = false,
  min,
  max,
}: FieldProps & { min?: JalaliDate | undefined; max?: JalaliDate | undefined }) {
  const label = useText(FIELD_TEXT)[name]
  return (
    <div className="form-field">
      <JalaliDateInput
        label={isNeeded ? `${label} *` : label}
        fault={faults[name]}
        emptiesWhenWrong
        value={parseJalaliDate(draft[name] ?? '') ?? null}
        {...(min && { min })}
        {...(max && { max })}
        onChange={(day) => change({ [name]: day ?? undefined })}
      />
    </div>
  )
}

/** The choices of a list of kinds, by their words. */
export function kindOptions(
  kinds: readonly string[],
  word: (kind: string) => string,
): { value: string; label: string }[] {
  return kinds.filter((kind) => kind !== 'unspecified').map((kind) => ({ value: kind, label: word(kind) }))
}

function FieldLabel({ id, name, isNeeded }: { id: string; name: EntryField; isNeeded: boolean }) {
  const label = useText(FIELD_TEXT)[name]
  return <label htmlFor={id}>{isNeeded ? `${label} *` : label}</label>
}

function Fault({ id, fault }: { id: string; fault: string | undefined }) {
  return (
    <p id={`${id}-fault`} className="field-fault" role={fault === undefined ? undefined : 'alert'}>
      {fault}
    </p>
  )
}
