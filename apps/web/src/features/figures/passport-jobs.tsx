import type { Passport } from '@rasad/contracts/figures'
import { jobsOfTruth } from '@rasad/domain/figures/jobs-of-figure'
import { useText } from '../../shared/language.ts'
import { PageLink } from '../../shared/page-link.tsx'
import { useMe } from '../../shared/session.ts'
import { cellWords, type FiguresQuestion } from './figures-search.ts'
import { PASSPORT_TEXT } from './passport-text.ts'

/** The way from a figure of now to the jobs it counts, for whoever sees jobs and where one list holds exactly them. */
export function PassportJobs({ question, passport }: { question: FiguresQuestion; passport: Passport }) {
  const text = useText(PASSPORT_TEXT)
  const me = useMe()
  const address = jobsAddress(question, passport)
  if (address === null || passport.value === 0 || !me.may('job.read')) return null
  return (
    <p>
      <PageLink route="/jobs" address={address}>
        {text.theseJobs}
      </PageLink>
    </p>
  )
}

function jobsAddress(question: FiguresQuestion, { truth }: Passport): string | null {
  const counted = jobsOfTruth(truth)
  const cell = cellWords(question)
  const isOneList = [cell.county, cell.agency].every((code) => !(code ?? '').includes(','))
  if (counted === null || question.asOf !== undefined || !isOneList) return null
  const { province, period } = question
  const { states, novelty, directness } = counted
  return `/jobs?${new URLSearchParams({ province, period, ...cell, state: states.join(','), novelty, directness }).toString()}`
}
