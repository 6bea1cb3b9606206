import { splitCommitment } from '@rasad/contracts/commitments'
import { addPeriod } from '@rasad/contracts/periods'
import { makeJalaliDate, type JalaliDate } from '@rasad/domain/calendar/jalali'
import { act } from '../../platform/act.ts'
import { splitIntoDraft } from '../commitments/commitment-split.commands.ts'
import { notifyVersion } from '../commitments/commitments.commands.ts'
import { openPeriod } from '../commitments/periods.commands.ts'
import { settleNow } from '../ledger/ledger.commands.ts'
import { AGENCY_PROFILES } from './agency-profiles.ts'
import { labourDirectorOf } from './demonstration-actors.ts'
import type { WeighedCounty } from './job-list-text.ts'
import { workingMoment } from './past-connection.ts'
import type { PastAct, Stage } from './stage.ts'

/** The opening of a period that is a Jalali year. */
export function opensPeriod(province: string, year: number, day: JalaliDate): PastAct {
  const period = String(year)
  const actor = labourDirectorOf(province)
  const asked = {
    province,
    period,
    from: makeJalaliDate(year, 1, 1)!,
    to: makeJalaliDate(year, 12, 30) ?? makeJalaliDate(year, 12, 29)!,
  }
  const run = async ({ past: { database } }: Stage) => {
    await act(database, { actor, action: addPeriod.action, province, subject: asked }, (tx) =>
      openPeriod(tx, asked, { actor }),
    )
  }
  return { moment: workingMoment(day, 0), weight: 0, run }
}

type SplitWords = {
  province: string
  period: string
  total: number
  sectors: readonly ('agriculture' | 'industry' | 'services')[]
}
/** The grounds of a split, once the counties are known. */
export type Grounds = (
  counties: readonly WeighedCounty[],
) => { kind: 'chosen' | 'last-commitment' | 'last-achievement' | 'population'; [key: string]: unknown }[]

/** A commitment that is split by its grounds and, two days later, notified with a letter that says what it is. */
export function commits(
  { province, period, total }: Omit<SplitWords, 'sectors'>,
  grounds: Grounds,
  { splitOn, notifiedOn }: { splitOn: JalaliDate; notifiedOn: JalaliDate },
): PastAct[] {
  const actor = labourDirectorOf(province)
  const name = { province, period, baseline: 'provincial' } as const
  const split = async ({ past: { database }, counties }: Stage) => {
    const sectors = ['agriculture', 'industry', 'services']
    const order = splitCommitment.body.parse({ ...name, total, sectors, factors: grounds(counties) })
    await act(
      database,
      { actor, action: splitCommitment.action, province, subject: { ...name, total } },
      (tx) => splitIntoDraft(tx, order, { actor }),
    )
  }
  const notify = async ({ past: { database } }: Stage) => {
    const letter = { number: `نمایشی/${province}/${period}`, date: notifiedOn }
    const subject = { ...name, version: 1, letterNumber: letter.number, letterDate: letter.date }
    await act(database, { actor, action: 'commitment.notified', province, subject }, async (tx) => {
      await notifyVersion(tx, name, 1, letter, { actor })
      await settleNow(tx, province)
    })
  }
  return [
    { moment: workingMoment(splitOn, 0), weight: 500, run: split },
    { moment: workingMoment(notifiedOn, 0), weight: 500, run: notify },
  ]
}

/** Chosen weights: what an agency takes on, over its sectors and over the counties by their people. */
export function weighedBy(agencies: Readonly<Record<string, number>>): Grounds {
  return (counties) => {
    const values = Object.entries(agencies).flatMap(([agency, weight]) =>
      counties.flatMap((county) =>
        Object.entries(AGENCY_PROFILES[agency]!.sectors).map(([sector, share]) => ({
          agency,
          county: county.code,
          sector,
          value: Math.round((county.weight * weight * share) / 1000),
        })),
      ),
    )
    return [{ kind: 'chosen', values }]
  }
}
