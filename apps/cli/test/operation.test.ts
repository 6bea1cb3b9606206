import { appendFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeFolder, rasad } from './rasad.ts'

const folder = makeFolder()
const data = path.join(folder.path, 'داده')
const on = (...args: string[]) => [...args, '--data', data]
let backup: { folder: string; rows: number }

beforeAll(async () => {
  await rasad(on('period', 'add', '1404', '--province', '15', '--from', '1404-01-01', '--to', '1404-12-29'))
  const matrix = path.join(import.meta.dirname, '../../../docs/example/commitment-1404.csv')
  await rasad(on('commitment', 'set', matrix, '--province', '15', '--period', '1404'))
  const made = await rasad(on('backup', '--keep', '۲', '--json'))
  expect(made).toMatchObject({ code: 0, err: '' })
  backup = JSON.parse(made.out) as typeof backup
})

afterAll(() => folder.remove())

test('a drill says that everything agrees, and its result can be asked for again', async () => {
  const none = await rasad(on('drill', '--last', '--lang', 'en'))
  expect(none).toMatchObject({ code: 0, out: 'There has been no drill yet. To run one: rasad drill\n' })

  const drill = await rasad(on('drill', '--lang', 'en'))

  expect(drill).toMatchObject({ code: 0, err: '' })
  expect(drill.out).toContain(`Backup: ${path.basename(backup.folder)}`)
  expect(drill.out).toContain('Everything agrees.')
  const last = await rasad(on('drill', '--last', '--json'))
  expect(JSON.parse(last.out)).toMatchObject({ wrong: 0, rows: backup.rows, cells: 24 })
})

test('a backup comes back into an empty folder and not into one that holds something', async () => {
  const back = path.join(folder.path, 'back')
  const restored = await rasad(['restore', backup.folder, '--data', back])
  expect(restored).toMatchObject({ code: 0, err: '' })
  expect(restored.out).toContain('دفتر: همه‌چیز می‌خواند.')

  const periods = await rasad(['period', 'list', '--province', '15', '--json', '--data', back])
  expect(JSON.parse(periods.out)).toMatchObject({ periods: [{ period: '1404' }] })
  const again = await rasad(['restore', backup.folder, '--data', back, '--lang', 'en'])
  expect(again).toMatchObject({ code: 1, out: '' })
  expect(again.err).toContain(`${back} is not empty (postgres)`)
})

test('a damaged backup is refused by the name of the file, and the drill tells it with exit code 1', async () => {
  appendFileSync(path.join(backup.folder, 'public.province.copy.gz'), ' ')
  const target = path.join(folder.path, 'refused')

  const restored = await rasad(['restore', backup.folder, '--data', target, '--json'])
  expect(restored.code).toBe(1)
  expect(JSON.parse(restored.out)).toMatchObject({
    code: 'backup.damaged',
    params: { files: ['public.province.copy.gz'] },
  })
  expect(readdirSync(folder.path)).not.toContain('refused')
  const drill = await rasad(on('drill', '--lang', 'en'))
  expect(drill.code).toBe(1)
  expect(drill.out).toContain('file of the backup  public.province.copy.gz')
})

test('a number of backups to keep that is none is refused by its option', async () => {
  const refused = await rasad(on('backup', '--keep', '0', '--lang', 'en'))

  expect(refused.code).toBe(2)
  expect(refused.err).toContain('--keep')
})
