import type { ColumnWords } from './column-words.ts'

/** What is said of a list besides its file: what its headers mean, and who sends it (an agency, or several as its rows say). */
export type RunWork = { words: ColumnWords; sender: string | undefined }
