import { writeSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { startImportQueue, localOperator, openRasad } from '../src/app.ts'

// Does what waits in the queue of a data folder and tells how far its runs are, so that somebody can kill it there.
const [folder = ''] = process.argv.slice(2)
const say = (word: string) => writeSync(1, `${word}\n`)

const rasad = await openRasad({ folder })
say('opened 0')
await startImportQueue(rasad, { known: () => localOperator() })
for (;;) {
  const { rows } = await rasad.pool.query<{ phase: string; progress: number }>(
    'select phase, progress from import_run order by asked_at desc limit 1',
  )
  for (const { phase, progress } of rows) say(`${phase} ${progress}`)
  await pause(20)
}
