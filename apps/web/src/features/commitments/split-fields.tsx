import { kindText } from '@rasad/domain/ledger/dimension-text'
import { PROGRAMMES } from '@rasad/domain/commitments/programmes'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Button, Checkbox, Input, Select } from 'antd'
import { useId, type ReactNode } from 'react'
import { useFormat } from '../../shared/fa.ts'
import { useLanguage, useText } from '../../shared/language.ts'
import { agenciesQuery, countiesQuery, inOrder, nameOf } from '../../shared/places.ts'
import { FOUND_BY_LABEL } from '../../shared/ui/found-by-label.ts'
import { readJobs } from './matrix-keys.ts'
import { faultsOf, type SplitFault, type SplitForm } from './split-form.ts'
import { SPLIT_TEXT } from './split-text.ts'

/** What every part of the form is given. */
export type SplitFieldProps = {
  form: SplitForm
  faults: readonly SplitFault[]
  onChange: (part: Partial<SplitForm>) => void
}

/** The total, read back in groups of three; that of the version in force is offered. */
export function TotalField({
  form,
  faults,
  onChange,
  inForce,
}: SplitFieldProps & { inForce: number | null }) {
  const text = useText(SPLIT_TEXT)
  const { count, digits } = useFormat()
  const total = readJobs(form.total)
  return (
    <Field label={text.total} fault={faults.includes('totalNeeded') ? text.totalNeeded : undefined}>
      {(field) => (
        <span className="field-line">
          <Input
            {...field}
            data-first
            dir="ltr"
            inputMode="numeric"
            autoComplete="off"
            className="split-total"
            value={form.total}
            onChange={(event) => onChange({ total: event.target.value })}
          />
          {total !== undefined && <output>{count(total)}</output>}
          {inForce !== null && total !== inForce && (
            <Button type="link" onClick={() => onChange({ total: digits(String(inForce)) })}>
              {`${text.asInForce}: ${count(inForce)}`}
            </Button>
          )}
        </span>
      )}
    </Field>
  )
}

/** Who and what takes part. */
export function AxisFields({ form, faults, onChange, province }: SplitFieldProps & { province: string }) {
  const text = useText(SPLIT_TEXT)
  const language = useLanguage()
  const { count } = useFormat()
  const { agencies } = useSuspenseQuery(agenciesQuery).data
  const { counties } = useSuspenseQuery(countiesQuery(province)).data
  const mustName = faultsOf(form).includes('agenciesNeeded')
  const present = counties.filter(({ validTo }) => validTo === null)
  const optionsOf = (all: readonly { code: string; nameFa: string; nameEn: string }[]) =>
    inOrder(language, all).map((named) => ({ value: named.code, label: nameOf(language, named) }))
  return (
    <fieldset className="card split-group">
      <legend>{text.among}</legend>
      <Field
        label={text.agencies}
        fault={faults.includes('agenciesNeeded') ? text.agenciesNeeded : undefined}
      >
        {(field) => (
          <Select
            {...field}
            mode="multiple"
            allowClear
            maxTagCount="responsive"
            maxTagPlaceholder={(others) => `+${count(others.length)}`}
            showSearch={FOUND_BY_LABEL}
            placeholder={mustName ? text.agenciesNeeded : text.agenciesAll}
            value={form.agencies}
            options={optionsOf(agencies)}
            onChange={(chosen: string[]) => onChange({ agencies: chosen })}
          />
        )}
      </Field>
      <Field label={text.counties}>
        {(field) => (
          <Select
            {...field}
            mode="multiple"
            allowClear
            maxTagCount="responsive"
            maxTagPlaceholder={(others) => `+${count(others.length)}`}
            showSearch={FOUND_BY_LABEL}
            placeholder={text.countiesAll}
            value={form.counties}
            options={optionsOf(present)}
            onChange={(chosen: string[]) => onChange({ counties: chosen })}
          />
        )}
      </Field>
      <Checkbox
        checked={form.hasSectors}
        onChange={(event) => onChange({ hasSectors: event.target.checked })}
      >
        {text.sectors}
      </Checkbox>
      <Field label={text.programmes}>
        {(field) => (
          <Select
            {...field}
            mode="multiple"
            allowClear
            maxTagCount="responsive"
            maxTagPlaceholder={(others) => `+${count(others.length)}`}
            showSearch={FOUND_BY_LABEL}
            placeholder={text.programmesNone}
            value={form.programmes}
            options={PROGRAMMES.map((code) => ({ value: code, label: kindText(language, code) }))}
            onChange={(chosen: string[]) => onChange({ programmes: chosen })}
          />
        )}
      </Field>
    </fieldset>
  )
}

/** What an agency without history counts beside the average one with it. */
export function FloorField({ form, onChange }: SplitFieldProps) {
  const text = useText(SPLIT_TEXT)
  return (
    <Field label={text.floor} about={text.floorAbout}>
      {(field) => (
        <Input
          {...field}
          dir="ltr"
          inputMode="decimal"
          className="split-number"
          value={form.floor}
          onChange={(event) => onChange({ floor: event.target.value })}
        />
      )}
    </Field>
  )
}

/** Why it is split. */
export function ReasonField({ form, onChange }: SplitFieldProps) {
  const text = useText(SPLIT_TEXT)
  return (
    <Field label={text.reason}>
      {(field) => (
        <Input
          {...field}
          maxLength={300}
          value={form.reason}
          onChange={(event) => onChange({ reason: event.target.value })}
        />
      )}
    </Field>
  )
}

type FieldAttributes = { id: string; 'aria-describedby': string; 'aria-invalid': boolean }

function Field({
  label,
  about,
  fault,
  children,
}: {
  label: string
  about?: string
  fault?: string | undefined
  children: (field: FieldAttributes) => ReactNode
}) {
  const id = useId()
  return (
    <div className="split-field">
      <label htmlFor={id}>{label}</label>
      {children({ id, 'aria-describedby': `${id}-about`, 'aria-invalid': fault !== undefined })}
      <p id={`${id}-about`} className={fault === undefined ? 'field-about' : 'field-fault'} role="status">
        {fault ?? about}
      </p>
    </div>
  )
}
