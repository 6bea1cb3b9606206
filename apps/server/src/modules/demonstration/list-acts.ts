import { Readable } from 'node:stream'
import { importJobList, LARGEST_LIST_BYTES } from '../jobs/imports.commands.ts'
import { AGENCY_PROFILES } from './agency-profiles.ts'
import { officerOf } from './demonstration-actors.ts'
import { listText, makeRow, rowOf, type ListRow, type RowGrounds } from './job-list-text.ts'
import { workingMoment } from './past-connection.ts'
import type { ProvincePlan } from './province-plans.ts'
import { sentLists, type SentList } from './sent-lists.ts'
import type { PastAct, Stage } from './stage.ts'
import { mistypedNationalId } from './synthetic-people.ts'

/** Which persons of other agencies the lists from a month on claim as their own, and how many each. */
export type ClaimsOfLists = { fromMonth: number; perList: number }

type Sending = {
  plan: ProvincePlan
  /** The number of the first person; each province has numbers of its own. */
  firstNumber: number
  claims?: ClaimsOfLists
}

/** The lists of a province, sent on their days and imported as any list is. */
export function sendsLists({ plan, firstNumber, claims }: Sending): { lists: SentList[]; acts: PastAct[] } {
  const lists = sentLists(plan)
  const sent: { agency: string; month: number; row: ListRow }[] = []
  let number = firstNumber
  const next = () => number++
  const acts = lists.map((list, index) => {
    const { agency, day, months } = list
    const { province, period, word } = plan
    const moment = workingMoment(day, index % 300)
    const weight = months.reduce((sum, { jobs }) => sum + jobs, 0)
    const run = async ({ past, files, chance, counties }: Stage) => {
      const grounds = (month: SentList['months'][number]['month']): Omit<RowGrounds, 'number'> => ({
        month,
        sentOn: day,
        agency,
        profile: AGENCY_PROFILES[agency]!,
        counties,
        novelty: 'جدید',
      })
      const rows: (readonly string[])[] = []
      for (const { month, jobs } of months)
        for (let job = 0; job < jobs; job += 1) {
          const row = makeRow(chance, { ...grounds(month), number: next() })
          rows.push(row.cells)
          if (claims && month >= claims.fromMonth) sent.push({ agency, month, row })
        }
      const last = months.at(-1)!.month
      for (let many = Math.round(rows.length * plan.flaws.retained); many > 0; many -= 1)
        rows.push(makeRow(chance, { ...grounds(last), number: next(), novelty: 'تثبیت' }).cells)
      const right = rows.length
      for (let many = Math.round(right * plan.flaws.repeated); many > 0; many -= 1)
        rows.push(rows[chance.below(right)]!)
      for (let many = Math.round(right * plan.flaws.mistyped); many > 0; many -= 1) {
        const { cells } = makeRow(chance, { ...grounds(last), number: next() })
        rows.push([mistypedNationalId(number), ...cells.slice(1)])
      }
      if (claims && last > claims.fromMonth) {
        const others = sent.filter((row) => row.agency !== agency && row.month < last)
        for (let many = others.length > 0 ? claims.perList : 0; many > 0; many -= 1)
          rows.push(rowOf(chance, chance.pick(others).row.person, grounds(last)).cells)
      }
      const kept = await files.keep(Readable.from([listText(rows)]), LARGEST_LIST_BYTES)
      const name = `${word}-${agency.toLowerCase()}-${day}.csv`
      const order = { province, period, agency, kept, fileName: name, dryRun: false }
      await importJobList({ database: past.database, pool: past.pool, files }, order, {
        actor: officerOf(province, agency),
        now: moment,
      })
    }
    return { moment, weight, run }
  })
  return { lists, acts }
}
