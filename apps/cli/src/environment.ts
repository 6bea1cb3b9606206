/** What the running system is told to do by itself and when, as it is written in the environment. */
export type ScheduleWords = {
  /** `off` and nothing is done by itself. */
  schedules?: string | undefined
  backupAt?: string | undefined
  backupKeep?: string | undefined
  checkAt?: string | undefined
  drillAt?: string | undefined
}

/** How people reach and enter the running system, as it is written in the environment. */
export type AccessWords = {
  url?: string | undefined
  /** `allowed` and passwords may cross the network unencrypted. */
  plainHttp?: string | undefined
  trustProxy?: string | undefined
  idleMinutes?: string | undefined
  sessionHours?: string | undefined
  oidcIssuer?: string | undefined
  oidcClientId?: string | undefined
  oidcClientSecret?: string | undefined
  oidcName?: string | undefined
}

/** What the process is told from outside. This is the only file that reads the environment. */
export type Environment = {
  /** The data folder, where no `--data` names one. */
  folder: string | undefined
  /** `fa` or `en`, where no `--lang` says it. */
  language: string | undefined
  /** The locale of the terminal, such as `en_GB.UTF-8`. */
  locale: string | undefined
  databaseUrl: string | undefined
  databaseOwnerUrl: string | undefined
  schedules?: ScheduleWords
  access?: AccessWords
}

/** Reads the environment; an empty variable is as good as none. */
export function readEnvironment(): Environment {
  const { RASAD_DATA, RASAD_LANG, LC_ALL, LANG, DATABASE_URL, DATABASE_OWNER_URL } = process.env
  const { RASAD_SCHEDULES, RASAD_BACKUP_AT, RASAD_BACKUP_KEEP, RASAD_CHECK_AT, RASAD_DRILL_AT } = process.env
  const { RASAD_URL, RASAD_PLAIN_HTTP, RASAD_TRUST_PROXY, RASAD_IDLE_MINUTES, RASAD_SESSION_HOURS } =
    process.env
  const { RASAD_OIDC_ISSUER, RASAD_OIDC_CLIENT_ID, RASAD_OIDC_CLIENT_SECRET, RASAD_OIDC_NAME } = process.env
  return {
    folder: RASAD_DATA || undefined,
    language: RASAD_LANG || undefined,
    locale: LC_ALL || LANG || undefined,
    databaseUrl: DATABASE_URL || undefined,
    databaseOwnerUrl: DATABASE_OWNER_URL || undefined,
    schedules: {
      schedules: RASAD_SCHEDULES || undefined,
      backupAt: RASAD_BACKUP_AT || undefined,
      backupKeep: RASAD_BACKUP_KEEP || undefined,
      checkAt: RASAD_CHECK_AT || undefined,
      drillAt: RASAD_DRILL_AT || undefined,
    },
    access: {
      url: RASAD_URL || undefined,
      plainHttp: RASAD_PLAIN_HTTP || undefined,
      trustProxy: RASAD_TRUST_PROXY || undefined,
      idleMinutes: RASAD_IDLE_MINUTES || undefined,
      sessionHours: RASAD_SESSION_HOURS || undefined,
      oidcIssuer: RASAD_OIDC_ISSUER || undefined,
      oidcClientId: RASAD_OIDC_CLIENT_ID || undefined,
      oidcClientSecret: RASAD_OIDC_CLIENT_SECRET || undefined,
      oidcName: RASAD_OIDC_NAME || undefined,
    },
  }
}
