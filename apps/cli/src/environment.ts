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
}

/** Reads the environment; an empty variable is as good as none. */
export function readEnvironment(): Environment {
  const { RASAD_DATA, RASAD_LANG, LC_ALL, LANG, DATABASE_URL, DATABASE_OWNER_URL } = process.env
  return {
    folder: RASAD_DATA || undefined,
    language: RASAD_LANG || undefined,
    locale: LC_ALL || LANG || undefined,
    databaseUrl: DATABASE_URL || undefined,
    databaseOwnerUrl: DATABASE_OWNER_URL || undefined,
  }
}
