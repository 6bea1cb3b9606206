import { PERMISSIONS } from '@rasad/domain/access/permissions'
import { ROLES } from '@rasad/domain/access/roles'
import { SCOPE_LEVELS } from '@rasad/domain/access/scope'
import { SIGN_IN_STATES } from '@rasad/domain/access/sign-in-state'
import { z } from 'zod'
import { defineChange, defineRead } from './define-route.ts'
import { Text } from './wire.ts'

/** A user name: small Latin letters, digits, `.`, `_` and `-`; capitals become small. */
export const UserName = Text.pipe(
  z
    .string()
    .toLowerCase()
    .regex(/^[a-z0-9][a-z0-9._-]{2,39}$/),
).meta({ id: 'UserName' })

/** A password as it was typed: nothing of it is folded. What a new one must be is a refusal, not a shape. */
export const Password = z.string().min(1).max(200)

/** Six digits of an authenticator, or a backup code. */
const Code = Text.pipe(z.string().min(6).max(30))

const nothing = z.object({})

const SignedIn = z.object({ state: z.enum(SIGN_IN_STATES) })

export const signIn = defineChange({
  method: 'POST',
  path: '/sign-in',
  summary: 'Signs in with user name and password; the session is a cookie',
  permission: 'anyone',
  action: 'access.signed-in',
  audited: [],
  params: nothing,
  query: nothing,
  body: z.object({ userName: Text.pipe(z.string().min(1).max(100)), password: Password }),
  response: SignedIn,
})

export const giveSecondFactor = defineChange({
  method: 'POST',
  path: '/sign-in/second-factor',
  summary: 'Gives the code of the authenticator, or a backup code, that the sign-in waits for',
  permission: 'anyone',
  action: 'access.second-factor-given',
  audited: [],
  params: nothing,
  query: nothing,
  body: z.object({ code: Code }),
  response: SignedIn,
})

export const signOut = defineChange({
  method: 'POST',
  path: '/sign-out',
  summary: 'Ends the session of the cookie; without one there is nothing to end',
  permission: 'anyone',
  action: 'access.signed-out',
  audited: [],
  params: nothing,
  query: nothing,
  body: nothing,
  response: nothing,
})

/** An account of a demonstration: its password and code are known on purpose. */
export const DemonstrationUser = z.object({
  userName: z.string(),
  name: z.string(),
  role: z.enum(ROLES),
  password: z.string(),
  /** The code of this half minute; null where the role needs none. */
  code: z.string().nullable(),
})
export type DemonstrationUser = z.infer<typeof DemonstrationUser>

export const getSignInOptions = defineRead({
  path: '/sign-in-options',
  summary: 'How somebody may sign in here',
  permission: 'anyone',
  params: nothing,
  query: nothing,
  response: z.object({
    /** Sign-in with the organisation's own provider: its name, and the address that begins it. */
    oidc: z.object({ name: z.string(), path: z.string() }).nullable(),
    demonstration: z.array(DemonstrationUser).nullable(),
  }),
})

const Named = z.object({ code: z.string(), name: z.string(), nameEn: z.string() })

/** How far somebody sees, with the names of its places; what a level does not have is null. */
export const NamedScope = z.object({
  level: z.enum(SCOPE_LEVELS),
  province: Named.nullable(),
  county: Named.nullable(),
  agency: Named.nullable(),
  bank: Named.nullable(),
})
export type NamedScope = z.infer<typeof NamedScope>

/** Who is signed in, what they may do, and what they must do first. */
export const Me = z
  .object({
    user: z.object({ userName: z.string(), name: z.string() }),
    /** Null for a token. */
    role: z.enum(ROLES).nullable(),
    scope: NamedScope,
    permissions: z.array(z.enum(PERMISSIONS)),
    /** The agency they work for, which may not judge its own jobs. */
    agency: Named.nullable(),
    secondFactor: z.object({
      /** The role may not be used without it. */
      needed: z.boolean(),
      /** An authenticator is set up. */
      on: z.boolean(),
      /** Its code was given in this session. */
      given: z.boolean(),
    }),
    mustChangePassword: z.boolean(),
    /** The people and records here are synthetic: everything that is shown says so. */
    demonstration: z.boolean(),
    /** `signed-in`, or what keeps everything but this account's own pages closed. */
    state: z.enum(SIGN_IN_STATES),
  })
  .meta({ id: 'Me' })
export type Me = z.infer<typeof Me>

export const getMe = defineRead({
  path: '/me',
  summary: 'Who is signed in',
  permission: 'signed-in',
  params: nothing,
  query: nothing,
  response: Me,
})

export const changePassword = defineChange({
  method: 'POST',
  path: '/me/password',
  summary: 'Changes the own password and ends every other session of the user',
  permission: 'signed-in',
  action: 'access.password-changed',
  audited: [],
  params: nothing,
  query: nothing,
  body: z.object({ current: Password, next: Password }),
  response: SignedIn,
})

export const startSecondFactor = defineChange({
  method: 'POST',
  path: '/me/second-factor',
  summary: 'Makes a secret for an authenticator; it counts from its first code on',
  permission: 'signed-in',
  action: 'access.second-factor-started',
  audited: [],
  params: nothing,
  query: nothing,
  body: z.object({ password: Password }),
  response: z.object({
    /** `otpauth://…`, to be shown as a picture. */
    uri: z.string(),
    /** The same secret to be typed. */
    secret: z.string(),
    backupCodes: z.array(z.string()),
  }),
})

export const confirmSecondFactor = defineChange({
  method: 'POST',
  path: '/me/second-factor/confirmation',
  summary: 'Turns the second factor on with the first code of the authenticator',
  permission: 'signed-in',
  action: 'access.second-factor-confirmed',
  audited: [],
  params: nothing,
  query: nothing,
  body: z.object({ code: Code }),
  response: SignedIn,
})

export const renewBackupCodes = defineChange({
  method: 'POST',
  path: '/me/second-factor/backup-codes',
  summary: 'Makes new backup codes for the second factor; those before are taken no more',
  permission: 'signed-in',
  action: 'access.backup-codes-renewed',
  audited: [],
  params: nothing,
  query: nothing,
  body: z.object({ password: Password }),
  response: z.object({ backupCodes: z.array(z.string()) }),
})

/** One place where the user is signed in. */
export const Session = z.object({
  sessionId: z.string(),
  /** The one that asks. */
  current: z.boolean(),
  startedAt: z.string(),
  endsAt: z.string(),
  address: z.string().nullable(),
  /** What the browser calls itself. */
  browser: z.string().nullable(),
})
export type Session = z.infer<typeof Session>

export const listSessions = defineRead({
  path: '/me/sessions',
  summary: 'Where the user is signed in',
  permission: 'signed-in',
  params: nothing,
  query: nothing,
  response: z.object({ sessions: z.array(Session) }),
})

export const endSession = defineChange({
  method: 'POST',
  path: '/me/sessions/:sessionId/end',
  summary: 'Ends one of the own sessions',
  permission: 'signed-in',
  action: 'access.session-ended',
  audited: [],
  params: z.object({ sessionId: z.string().min(1).max(64) }),
  query: nothing,
  body: nothing,
  response: nothing,
})
