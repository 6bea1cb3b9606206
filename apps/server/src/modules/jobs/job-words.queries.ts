import type { JobRow } from '@rasad/domain/imports/read-row'
import { readWanted, searchWords, spellingsOf } from '@rasad/domain/persian/search-words'
import { sql, type RawBuilder } from 'kysely'
import type { ReadDb } from '../../platform/db.ts'

/** Where a job stands: found among those of its province and period only. */
export type Register = { province: string; period: string }

/** The words a job is found by, as a `tsvector` is written. */
export function wordsOfJob({ province, period }: Register, job: JobRow): string {
  const words = [job.firstName, job.lastName, job.employer ?? ''].flatMap(searchWords)
  return [...words, `${province}/${period}`].map(quoted).join(' ')
}

/** What a search found: the jobs one by one, or what is true of each where they are too many to name. */
export type Found = { jobIds?: readonly number[]; conditions: readonly RawBuilder<unknown>[] }

/** So many jobs a search names one by one; beyond, nearly any order soon meets one. */
export const MOST_FOUND = 10_000

/** The jobs that a text typed by a person finds; all of them when it says nothing. */
export async function findByText(db: ReadDb, register: Register, text: string): Promise<Found> {
  const { digits, words } = readWanted(text)
  const parts = digits.map((begin) => findByNationalId(db, register, begin))
  if (words.length > 0) parts.push(findByWords(db, register, words))
  return (await Promise.all(parts)).reduce(both, { conditions: [] })
}

function both(one: Found, other: Found): Found {
  const conditions = [...one.conditions, ...other.conditions]
  const among = other.jobIds && new Set(other.jobIds)
  const jobIds = one.jobIds?.filter((jobId) => among?.has(jobId) ?? true) ?? other.jobIds
  return jobIds === undefined ? { conditions } : { jobIds, conditions }
}

async function findByWords(
  db: ReadDb,
  { province, period }: Register,
  words: readonly string[],
): Promise<Found> {
  const spellings = spellingsOf(words).map(
    (each) => `(${each.map((word) => `${quoted(word)}:*`).join(' & ')})`,
  )
  const query = `${quoted(`${province}/${period}`)} & (${spellings.join(' | ')})`
  const { rows } = await sql<{ jobId: number }>`
    select job_id from find_jobs_by_words(${province}, ${query}::tsquery, ${MOST_FOUND + 1}) as job_id`.execute(
    db,
  )
  return named(rows, sql`search_words @@ ${query}::tsquery`)
}

function named(rows: readonly { jobId: number }[], condition: RawBuilder<unknown>): Found {
  if (rows.length > MOST_FOUND) return { conditions: [condition] }
  return { jobIds: rows.map(({ jobId }) => jobId), conditions: [] }
}

/** A national ID by its beginning, or whole without the zeros that a spreadsheet dropped. */
async function findByNationalId(db: ReadDb, { province, period }: Register, digits: string): Promise<Found> {
  const beyond = digits.slice(0, -1) + String.fromCharCode(digits.charCodeAt(digits.length - 1) + 1)
  const person = sql`person.province_id = ${province} and (
    (national_id >= ${digits} and national_id < ${beyond}) or national_id = ${digits.padStart(10, '0')})`
  const { rows } = await sql<{ jobId: number }>`
    select job_id from person join job on job.province_id = person.province_id and job.person_id = person.person_id
    where ${person} and period_id = ${period} limit ${MOST_FOUND + 1}`.execute(db)
  return named(rows, sql`exists (select 1 from person where person.person_id = job.person_id and ${person})`)
}

function quoted(word: string): string {
  return `'${word}'`
}
