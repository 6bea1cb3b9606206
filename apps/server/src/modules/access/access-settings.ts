/** The organisation's own sign-in, by OpenID Connect. */
export type OidcSettings = {
  /** `https://login.example.ir/realms/office`: its discovery document lies under it. */
  issuer: string
  clientId: string
  clientSecret: string
  /** What the button says. */
  name: string
}

/** How people sign in here; what is left out has a default. */
export type AccessSettings = {
  /** The address people reach Rasad at; behind `https` the cookies are Secure. OIDC needs it. */
  url?: string | undefined
  oidc?: OidcSettings | undefined
  /** A session ends after so many minutes without a request. */
  idleMinutes?: number | undefined
  /** A session ends after so many hours, used or not. */
  sessionHours?: number | undefined
}

/** An office breaks for lunch and prayer without signing out. */
export const DEFAULT_IDLE_MINUTES = 120
/** One working day with its extra hours. */
export const DEFAULT_SESSION_HOURS = 12

/** Where the provider sends people back to, under the API. */
export const OIDC_PROVIDER = 'oidc'
export const OIDC_START = '/sign-in/oidc'
export const OIDC_CALLBACK = `/sign-in/callback/${OIDC_PROVIDER}`
