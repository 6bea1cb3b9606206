import { writeSync } from 'node:fs'
import path from 'node:path'
import { localOperator, openRasad } from '../src/app.ts'
import { importJobList } from '../src/modules/jobs/imports.commands.ts'

// Imports one list into a data folder and tells how far it is, a line at a time, so that somebody can kill it there.
const [folder = '', list = '', province = '', period = ''] = process.argv.slice(2)
const say = (word: string) => writeSync(1, `${word}\n`)

const rasad = await openRasad({ folder })
say('opened')
await importJobList(
  rasad,
  { province, period, agency: 'AGRI', path: list, fileName: path.basename(list), dryRun: false },
  {
    actor: localOperator(),
    now: Date.now(),
    onProgress: ({ phase, progress }) => say(`${phase} ${progress}`),
  },
)
say('done')
await rasad.close()
