import { addToken } from '@rasad/contracts/users'
import { PERMISSIONS, type Permission } from '@rasad/domain/access/permissions'
import { toLatinDigits } from '@rasad/domain/persian/digits'
import { useMutation, useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Checkbox, Input, Select } from 'antd'
import { useState } from 'react'
import { call } from '../../shared/api.ts'
import { useDraft } from '../../shared/draft.ts'
import { faultyFields } from '../../shared/faulty-fields.ts'
import { untilFresh } from '../../shared/forgetting.ts'
import { useLanguage, useText } from '../../shared/language.ts'
import { agenciesQuery, countiesQuery, inOrder, nameOf, provincesQuery } from '../../shared/places.ts'
import { useMe } from '../../shared/session.ts'
import { Field, FormSheet } from '../../shared/ui/form-sheet.tsx'
import { FOUND_BY_LABEL } from '../../shared/ui/found-by-label.ts'
import { withoutNothing } from './access-query.ts'
import { OneTimeSecret } from './one-time-secret.tsx'
import { PERMISSION_TEXT } from './permission-text.ts'
import { TOKENS_TEXT } from './tokens-text.ts'

type TokenDraft = {
  name: string
  permissions: Permission[]
  province: string
  county: string
  agency: string
  days: string
}

const EMPTY: TokenDraft = {
  name: '',
  permissions: ['figure.read', 'reference.read', 'period.read'],
  province: '',
  county: '',
  agency: '',
  days: '365',
}

/** Makes a token and shows its secret. */
export function AddTokenForm({ onClose }: { onClose: () => void }) {
  const text = useText(TOKENS_TEXT)
  const names = useText(PERMISSION_TEXT)
  const { may } = useMe()
  const queries = useQueryClient()
  const { draft, change, discard } = useDraft('token', EMPTY)
  const [isTried, setIsTried] = useState(false)
  const days = toLatinDigits(draft.days).trim()
  const { name, permissions, province, county, agency } = draft
  const body = {
    name,
    permissions,
    ...withoutNothing({ province, county, agency }),
    ...(days !== '' && { days: Number(days) }),
  }
  const faults = faultyFields(addToken.body, body)
  const add = useMutation({
    mutationFn: () => call(addToken, { body }),
    onSuccess: () => {
      discard()
      return untilFresh(queries)
    },
  })
  if (add.data)
    return (
      <OneTimeSecret
        title={`${text.secret}: ${add.data.token.name}`}
        about={text.secretWhy}
        secret={add.data.secret}
        onDone={onClose}
      />
    )
  const told = (field: string, sentence: string) => (isTried && faults.has(field) ? sentence : undefined)
  return (
    <FormSheet
      label={text.add}
      submit={text.add}
      error={add.error}
      isBusy={add.isPending}
      onCancel={onClose}
      onSubmit={() => {
        setIsTried(true)
        if (faults.size === 0) add.mutate()
      }}
    >
      <p className="quiet">{text.addWhy}</p>
      <Field label={text.name} fault={told('name', text.needed)}>
        {(marks) => (
          <Input {...marks} value={name} onChange={({ target }) => change({ name: target.value })} />
        )}
      </Field>
      <Field label={text.permissions} fault={told('permissions', text.oneNeeded)}>
        {({ id, ...marks }) => (
          <div {...marks} id={id} role="group" aria-label={text.permissions} className="permission-list">
            {PERMISSIONS.filter((permission) => may(permission)).map((permission) => (
              <Checkbox
                key={permission}
                checked={permissions.includes(permission)}
                onChange={({ target }) =>
                  change({
                    permissions: target.checked
                      ? [...permissions, permission]
                      : permissions.filter((one) => one !== permission),
                  })
                }
              >
                {names[permission]}
              </Checkbox>
            ))}
          </div>
        )}
      </Field>
      <PlaceFields draft={draft} onChange={change} />
      <Field label={text.days} hint={text.daysHint} fault={told('days', text.daysWrong)}>
        {(marks) => (
          <Input
            {...marks}
            dir="ltr"
            inputMode="numeric"
            value={draft.days}
            onChange={({ target }) => change({ days: target.value })}
          />
        )}
      </Field>
    </FormSheet>
  )
}

type PlaceFieldsProps = { draft: TokenDraft; onChange: (part: Partial<TokenDraft>) => void }

function PlaceFields({ draft: { province, county, agency }, onChange }: PlaceFieldsProps) {
  const text = useText(TOKENS_TEXT)
  const language = useLanguage()
  const { provinces } = useSuspenseQuery(provincesQuery).data
  const { agencies } = useSuspenseQuery(agenciesQuery).data
  const counties = useQuery({ ...countiesQuery(province), enabled: province !== '' }).data?.counties ?? []
  const fields = [
    ['province', provinces, province] as const,
    ...(province === ''
      ? []
      : [['agency', agencies, agency] as const, ['county', counties, county] as const]),
  ]
  return fields.map(([name, all, value]) => (
    <Field key={name} label={text[name]}>
      {(marks) => (
        <Select
          {...marks}
          allowClear
          showSearch={FOUND_BY_LABEL}
          placeholder={text.all}
          value={value === '' ? null : value}
          options={inOrder(language, [...all]).map((one) => ({
            value: one.code,
            label: nameOf(language, one),
          }))}
          onChange={(code) =>
            onChange(
              name === 'province'
                ? { province: code ?? '', county: '', ...(code === null && { agency: '' }) }
                : { [name]: code ?? '' },
            )
          }
        />
      )}
    </Field>
  ))
}
