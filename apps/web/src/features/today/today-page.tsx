import { useSuspenseQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useFormat } from '../../shared/fa.ts'
import { useLanguage, useText } from '../../shared/language.ts'
import { agenciesQuery, countiesQuery, namesByCode, periodsQuery } from '../../shared/places.ts'
import { PageLink } from '../../shared/page-link.tsx'
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
import { Standouts } from './standouts.tsx'
import { Trend } from './trend.tsx'
import { TruthsToday } from './truths-today.tsx'
import { Verdict } from './verdict.tsx'
import { Waiting } from './waiting.tsx'
import './today.css'

/** The first page: where the province stands, what changed, and what is due. */
export function TodayPage() {
  const text = useText(TODAY_TEXT)
  const { dayInWords } = useFormat()
  const { province, period } = useSearch({ from: '/' })
  const seesFigures = useMe().may('figure.read')
  return (
    <>
      <PageHead title={text.title} about={dayInWords(todayInTehran())} />
      {!seesFigures ? (
        <EmptyState
          title={text.noFigures}
          about={text.noFiguresWhy}
          action={
            <PageLink route="/administration" address="/administration">
              {text.toLists}
            </PageLink>
          }
        />
      ) : province === undefined || period === undefined ? (
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
  const { counties } = useSuspenseQuery(countiesQuery(place.province)).data
  const { periods } = useSuspenseQuery(periodsQuery(place.province)).data
  const period = periods.find((one) => one.period === place.period)
  const agencyName = namesByCode(language, agencies)
  const me = useMe()
  useLive(place, figures.batch)
  const { committed, registered } = figures.total
  if ((committed ?? 0) === 0 && registered === 0) {
    return <EmptyState title={text.empty} about={text.emptyWhy} />
  }
  // Whoever works through queues begins with them; whoever answers for the province, with its figures.
  const worksThrough = !me.may('commitment.set') && !me.may('commitment.notify')
  const waiting = <Waiting place={place} />
  const isAlone = agencyFigures.rows.length <= 1
  const deadlines = period !== undefined && <Deadlines period={period} />
  return (
    <div className="today">
      {worksThrough && waiting}
      <Verdict figures={figures} />
      <TruthsToday figures={figures} place={place} period={period} />
      {!worksThrough && waiting}
      <div className="today-main">
        <CountyMap place={place} figures={figures} />
        {period !== undefined && <Trend place={place} period={period} now={figures} />}
        <SinceLastVisit key={`${place.province} ${place.period}`} place={place} figures={figures} />
        {!isAlone && deadlines}
      </div>
      <div className="today-side">
        <Standouts
          place={place}
          counties={figures}
          agencies={agencyFigures}
          names={[namesByCode(language, counties), agencyName]}
        />
        {!isAlone && <AgencyRanking place={place} figures={agencyFigures} nameOf={agencyName} />}
        {isAlone && deadlines}
      </div>
    </div>
  )
}
