import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { expect, onTestFinished, test } from 'vitest'
import { openFileStore } from './file-store.ts'

function newFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'rasad-files-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
}

test('a file is kept under the hash of its content, readable by its owner alone', async () => {
  const folder = newFolder()
  const content = Buffer.from('کد ملی,نام')

  const kept = await openFileStore(folder).keep(
    Readable.from([content.subarray(0, 5), content.subarray(5)]),
    1000,
  )

  expect(kept).toMatchObject({
    sha256: createHash('sha256').update(content).digest('hex'),
    bytes: content.length,
  })
  expect(readFileSync(kept.path)).toEqual(content)
  expect(statSync(kept.path).mode & 0o077).toBe(0)
})

test('the same content is kept once, however often and at once it comes', async () => {
  const folder = newFolder()
  const store = openFileStore(folder)

  const kept = await Promise.all(
    Array.from({ length: 8 }, () => store.keep(Readable.from([Buffer.from('same')]), 1000)),
  )
  await store.keep(Readable.from([Buffer.from('other')]), 1000)

  expect(new Set(kept.map(({ path: at }) => at)).size).toBe(1)
  expect(filesIn(folder)).toHaveLength(2)
})

test('a file past the limit, or one whose sending breaks off, is refused and leaves nothing', async () => {
  const folder = newFolder()
  const store = openFileStore(folder)
  const breaking = async function* () {
    yield Buffer.from('half')
    throw new Error('connection lost')
  }

  await expect(store.keep(Readable.from([Buffer.alloc(6), Buffer.alloc(5)]), 10)).rejects.toMatchObject({
    code: 'too-large',
    params: { limit: 10 },
  })
  await expect(store.keep(Readable.from(breaking()), 10)).rejects.toThrow('connection lost')

  expect(filesIn(folder)).toEqual([])
  expect((await store.keep(Readable.from([Buffer.alloc(10)]), 10)).bytes).toBe(10)
})
