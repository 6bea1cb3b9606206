import type { NamedScope } from '@rasad/contracts/access'
import type { Token, User } from '@rasad/contracts/users'
import { TOKEN_REFUSAL_TEXT } from '@rasad/domain/access/token-refusal-text'
import { ACCESS_TEXT } from './access-text.ts'
import { formattingOf } from '@rasad/domain/persian/formatting'
import type { Language } from './language.ts'
import { tableLines } from './table-printing.ts'

function placeText(language: Language, { province, county, agency, bank }: NamedScope): string {
  const places = [province, county, agency, bank].flatMap((place) => {
    if (!place) return []
    return language === 'en' && place.nameEn !== '' ? place.nameEn : place.name
  })
  return places.length === 0 ? ACCESS_TEXT[language].country : places.join(' · ')
}

function stateText(language: Language, { lockedAt, lockedOutUntil, mustChangePassword }: User): string {
  const text = ACCESS_TEXT[language]
  if (lockedAt !== null) return text.locked
  if (lockedOutUntil !== null) return `${text.lockedOut} ${formattingOf(language).moment(lockedOutUntil)}`
  return mustChangePassword ? text.mustChange : text.open
}

/** Users as a table. */
export function userLines(language: Language, users: readonly User[], next: string | null): string[] {
  const text = ACCESS_TEXT[language]
  const { moment } = formattingOf(language)
  if (users.length === 0) return [text.none]
  const headers = [text.account, text.name, text.role, text.place, text.state, text.lastSignIn]
  const rows = users.map((user) => [
    user.userName,
    user.name,
    user.role,
    placeText(language, user.scope),
    stateText(language, user),
    user.lastSignInAt === null ? '—' : moment(user.lastSignInAt),
  ])
  const table = tableLines(
    headers.map((header) => ({ header, align: 'start' })),
    rows,
  )
  return [...table, ...(next === null ? [] : [`${text.more} ${next}`])]
}

/** A user, and the password that is said once. */
export function oneTimeLines(
  language: Language,
  { user, oneTimePassword }: { user: User; oneTimePassword: string | null },
): string[] {
  const said = oneTimePassword === null ? [] : [`${ACCESS_TEXT[language].oneTimePassword} ${oneTimePassword}`]
  return [...userLines(language, [user], null), ...said]
}

/** Tokens as a table. */
export function tokenLines(language: Language, tokens: readonly Token[]): string[] {
  const text = ACCESS_TEXT[language]
  const { moment } = formattingOf(language)
  if (tokens.length === 0) return [text.noTokens]
  const headers = [text.id, text.name, text.place, text.permissions, text.expires, text.state]
  const rows = tokens.map(({ tokenId, name, scope, permissions, expiresAt, refusal, addedBy }) => [
    String(tokenId),
    name,
    placeText(language, scope),
    permissions.join(','),
    expiresAt === null ? '—' : moment(expiresAt),
    refusal === null ? text.valid : `${TOKEN_REFUSAL_TEXT[language][refusal]} (${addedBy})`,
  ])
  return tableLines(
    headers.map((header) => ({ header, align: 'start' })),
    rows,
  )
}
