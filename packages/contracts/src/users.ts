import { PERMISSIONS } from '@rasad/domain/access/permissions'
import { ROLES } from '@rasad/domain/access/roles'
import { TOKEN_REFUSALS } from '@rasad/domain/access/token-rights'
import { z } from 'zod'
import { NamedScope, Password, UserName } from './access.ts'
import { defineChange, defineRead } from './define-route.ts'
import { AgencyCode, CountyCode, ProvinceCode, Text, WholeNumber, Words } from './wire.ts'

const nothing = z.object({})
/** The version that whoever asks saw; the change is refused when somebody else was quicker. */
const Seen = { version: z.number().int().optional() }
const ByName = z.object({ userName: UserName })
const BankCode = Text.pipe(z.string().regex(/^[A-Z0-9_-]{2,20}$/)).meta({ id: 'BankCode' })

/** A role and where it stands; which places it needs is the role's rule. */
const Standing = z.object({
  role: z.enum(ROLES),
  province: ProvinceCode.optional(),
  county: CountyCode.optional(),
  agency: AgencyCode.optional(),
  bank: BankCode.optional(),
  /** The agency that employs an officer or inspector of a province or county; it may not judge its own jobs. */
  employer: AgencyCode.optional(),
})

/** Somebody who may sign in. */
export const User = z
  .object({
    userName: z.string(),
    name: z.string(),
    role: z.enum(ROLES),
    scope: NamedScope,
    /** The agency they work for. */
    agency: z.string().nullable(),
    secondFactor: z.object({ needed: z.boolean(), on: z.boolean() }),
    mustChangePassword: z.boolean(),
    /** Locked by somebody; null for an open account. */
    lockedAt: z.string().nullable(),
    lockedBy: z.string().nullable(),
    lockReason: z.string().nullable(),
    /** Locked by too many wrong passwords until then. */
    lockedOutUntil: z.string().nullable(),
    lastSignInAt: z.string().nullable(),
    addedAt: z.string(),
    /** In how many browsers they are signed in. */
    sessions: z.number().int(),
    /** Rises with every change of the name, the role, the place or the lock. */
    version: z.number().int(),
    /** The last of these changes; null before the first. */
    changed: z.object({ by: z.string(), at: z.string() }).nullable(),
  })
  .meta({ id: 'User' })
export type User = z.infer<typeof User>

/** A user, and a password that is said once and must be changed at the first sign-in; null when one was given. */
const UserWithPassword = z.object({ user: User, oneTimePassword: z.string().nullable() })

export const listUsers = defineRead({
  path: '/users',
  summary: 'The users of a scope, by name',
  permission: 'user.read',
  params: nothing,
  query: z.object({
    province: ProvinceCode.optional(),
    role: z.enum(ROLES).optional(),
    /** Parts of the name or the user name, in any order and spelling. */
    q: Text.optional(),
    /** Continue behind this user: the `next` of the page before. */
    after: UserName.optional(),
    limit: WholeNumber.pipe(z.number().min(1).max(500)).default(50),
  }),
  response: z.object({ users: z.array(User), next: z.string().nullable() }),
})

export const getUser = defineRead({
  path: '/users/:userName',
  summary: 'One user of a scope',
  permission: 'user.read',
  params: ByName,
  query: nothing,
  response: User,
})

export const addUser = defineChange({
  method: 'POST',
  path: '/users',
  summary: 'Adds a user; without a password one is made and said once',
  permission: 'user.manage',
  action: 'user.added',
  audited: ['userName', 'role', 'province', 'county', 'agency', 'bank', 'employer'],
  params: nothing,
  query: nothing,
  body: Standing.extend({ userName: UserName, name: Words, password: Password.optional() }),
  response: UserWithPassword,
})

export const changeUserRole = defineChange({
  method: 'POST',
  path: '/users/:userName/role',
  summary: 'Gives a user another role or place and ends their sessions',
  permission: 'user.manage',
  action: 'user.role-changed',
  audited: ['role', 'province', 'county', 'agency', 'bank', 'employer'],
  params: ByName,
  query: nothing,
  body: Standing.extend(Seen),
  response: User,
})

