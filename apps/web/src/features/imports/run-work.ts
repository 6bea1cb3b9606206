import type { ColumnWords } from './column-words.ts'
import type { Sending } from './sending-list.ts'

/** What the parts of a run's page share. */
export type RunWork = { words: ColumnWords; sending: Sending }
