import { useSuspenseQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useFormat } from '../../shared/fa.ts'
import { useLanguage, useText } from '../../shared/language.ts'
import { agenciesQuery, namesByCode, periodsQuery } from '../../shared/places.ts'
import { useMe } from '../../shared/session.ts'
import { EmptyState } from '../../shared/ui/empty-state.tsx'
import { PageHead } from '../../shared/ui/page-head.tsx'
import { AgencyRanking } from './agency-ranking.tsx'
import { CountyMap } from './county-map.tsx'
import { Deadlines } from './deadlines.tsx'
import { SinceLastVisit } from './since-last-visit.tsx'
import { useLive } from './live.ts'
import { nowQueries, todayInTehran, type Place } from './today-query.ts'
import { TODAY_TEXT } from './today-text.ts'
import { Trend } from './trend.tsx'
import { TruthsToday } from './truths-today.tsx'
import { Waiting } from './waiting.tsx'
import './today.css'

/** The first page: where the province stands, what changed, and what is due. */
export function TodayPage() {
  const text = useText(TODAY_TEXT)
  const { dayInWords } = useFormat()
  const { province, period } = useSearch({ from: '/' })
  return (
    <>
      <PageHead title={text.title} about={dayInWords(todayInTehran())} />
      {province === undefined || period === undefined ? (
        <EmptyState title={text.noPeriod} about={text.noPeriodWhy} />
      ) : (
        <Today place={{ province, period }} />
      )}
    </>
  )
}

function Today({ place }: { place: Place }) {
  const text = useText(TODAY_TEXT)
  const language = useLanguage()
  const { byCounty, byAgency } = nowQueries(place)
  const { data: figures } = useSuspenseQuery(byCounty)
  const { data: agencyFigures } = useSuspenseQuery(byAgency)
  const { agencies } = useSuspenseQuery(agenciesQuery).data
  const { periods } = useSuspenseQuery(periodsQuery(place.province)).data
  const period = periods.find((one) => one.period === place.period)
  const me = useMe()
  useLive(place, figures.batch)
  const { committed, registered } = figures.total
  if ((committed ?? 0) === 0 && registered === 0) {
    return <EmptyState title={text.empty} about={text.emptyWhy} />
  }
  // Whoever works through queues begins with them; whoever answers for the province, with its figures.
  const worksThrough = !me.may('commitment.set') && !me.may('commitment.notify')
  const waiting = <Waiting place={place} />
  return (
    <div className="today">
      {worksThrough && waiting}
      <TruthsToday figures={figures} place={place} />
      {!worksThrough && waiting}
      <div className="today-main">
        {period !== undefined && <Trend place={place} period={period} now={figures} />}
        <CountyMap place={place} figures={figures} />
        <SinceLastVisit key={`${place.province} ${place.period}`} place={place} figures={figures} />
      </div>
      <div className="today-side">
        {period !== undefined && <Deadlines period={period} />}
        <AgencyRanking place={place} figures={agencyFigures} nameOf={namesByCode(language, agencies)} />
      </div>
    </div>
  )
}
