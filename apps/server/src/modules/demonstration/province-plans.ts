import { monthsBetween, type JalaliDate, type JalaliMonth } from '@rasad/domain/calendar/jalali'
import { announced } from './announced-totals.ts'
import { fixedDay, fixedMonth } from './fixed-days.ts'

/** A stretch of months whose jobs come to a total; the lists are sent on a day at its end. */
export type Stretch = {
  months: readonly JalaliMonth[]
  /** How much of the total each month brings, in any unit. */
  monthWeights: readonly number[]
  total: number
  /** After how many months the larger agencies send a list, and the others. */
  monthsOfAList: { large: number; small: number }
  /** The day no list of the stretch comes after. */
  lastDay: JalaliDate
}

/** What of a list comes beside the jobs that count: each is a share of its rows. */
export type ListFlaws = { retained: number; mistyped: number; repeated: number }

/** How the jobs of a province and period came in. */
export type ProvincePlan = {
  province: string
  /** What the province is called in file names. */
  word: string
  period: string
  /** Who takes part and how much of the work is theirs, in any unit; an assumption of the demonstration. */
  agencies: Readonly<Record<string, number>>
  /** How many of them, from the first, send lists more often. */
  largeAgencies: number
  stretches: readonly Stretch[]
  flaws: ListFlaws
}

const NO_FLAWS: ListFlaws = { retained: 0, mistyped: 0, repeated: 0 }

/** Of Lorestan's jobs from Shahrivar on, so many are found out as duplicates or withdrawn before the end of Azar. */
export const LORESTAN_DUPLICATES = 184
export const LORESTAN_WITHDRAWN = 61

const registeredToMordad = announced('15', '1404', 'registered', '1404-05-31')
const registeredToAzar = announced('15', '1404', 'registered', '1404-09-30')

/** Lorestan 1404: a year in which registrations go on. */
export const LORESTAN: ProvincePlan = {
  province: '15',
  word: 'lorestan',
  period: '1404',
  agencies: {
    KOMITEH: 27,
    AGRI: 18,
    SMT: 11,
    BEHZ: 10,
    LABOR: 8,
    BASIJ: 6,
    BARKAT: 5,
    MCTH: 4,
    TVTO: 4,
    GUILD: 3,
    NOMAD: 2,
    ROAD: 2,
  },
  largeAgencies: 3,
  stretches: [
    {
      months: monthsBetween(fixedMonth('1404-01'), fixedMonth('1404-05')),
      monthWeights: [9, 18, 23, 25, 25],
      total: registeredToMordad,
      monthsOfAList: { large: 1, small: 3 },
      lastDay: fixedDay('1404-05-31'),
    },
    {
      months: monthsBetween(fixedMonth('1404-06'), fixedMonth('1404-09')),
      monthWeights: [24, 24, 25, 27],
      total: registeredToAzar - registeredToMordad + LORESTAN_DUPLICATES + LORESTAN_WITHDRAWN,
      monthsOfAList: { large: 1, small: 2 },
      lastDay: fixedDay('1404-09-24'),
    },
  ],
  flaws: { retained: 0.03, mistyped: 0.008, repeated: 0.008 },
}

/** East Azerbaijan 1401: a year that is over, and realised in full. */
export const EAST_AZERBAIJAN: ProvincePlan = {
  province: '03',
  word: 'azarbayjan-sharghi',
  period: '1401',
  agencies: {
    SMT: 22,
    AGRI: 17,
    KOMITEH: 15,
    LABOR: 10,
    BEHZ: 7,
    ISIPO: 6,
    MCTH: 5,
    CARPET: 5,
    GUILD: 4,
    TVTO: 4,
    ROAD: 3,
    BASIJ: 2,
  },
  largeAgencies: 3,
  stretches: [
    {
      months: monthsBetween(fixedMonth('1401-01'), fixedMonth('1401-12')),
      monthWeights: [4, 6, 7, 8, 8, 9, 9, 9, 9, 10, 10, 11],
      total: announced('03', '1401', 'verified'),
      monthsOfAList: { large: 3, small: 6 },
      lastDay: fixedDay('1401-12-29'),
    },
  ],
  flaws: NO_FLAWS,
}

/** Khuzestan 1404, to the middle of Mehr. */
export const KHUZESTAN: ProvincePlan = {
  province: '06',
  word: 'khuzestan',
  period: '1404',
  agencies: {
    KOMITEH: 20,
    AGRI: 17,
    SMT: 12,
    LABOR: 9,
    BEHZ: 9,
    BASIJ: 8,
    BARKAT: 6,
    TVTO: 5,
    MCTH: 4,
    OIL: 4,
    FISH: 3,
    ROAD: 3,
  },
  largeAgencies: 3,
  stretches: [
    {
      months: monthsBetween(fixedMonth('1404-01'), fixedMonth('1404-07')),
      monthWeights: [9, 15, 17, 17, 17, 17, 8],
      total: announced('06', '1404', 'registered'),
      monthsOfAList: { large: 3, small: 4 },
      lastDay: fixedDay('1404-07-14'),
    },
  ],
  flaws: { retained: 0, mistyped: 0.004, repeated: 0 },
}
