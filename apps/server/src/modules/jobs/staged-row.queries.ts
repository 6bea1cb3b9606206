import { jalaliToIso, monthOf } from '@rasad/domain/calendar/jalali'
import { readEducation } from '@rasad/domain/imports/education'
import { activityLineOf } from '@rasad/domain/jobs/activity-line'
import type { JobRow } from '@rasad/domain/imports/read-row'
import { nameOrder } from '@rasad/domain/persian/search-words'
import { foldText } from '@rasad/domain/persian/text'
import { copyValue, copyWords } from '../../platform/bulk.ts'
import type { LowerPlaces } from '../places/lower-places.queries.ts'
import { wordsOfJob, type Register } from './job-words.queries.ts'

/** The columns of the staging table, in the order of `stagedLine`. */
export const STAGED_COLUMNS = `sheet integer, row_number integer, national_id text collate "C", first_name text, last_name text,
  father_name text, birth_date date, gender text, mobile text, name_key text, county_id text, rural_district_id text, village_id text,
  place_text text, agency_id text, sector text, job_type text, novelty text, directness text, settlement text, education text, isic text,
  activity_line text, employer text, workshop_code text, start_date date, month integer, service_type text, service_date date, amount_rial bigint,
  document_ref text, search_words tsvector, name_order text collate "C", corrections text[], warnings text[]`

/** A row that may be entered, as a line for COPY. */
export function stagedLine(
  sheet: number,
  row: number,
  job: JobRow,
  corrections: readonly string[],
  warnings: readonly string[],
  { places, register }: { places: LowerPlaces; register: Register },
): string {
  const place = places.find(job)
  const start = jalaliToIso(job.startDate)
  const values = [
    sheet,
    row,
    job.nationalId,
    copyValue(job.firstName),
    copyValue(job.lastName),
    copyValue(job.fatherName),
    job.birthDate === null ? '\\N' : jalaliToIso(job.birthDate),
    job.gender,
    copyValue(job.mobile),
    copyValue(foldText(`${job.firstName} ${job.lastName}`)),
    job.county,
    copyValue(place.ruralDistrict),
    copyValue(place.village),
    copyValue(place.text),
    job.agency,
    job.sector,
    job.jobType,
    job.novelty,
    job.directness,
    job.settlement,
    (job.education === null ? undefined : readEducation(job.education)) ?? 'unspecified',
    copyValue(job.isic),
    activityLineOf(job.isic),
    copyValue(job.employer),
    copyValue(job.workshopCode),
    start,
    monthOf(job.startDate),
    // An amount without a named service is finance: only a loan or grant has one.
    copyValue(job.serviceType ?? (job.amountRial === null ? null : 'finance')),
    job.serviceDate === null ? start : jalaliToIso(job.serviceDate),
    job.amountRial === null || job.amountRial <= 0n ? '\\N' : String(job.amountRial),
    copyValue(job.documentRef),
    wordsOfJob(register, job),
    copyValue(nameOrder(job.firstName, job.lastName)),
    copyWords(corrections),
    copyWords(warnings),
  ]
  return `${values.join('\t')}\n`
}
