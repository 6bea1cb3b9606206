import { openRasad } from '../src/app.ts'
import { startQueue } from '../src/tasks/queue.ts'

// A server of its own that does the work of the queue until it is killed: `queue-child.ts DATA`.
const rasad = await openRasad({ folder: process.argv[2] ?? '' })
await startQueue(rasad, undefined)
process.stdout.write('working\n')
