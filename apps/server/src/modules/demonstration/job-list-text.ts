import { monthLength, type JalaliDate, type JalaliMonth } from '@rasad/domain/calendar/jalali'
import { activityCell } from './activities.ts'
import type { AgencyProfile } from './agency-profiles.ts'
import type { Chance } from './chance.ts'
import { makePerson, type SyntheticPerson } from './synthetic-people.ts'

/** A row of a list: a synthetic person and their job, as the agency writes it. */
export type ListRow = { person: SyntheticPerson; county: string; startDate: string; cells: readonly string[] }

/** A county by name, and how much of the work lies in it. */
export type WeighedCounty = { code: string; name: string; weight: number }

const TITLE = 'داده‌های نمایشی رصد؛ همهٔ اشخاص این فهرست ساختگی‌اند'
const HEADER = [
  'کد ملی',
  'نام',
  'نام خانوادگی',
  'نام پدر',
  'تاریخ تولد',
  'جنسیت',
  'تحصیلات',
  'شهرستان',
  'تاریخ شروع به کار',
  'شهری/روستایی',
  'بخش',
  'کد آیسیک',
  'نوع اشتغال',
  'جدید/تثبیت',
  'نام کارفرما',
  'نوع خدمت',
  'مبلغ تسهیلات (میلیون تومان)',
]

const SECTOR_WORDS = { agriculture: 'کشاورزی', industry: 'صنعت', services: 'خدمات' }
const JOB_TYPE_WORDS = {
  wage: 'مزدبگیر',
  'self-employed': 'خوداشتغالی',
  'home-based': 'مشاغل خانگی',
  cooperative: 'عضو تعاونی',
}

/** A list as the text of a CSV file. */
export function listText(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${[[TITLE], HEADER, ...rows].map((cells) => `${cells.join(',')}\r\n`).join('')}`
}

/** What the job of a row is made from. */
export type RowGrounds = {
  number: number
  month: JalaliMonth
  /** The day the list is sent: no job of it starts later. */
  sentOn: JalaliDate
  agency: string
  profile: AgencyProfile
  counties: readonly WeighedCounty[]
  novelty: 'جدید' | 'تثبیت'
}

/** A row of somebody new. */
export function makeRow(chance: Chance, grounds: RowGrounds): ListRow {
  const { number, month, profile } = grounds
  const year = Math.floor(month / 100)
  const person = makePerson(chance, number, { year, womenShare: profile.womenShare })
  return rowOf(chance, person, grounds)
}

/** A row of somebody whom a list names already, in the words of another sender. */
export function rowOf(
  chance: Chance,
  person: SyntheticPerson,
  { month, sentOn, agency, profile, counties, novelty }: Omit<RowGrounds, 'number'>,
): ListRow {
  const county = pickCounty(chance, counties)
  const startDate = startIn(chance, month, sentOn)
  const jobType = chance.weighted(profile.jobTypes)
  const hasWorkplace = jobType === 'wage' || jobType === 'cooperative'
  const loan = profile.loan === null || hasWorkplace ? '' : String(loanOf(chance, profile.loan))
  const isRural = chance.next() < profile.ruralShare
  const sector = chance.weighted(profile.sectors)
  const cells = [
    person.nationalId,
    person.firstName,
    person.lastName,
    person.fatherName,
    person.birthDate,
    person.isWoman ? 'زن' : 'مرد',
    person.education,
    county.name,
    startDate,
    isRural ? 'روستایی' : 'شهری',
    SECTOR_WORDS[sector],
    activityCell(agency, sector, person.nationalId),
    JOB_TYPE_WORDS[jobType],
    novelty,
    hasWorkplace ? `${chance.pick(profile.workplaces)} ${1 + chance.below(40)}` : '',
    profile.service,
    loan,
  ]
  return { person, county: county.code, startDate, cells }
}

function pickCounty(chance: Chance, counties: readonly WeighedCounty[]): WeighedCounty {
  let left = chance.next() * counties.reduce((sum, { weight }) => sum + weight, 0)
  return counties.find(({ weight }) => (left -= weight) < 0) ?? counties[0]!
}

function startIn(chance: Chance, month: JalaliMonth, sentOn: JalaliDate): string {
  const [year, number] = [Math.floor(month / 100), month % 100]
  const two = (value: number) => String(value).padStart(2, '0')
  const isSendingMonth = sentOn.startsWith(`${year}-${two(number)}`)
  const days = isSendingMonth ? Number(sentOn.slice(8)) : monthLength(year, number)
  return `${year}/${two(number)}/${two(1 + chance.below(days))}`
}

function loanOf(chance: Chance, [least, most]: readonly [number, number]): number {
  return least + 10 * chance.below((most - least) / 10 + 1)
}