export const renameUser = defineChange({
  method: 'POST',
  path: '/users/:userName/name',
  summary: 'Corrects the first and last name of a user; the audit keeps the one before',
  permission: 'user.manage',
  action: 'user.renamed',
  audited: ['name'],
  params: ByName,
  query: nothing,
  body: z.object({ name: Words, ...Seen }),
  response: User,
})

export const lockUser = defineChange({
  method: 'POST',
  path: '/users/:userName/lock',
  summary: 'Locks an account and ends its sessions',
  permission: 'user.manage',
  action: 'user.locked',
  audited: ['reason'],
  params: ByName,
  query: nothing,
  body: z.object({ reason: Words, ...Seen }),
  response: User,
})

export const unlockUser = defineChange({
  method: 'POST',
  path: '/users/:userName/unlock',
  summary: 'Opens an account that was locked, by somebody or by wrong passwords',
  permission: 'user.manage',
  action: 'user.unlocked',
  audited: [],
  params: ByName,
  query: nothing,
  body: nothing,
  response: User,
})

export const resetPassword = defineChange({
  method: 'POST',
  path: '/users/:userName/password',
  summary: 'Makes a password that is said once, and ends the sessions of the user',
  permission: 'user.manage',
  action: 'user.password-reset',
  audited: [],
  params: ByName,
  query: nothing,
  body: nothing,
  response: UserWithPassword,
})

export const resetSecondFactor = defineChange({
  method: 'POST',
  path: '/users/:userName/second-factor',
  summary: 'Takes away the second factor of somebody who lost it, and ends their sessions',
  permission: 'user.manage',
  action: 'user.second-factor-reset',
  audited: ['reason'],
  params: ByName,
  query: nothing,
  body: z.object({ reason: Words }),
  response: User,
})

export const endUserSessions = defineChange({
  method: 'POST',
  path: '/users/:userName/sessions/end',
  summary: 'Ends every session of a user, who may sign in again',
  permission: 'user.manage',
  action: 'user.sessions-ended',
  audited: ['reason'],
  params: ByName,
  query: nothing,
  body: z.object({ reason: Words }),
  response: User,
})

/** A key with which another system asks, instead of somebody who signs in. */
export const Token = z
  .object({
    tokenId: z.number().int(),
    name: z.string(),
    permissions: z.array(z.enum(PERMISSIONS)),
    scope: NamedScope,
    addedBy: z.string(),
    addedAt: z.string(),
    expiresAt: z.string().nullable(),
    revokedAt: z.string().nullable(),
    /** What it may do now: never more than whoever made it; empty while it is refused. */
    allowed: z.array(z.enum(PERMISSIONS)),
    /** Why it is refused now; null for one that is not. */
    refusal: z.enum(TOKEN_REFUSALS).nullable(),
  })
  .meta({ id: 'Token' })
export type Token = z.infer<typeof Token>

export const listTokens = defineRead({
  path: '/tokens',
  summary: 'The tokens of other systems, the newest first',
  permission: 'token.manage',
  params: nothing,
  query: nothing,
  response: z.object({ tokens: z.array(Token) }),
})

export const addToken = defineChange({
  method: 'POST',
  path: '/tokens',
  summary: 'Makes a token; its secret is said once. It may do no more than whoever makes it',
  permission: 'token.manage',
  action: 'token.added',
  audited: ['name', 'permissions', 'province', 'county', 'agency', 'days'],
  params: nothing,
  query: nothing,
  body: z.object({
    name: Words,
    permissions: z.array(z.enum(PERMISSIONS)).min(1),
    province: ProvinceCode.optional(),
    county: CountyCode.optional(),
    agency: AgencyCode.optional(),
    /** How long it is valid; without it until it is revoked. */
    days: z.number().int().min(1).max(3650).optional(),
  }),
  response: z.object({ token: Token, secret: z.string() }),
})

export const revokeToken = defineChange({
  method: 'POST',
  path: '/tokens/:tokenId/revocation',
  summary: 'Ends a token at once',
  permission: 'token.manage',
  action: 'token.revoked',
  audited: [],
  params: z.object({ tokenId: WholeNumber }),
  query: nothing,
  body: nothing,
  response: Token,
})
