import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { Problem } from '../problem.ts'
import { MOST_PAPER_ROWS, requirePaperSize, writePaper } from './typst.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'rasad-paper-test-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const words = { page: 'صفحهٔ', of: 'از' }

async function setPaper(layout: string, data: object): Promise<Buffer> {
  const at = path.join(folder, `${Math.random()}.typ`)
  writeFileSync(at, layout)
  const out = `${at}.pdf`
  await writePaper(out, {
    layout: pathToFileURL(at),
    data: { language: 'fa', title: 'آزمون', words, ...data },
    now: 0,
  })
  return readFileSync(out)
}

test('whatever signs a name holds, it is text on paper and not a program', async () => {
  const names = [
    '#panic("run")',
    '#read("/etc/passwd")',
    '*bold* _x_ $ y $ @ref <a> \\',
    '= heading',
    '\u202e abc',
    '',
  ]

  const pdf = await setPaper('#ruled-table((1fr,), ("نام",), d.rows, (), x => right)', {
    rows: names.map((name) => [name]),
  })

  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
})

test('a paper that cannot be set fails by itself, and the next is set all the same', async () => {
  const failing = setPaper('#panic("no")', {})
  const whole = setPaper('سلام', {})

  await expect(failing).rejects.toThrow('the paper was not set')
  expect((await whole).length).toBeGreaterThan(1000)
})

test('the same paper made at the same moment has the same bytes', async () => {
  const [one, other] = [await setPaper('سلام', {}), await setPaper('سلام', {})]

  expect(one.equals(other)).toBe(true)
})

test('more rows than paper is for are refused with the limit', () => {
  expect(() => requirePaperSize(MOST_PAPER_ROWS)).not.toThrow()
  expect(() => requirePaperSize(MOST_PAPER_ROWS + 1)).toThrow(Problem)
})
