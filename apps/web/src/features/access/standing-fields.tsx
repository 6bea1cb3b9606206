import { levelsOf, ROLES, type Role } from '@rasad/domain/access/roles'
import { scopeOfRole } from '@rasad/domain/access/standing'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useLanguage, useText } from '../../shared/language.ts'
import {
  agenciesQuery,
  banksQuery,
  countiesQuery,
  inOrder,
  nameOf,
  provincesQuery,
} from '../../shared/places.ts'
import { ROLE_TEXT } from '../../shared/role-text.ts'
import { Field } from '../../shared/ui/form-sheet.tsx'
import { FOUND_BY_LABEL } from '../../shared/ui/found-by-label.ts'
import { withoutNothing } from './access-query.ts'
import { USERS_TEXT } from './users-text.ts'

/** A role and its places as they stand in a form; an empty text names none. */
export type StandingDraft = {
  role: Role
  province: string
  county: string
  agency: string
  bank: string
  employer: string
}

/** A form in which nothing is chosen yet. */
export const NO_STANDING: StandingDraft = {
  role: 'agency-officer',
  province: '',
  county: '',
  agency: '',
  bank: '',
  employer: '',
}

/** The places a role is asked for. */
function asked(role: Role): Record<'province' | 'county' | 'agency' | 'bank' | 'employer', boolean> {
  const levels = levelsOf(role)
  const isAgency = levels.includes('agency')
  return {
    province: levels.some((level) => level !== 'national'),
    county: levels.includes('county') || isAgency,
    agency: isAgency,
    bank: levels.includes('bank'),
    employer: role === 'inspector' || role === 'county-officer' || role === 'labour-dg',
  }
}

/** The standing as the server is told it: places that the role does not have are left out. */
export function standingWords({ role, province, county, agency, bank, employer }: StandingDraft) {
  const wanted = asked(role)
  const kept = (place: keyof typeof wanted, value: string) => (wanted[place] ? value : '')
  const places = withoutNothing({
    province: kept('province', province),
    county: kept('county', county),
    agency: kept('agency', agency),
    bank: kept('bank', bank),
    employer: kept('employer', employer),
  })
  return { role, ...places }
}

/** Whether the role stands in the places that are chosen. */
export function standsSomewhere(draft: StandingDraft): boolean {
  return scopeOfRole(draft.role, standingWords(draft)) !== null
}

type StandingFieldsProps = {
  value: StandingDraft
  isTried: boolean
  onChange: (part: Partial<StandingDraft>) => void
}

/** A role and the places it stands in; which are asked for is the role's own rule. */
export function StandingFields({ value, isTried, onChange }: StandingFieldsProps) {
  const text = useText(USERS_TEXT)
  const language = useLanguage()
  const roles = useText(ROLE_TEXT)
  const { provinces } = useSuspenseQuery(provincesQuery).data
  const { agencies } = useSuspenseQuery(agenciesQuery).data
  const counties = useQuery({ ...countiesQuery(value.province), enabled: value.province !== '' }).data
    ?.counties
  const wanted = asked(value.role)
  const banks = useQuery({ ...banksQuery, enabled: wanted.bank }).data?.banks
  const needsCounty = levelsOf(value.role).every((level) => level === 'county')
  const placeFault = isTried && !standsSomewhere(value) ? text.placeNeeded : undefined
  const named = (all: readonly { code: string; nameFa: string; nameEn: string }[]) =>
    inOrder(language, all).map((one) => ({ value: one.code, label: nameOf(language, one) }))
  const agencyOptions = named(agencies)
  return (
    <>
      <Field label={text.role}>
        {(marks) => (
          <Select
            {...marks}
            value={value.role}
            options={ROLES.map((role) => ({ value: role, label: roles[role] }))}
            onChange={(role) => onChange({ role })}
          />
        )}
      </Field>
      {wanted.province && (
        <Field label={text.province} fault={value.province === '' ? placeFault : undefined}>
          {(marks) => (
            <Select
              {...marks}
              showSearch={FOUND_BY_LABEL}
              value={value.province === '' ? null : value.province}
              options={named(provinces)}
              onChange={(province) => onChange({ province: province ?? '', county: '' })}
            />
          )}
        </Field>
      )}
      {wanted.agency && (
        <Field label={text.agency} fault={value.agency === '' ? placeFault : undefined}>
          {(marks) => (
            <Select
              {...marks}
              showSearch={FOUND_BY_LABEL}
              value={value.agency === '' ? null : value.agency}
              options={agencyOptions}
              onChange={(agency) => onChange({ agency: agency ?? '' })}
            />
          )}
        </Field>
      )}
      {wanted.county && (
        <Field label={text.county} fault={value.county === '' && needsCounty ? placeFault : undefined}>
          {(marks) => (
            <Select
              {...marks}
              allowClear
              showSearch={FOUND_BY_LABEL}
              placeholder={needsCounty ? '' : text.wholeProvince}
              value={value.county === '' ? null : value.county}
              options={named(counties ?? [])}
              onChange={(county) => onChange({ county: county ?? '' })}
            />
          )}
        </Field>
      )}
      {wanted.bank && (
        <Field label={text.bank} fault={value.bank === '' ? placeFault : undefined}>
          {(marks) => (
            <Select
              {...marks}
              showSearch={FOUND_BY_LABEL}
              value={value.bank === '' ? null : value.bank}
              options={named((banks ?? []).filter(({ active, code }) => active || code === value.bank))}
              onChange={(bank) => onChange({ bank: bank ?? '' })}
            />
          )}
        </Field>
      )}
      {wanted.employer && (
        <Field label={text.employer} hint={text.employerHint}>
          {(marks) => (
            <Select
              {...marks}
              allowClear
              showSearch={FOUND_BY_LABEL}
              placeholder={text.none}
              value={value.employer === '' ? null : value.employer}
              options={agencyOptions}
              onChange={(employer) => onChange({ employer: employer ?? '' })}
            />
          )}
        </Field>
      )}
    </>
  )
}
