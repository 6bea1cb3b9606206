import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Select } from 'antd'
import { useFormat } from '../shared/fa.ts'
import { useLanguage, useText } from '../shared/language.ts'
import { nameOf, periodsQuery, provincesQuery } from '../shared/places.ts'
import { useMe } from '../shared/session.ts'
import { SHELL_TEXT } from './shell-text.ts'

/** Which province and which period the pages speak of; both stand in the address. */
export function PlacePicker() {
  const text = useText(SHELL_TEXT)
  const language = useLanguage()
  const { digits } = useFormat()
  const { province = '', period } = useSearch({ from: '__root__' })
  const navigate = useNavigate()
  const own = useMe().scope.province?.code
  const { provinces } = useSuspenseQuery(provincesQuery).data
  const seen =
    own === undefined ? provinces : provinces.filter(({ code }) => code === own || code === province)
  const { periods } = useSuspenseQuery(periodsQuery(province)).data
  const go = (place: { province?: string; period?: string | undefined }) =>
    void navigate({ to: '.', search: (before) => ({ ...before, ...place }) })
  return (
    <div className="place-picker">
      <Select
        aria-label={text.province}
        className="place-province"
        showSearch={{ optionFilterProp: 'label' }}
        value={province}
        options={seen.map((one) => ({ value: one.code, label: nameOf(language, one) }))}
        onChange={(chosen) => go({ province: chosen, period: undefined })}
      />
      <Select
        aria-label={text.period}
        className="place-period"
        placeholder={text.noPeriod}
        value={period ?? null}
        options={periods.map((one) => ({ value: one.period, label: digits(one.title) }))}
        onChange={(chosen) => go({ period: chosen ?? undefined })}
      />
    </div>
  )
}
