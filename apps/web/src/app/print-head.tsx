import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useFormat } from '../shared/fa.ts'
import { useLanguage, useText } from '../shared/language.ts'
import { nameOf, periodsQuery, provincesQuery } from '../shared/places.ts'
import { useMe } from '../shared/session.ts'
import { usePrintedAt } from '../shared/ui/printing.ts'
import { SHELL_TEXT } from './shell-text.ts'

/** What stands above a printed page in place of the header: whose figures they are, and who printed them when. */
export function PrintHead() {
  const text = useText(SHELL_TEXT)
  const language = useLanguage()
  const { digits, moment } = useFormat()
  const { province = '', period } = useSearch({ from: '__root__' })
  const { name, isDemonstration } = useMe()
  const { data: known } = useQuery(provincesQuery)
  const { data: opened } = useQuery({ ...periodsQuery(province), enabled: province !== '' })
  const printedAt = usePrintedAt()
  if (printedAt === null) return null
  const place = known?.provinces.find(({ code }) => code === province)
  const title = opened?.periods.find((one) => one.period === period)?.title
  return (
    <div className="print-head">
      <strong>{`${text.product} · ${text.tagline}`}</strong>
      {place !== undefined && <span>{`${text.province} ${nameOf(language, place)}`}</span>}
      {title !== undefined && <span>{digits(`${text.period} ${title}`)}</span>}
      {isDemonstration && <span>{text.demonstration}</span>}
      <span>
        {text.printed} <time dateTime={printedAt}>{moment(printedAt)}</time>{' '}
        <bdi>{name ?? text.localOperator}</bdi>
      </span>
    </div>
  )
}
