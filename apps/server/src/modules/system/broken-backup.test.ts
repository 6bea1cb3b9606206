import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openOwnRasad, ownFolder, type OwnRasad } from '../../../test/own-rasad.ts'
import { localOperator } from '../../app.ts'
import { listBackups } from '../../platform/backup/backup-folder.ts'
import { makeBackup } from './backup.commands.ts'
import { runDrill } from './drill.commands.ts'

const CHILD = path.join(import.meta.dirname, '..', '..', '..', 'test', 'backup-child.ts')
const folder = ownFolder()
const actor = localOperator()
let own: OwnRasad

beforeAll(async () => {
  own = await openOwnRasad(path.join(folder.at, 'data'))
  await own.openPeriod('15')
  for (let n = 0; n < 3; n += 1) await own.importList('15')
})

afterAll(async () => {
  await own[Symbol.asyncDispose]()
  folder[Symbol.dispose]()
})

test.each(['tables', 'files'])(
  'a backup that is killed among the %s leaves nothing that looks whole, and the next one clears it away',
  async (phase) => {
    const to = path.join(folder.at, `killed-${phase}`)
    const child = spawn(process.execPath, [CHILD, own.rasad.folder, to, phase], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const ended = once(child, 'close')
    const [said] = (await once(child.stdout, 'data')) as [Buffer]
    expect(said.toString()).toBe('halfway\n')
    await expect(makeBackup(own.rasad, { to }, { actor, now: Date.now() })).rejects.toMatchObject({
      code: 'backup.running',
    })
    child.kill('SIGKILL')
    await ended

    expect(await listBackups(to)).toEqual([])
    expect(readdirSync(to)).toEqual([expect.stringMatching(/^draft-/)])
    await expect(runDrill(own.rasad, { from: to }, { actor, now: Date.now() })).rejects.toMatchObject({
      code: 'backup.none',
    })

    const next = await makeBackup(own.rasad, { to }, { actor, now: Date.now() })
    expect(readdirSync(to)).toEqual([next.name])
  },
)

test('a backup that finds no room ends with the reason and leaves nothing behind', async () => {
  const to = path.join(folder.at, 'full')
  mkdirSync(to)
  // Files may not grow past 16 KiB in this process: writing fails as it does on a full disk.
  const child = spawn(
    'sh',
    ['-c', `ulimit -f 32; exec "$0" "$@"`, process.execPath, CHILD, own.rasad.folder, to],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  const ended = once(child, 'close')
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const [code] = (await ended) as [number]

  expect({ code, said }).toEqual({ code: 1, said: 'refused EFBIG\n' })
  expect(readdirSync(to)).toEqual([])
})

test('a backup that is told to end in the middle of a table leaves nothing behind, and the next one is whole', async () => {
  const to = path.join(folder.at, 'ended')
  let told = 0
  const onProgress = () => {
    told += 1
    if (told === 5) throw new Error('the end is asked for')
  }

  await expect(makeBackup(own.rasad, { to }, { actor, now: Date.now(), onProgress })).rejects.toThrow(
    'the end',
  )
  expect(readdirSync(to)).toEqual([])
  const next = await makeBackup(own.rasad, { to }, { actor, now: Date.now() })
  expect(readdirSync(to)).toEqual([next.name])
})

test('the draft of another database stays', async () => {
  const to = path.join(folder.at, 'shared')
  const others = path.join(to, 'draft-1234-5-of-another')
  mkdirSync(others, { recursive: true })
  writeFileSync(path.join(others, 'table'), 'rows')

  const made = await makeBackup(own.rasad, { to }, { actor, now: Date.now() })

  expect(readdirSync(to).toSorted()).toEqual(['draft-1234-5-of-another', made.name])
  expect(readFileSync(path.join(others, 'table'), 'utf8')).toBe('rows')
})
