import { join } from 'node:path'

/** Where pictures and logs of a run are left; git ignores it. */
export const ARTEFACTS = join(import.meta.dirname, 'artefacts')
