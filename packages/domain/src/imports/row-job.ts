import { readSector } from '../organisations/sectors.ts'
import type { NationalId } from '../persian/identifiers.ts'
import type { JobRow } from './job-row.ts'
import {
  readDirectness,
  readGender,
  readJobType,
  readNovelty,
  readServiceType,
  readSettlement,
} from './kind-words.ts'
import { remembering } from './remembering.ts'
import { readStartDate } from './row-dates.ts'
import { readAmount, readIsic, readServiceDate, readWorkshop } from './row-details.ts'
import { textOf, type RowInHand } from './row-notes.ts'
import { readBirthDate, readMobileOf, readName } from './row-person.ts'
import { counted, readAgency, readCounty, told } from './row-standing.ts'

type Needed = 'nationalId' | 'county' | 'agency' | 'startDate'
/** A job of which something that cannot be done without may be missing. */
export type DraftJob = Omit<JobRow, Needed> & { [Key in Needed]: JobRow[Key] | undefined }

const sectorOf = remembering(readSector)

/** Reads every column of a row; what is wrong or was mended is noted in the row. */
export function readJob(row: RowInHand, nationalId: NationalId | undefined): DraftJob {
  const { columns } = row.mapping
  const { firstName, lastName } = readName(row)
  const startDate = readStartDate(row)
  return {
    nationalId,
    firstName,
    lastName,
    fatherName: textOf(row, columns.fatherName, 'fatherName'),
    birthDate: readBirthDate(row, startDate),
    gender: told(row, 'gender', readGender, 'unspecified', 'gender.unknown'),
    mobile: readMobileOf(row),
    education: textOf(row, columns.education, 'education'),
    county: readCounty(row),
    district: textOf(row, columns.district, 'district'),
    ruralDistrict: textOf(row, columns.ruralDistrict, 'ruralDistrict'),
    village: textOf(row, columns.village, 'village'),
    place: textOf(row, columns.place, 'place'),
    settlement: told(row, 'settlement', readSettlement, 'unspecified', 'settlement.unknown'),
    sector: counted(row, 'sector', sectorOf, 'unspecified'),
    isic: readIsic(row),
    jobType: told(row, 'jobType', readJobType, 'unspecified', 'job-type.unknown'),
    novelty: counted(row, 'novelty', readNovelty, 'new'),
    directness: counted(row, 'directness', readDirectness, 'direct'),
    employer: textOf(row, columns.employer, 'employer'),
    workshopCode: readWorkshop(row),
    startDate,
    agency: readAgency(row),
    serviceType: told(row, 'serviceType', readServiceType, null, 'service-type.unknown'),
    serviceDate: readServiceDate(row, startDate),
    amountRial: readAmount(row),
    documentRef: textOf(row, columns.documentRef, 'documentRef'),
    notes: textOf(row, columns.notes, 'notes'),
  }
}

/** Whether nothing that a job needs is missing. */
export function isWhole(job: DraftJob): job is DraftJob & JobRow {
  const { nationalId, county, agency, startDate } = job
  return nationalId !== undefined && county !== undefined && agency !== undefined && startDate !== undefined
}
