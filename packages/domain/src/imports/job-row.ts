import type { JalaliDate } from '../calendar/jalali.ts'
import type { Directness, Gender, JobType, NoveltyClass, ServiceType, Settlement } from '../jobs/job-kinds.ts'
import type { AgencyIndex } from '../organisations/agency-names.ts'
import type { Sector } from '../organisations/sectors.ts'
import type { NationalId } from '../persian/identifiers.ts'
import type { Rial } from '../persian/money.ts'
import type { PlaceIndex } from '../places/place-names.ts'

/** What the rows of one list are judged by. */
export type ImportContext = {
  /** The first and the last day of the commitment period. */
  period: { start: JalaliDate; end: JalaliDate }
  today: JalaliDate
  /** The counties of the province; those of another are unknown. */
  counties: PlaceIndex
  /** Its cities, each by the code of its county; those that are called like a county of the country are not among them. */
  cities: PlaceIndex
  agencies: AgencyIndex
  /** The sector of every code of ISIC, of two to four digits. */
  activities: ReadonlyMap<string, Sector>
  /** The code of the sender, who is meant where a row names no agency; null where every row has to name its own. */
  agency: string | null
  /** Whether whoever sends the list may speak for an agency that is not the sender. */
  mayFileFor: (agencyCode: string) => boolean
  /** The youngest age at the start date, in full years. */
  minimumAge: number
  /** The age above which a row is pointed out, never refused. */
  usualMaximumAge?: number
  /** The code of the county that the sheet is named after, meant where the sheet has no county column. */
  sheetCounty?: string
  /** The code of the county that the row stands under in such a sheet; it goes before the name of the sheet. */
  headingCounty?: string
  /** The code of the agency that the sheet is named after, meant in a list without a sender where the sheet has no agency column. */
  sheetAgency?: string
}

/** One job as a row of a list tells it: read, checked and in the product's own words. */
export type JobRow = {
  nationalId: NationalId
  /** Empty where the list gives a family name only. */
  firstName: string
  lastName: string
  fatherName: string | null
  birthDate: JalaliDate | null
  gender: Gender
  /** '09#########' */
  mobile: string | null
  education: string | null
  /** A county code of the province. */
  county: string
  /** The places below the county as the sender wrote them. */
  district: string | null
  ruralDistrict: string | null
  village: string | null
  place: string | null
  settlement: Settlement
  sector: Sector | 'unspecified'
  /** Two to four digits of ISIC, after its section letter where one was given. */
  isic: string | null
  jobType: JobType
  novelty: NoveltyClass
  directness: Directness
  employer: string | null
  workshopCode: string | null
  startDate: JalaliDate
  /** An agency code. */
  agency: string
  serviceType: ServiceType | null
  serviceDate: JalaliDate | null
  amountRial: Rial | null
  documentRef: string | null
  notes: string | null
}
