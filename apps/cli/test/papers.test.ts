import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { commandsOn, makeFolder, rasad } from './rasad.ts'

const folder = makeFolder()
const place = ['--province', '15', '--period', '1404']
const { on, answer } = commandsOn(folder.path)

const example = path.join(import.meta.dirname, '../../../docs/example/commitment-1404.csv')

beforeAll(async () => {
  await rasad(['init', '--data', folder.path])
  await answer('period', 'add', '1404', '--province', '15', '--from', '1404-01-01', '--to', '1404-12-29')
  await answer('commitment', 'set', example, ...place)
})

afterAll(() => folder.remove())

test('what an office prints and sends is written by the ending of its name, and another ending is refused', async () => {
  const files: [string, string, string[]][] = [
    ['رقم‌ها.pdf', '%PDF-', ['figures', ...place, '--by', 'county', '--also', 'women,rural']],
    ['نامه.pdf', '%PDF-', ['commitment', 'letter', ...place]],
    ['شغل‌ها.csv', '\ufeffشناسه', ['jobs', 'list', ...place]],
    ['شغل‌ها.xlsx', 'PK', ['jobs', 'list', ...place]],
    ['کاربرگ.xlsx', 'PK', ['import', 'template', ...place, '--agency', 'AGRI']],
  ]
  for (const [name, start, args] of files) {
    const at = path.join(folder.path, name)
    expect(await on(...args, '--out', at)).toMatchObject({ code: 0, out: `نوشته شد: ${at}\n` })
    expect(readFileSync(at, 'utf8').startsWith(start)).toBe(true)
  }

  const refused = await on('commitment', 'letter', ...place, '--out', path.join(folder.path, 'نامه.docx'))
  expect(refused).toMatchObject({ code: 2, out: '' })
  expect(refused.err).toContain('نامه.docx')
})
