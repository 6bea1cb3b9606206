import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useFormat } from '../shared/fa.ts'
import { useLanguage, useText } from '../shared/language.ts'
import { inOrder, nameOf, periodsQuery, provincesQuery } from '../shared/places.ts'
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
      <select
        aria-label={text.province}
        className="choice place-province"
        value={province}
        onChange={({ target }) => go({ province: target.value, period: undefined })}
      >
        {inOrder(language, seen).map((one) => (
          <option key={one.code} value={one.code}>
            {nameOf(language, one)}
          </option>
        ))}
      </select>
      <select
        aria-label={text.period}
        className="choice place-period"
        value={period ?? ''}
        onChange={({ target }) => go({ period: target.value })}
      >
        {periods.length === 0 && <option value="">{text.noPeriod}</option>}
        {periods.map((one) => (
          <option key={one.period} value={one.period}>
            {digits(one.title)}
          </option>
        ))}
      </select>
    </div>
  )
}
