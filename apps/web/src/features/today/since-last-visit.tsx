import type { FigureTable } from '@rasad/contracts/figures'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { DifferenceTable } from '../../shared/difference-table.tsx'
import { useFormat } from '../../shared/fa.ts'
import { differenceQuery, figuresAddress } from '../../shared/figure-queries.ts'
import { useText } from '../../shared/language.ts'
import { PageLink } from '../../shared/page-link.tsx'
import { useMe } from '../../shared/session.ts'
import { ProblemAlert } from '../../shared/ui/problem-alert.tsx'
import { noteVisit, type LastVisit } from './last-visit.ts'
import type { Place } from './today-query.ts'
import { TODAY_TEXT } from './today-text.ts'

type SinceLastVisitProps = { place: Place; figures: FigureTable }

/** What has changed since this person last looked at the period, cause by cause. */
export function SinceLastVisit({ place, figures }: SinceLastVisitProps) {
  const text = useText(TODAY_TEXT)
  const me = useMe()
  const { batch, asOf } = figures
  const [before] = useState(() =>
    noteVisit([me.userName ?? '', place.province, place.period].join('.'), { batch: batch ?? 0, at: asOf }),
  )
  return (
    <section className="card since" aria-labelledby="since">
      <h2 id="since">{text.changes}</h2>
      {before === null ? (
        <p className="today-note">{text.firstVisit}</p>
      ) : (
        <Changes place={place} before={before} />
      )}
    </section>
  )
}

function Changes({ place, before }: { place: Place; before: LastVisit }) {
  const text = useText(TODAY_TEXT)
  const { moment } = useFormat()
  const from = String(before.batch)
  const { data, error } = useQuery(differenceQuery({ ...place, from }))
  if (error !== null) return <ProblemAlert error={error} />
  if (data === undefined) return null
  if (data.causes.length === 0) return <p className="today-note">{text.sameSince}</p>
  return (
    <>
      <DifferenceTable caption={`${text.changesSince} ${moment(before.at)}`} change={data} />
      <PageLink route="/figures" address={figuresAddress({ ...place, asOf: from })}>
        {text.inFull}
      </PageLink>
    </>
  )
}
