import type { Scope } from '@rasad/domain/access/scope'
import pg from 'pg'

/** The roles a reading answer is given under, one for each level of scope (migration 0011, ADR scope-in-sql). */
export const READER_ROLES = [
  'rasad_national',
  'rasad_province',
  'rasad_county',
  'rasad_agency',
  'rasad_agency_county',
  'rasad_bank',
] as const
type ReaderRole = (typeof READER_ROLES)[number]

/** The role that the application acts as: it owns nothing. */
export const APP_ROLE = 'rasad_app'

/** The role that a change of somebody who does not stand above the provinces is made under. */
export const PROVINCE_WRITER_ROLE = 'rasad_write_province'

/** The statements that put a transaction behind the fence of a scope, for reading. */
export function readingAs(scope: Scope): string {
  return ['', ...settingsOf(scope), `set local role ${readerOf(scope)}`].join('; ')
}

/** As `readingAs`, for changes: they are fenced by province; the whole country's are the application's own. */
export function writingAs(scope: Scope): string {
  if (scope.level === 'national') return ''
  return `; ${setting('province', scope.province)}; set local role ${PROVINCE_WRITER_ROLE}`
}

/** The statement with which a transaction that reads behind the fence of a scope goes on to write. */
export function goingOnToWriteAs(scope: Scope): string {
  return `set local role ${scope.level === 'national' ? APP_ROLE : PROVINCE_WRITER_ROLE}`
}

function readerOf(scope: Scope): ReaderRole {
  if (scope.level === 'agency' && scope.county !== undefined) return 'rasad_agency_county'
  return `rasad_${scope.level}`
}

function settingsOf(scope: Scope): string[] {
  if (scope.level === 'national') return []
  return [
    setting('province', scope.province),
    ...('county' in scope && scope.county !== undefined ? [setting('county', scope.county)] : []),
    ...(scope.level === 'agency' ? [setting('agency', scope.agency)] : []),
  ]
}

function setting(name: 'province' | 'county' | 'agency', value: string): string {
  return `set local rasad.${name} = ${pg.escapeLiteral(value)}`
}

/** The role that a transaction's opening statements leave it under; empty for the application's own. */
export function roleIn(opening: string): string {
  return /set local role (\w+)/.exec(opening)?.[1] ?? ''
}
