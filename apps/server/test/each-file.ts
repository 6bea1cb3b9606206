import { afterAll } from 'vitest'
import { forgetNationalIds } from './national-ids.ts'
import { closeWorlds } from './world.ts'

// A process runs many test files: what one of them opened or counted is nothing to the next.
forgetNationalIds()
afterAll(closeWorlds)
