import { afterAll } from 'vitest'
import { forgetNationalIds } from '../apps/server/test/national-ids.ts'
import { leaveBrowser } from './visit.ts'

// A process runs many journeys: what one of them opened or counted is nothing to the next.
forgetNationalIds()
afterAll(leaveBrowser)
