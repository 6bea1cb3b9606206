import type { FileStore } from '../../platform/file-store.ts'
import type { Chance } from './chance.ts'
import type { WeighedCounty } from './job-list-text.ts'
import type { PastConnection } from './past-connection.ts'

/** What the acts of one province are brought about with. */
export type Stage = {
  past: PastConnection
  files: FileStore
  chance: Chance
  counties: readonly WeighedCounty[]
}

/** Something that happened in a province on its day. */
export type PastAct = {
  moment: number
  /** How much work it is beside the others, in jobs. */
  weight: number
  run: (stage: Stage) => Promise<void>
}
