import { setTimeout as sleep } from 'node:timers/promises'
import { PassThrough } from 'node:stream'
import { expect, test } from 'vitest'
import { openProgressBar } from './progress-bar.ts'

function terminal(isTTY: boolean): { stream: NodeJS.WriteStream; written: () => string } {
  const stream = Object.assign(new PassThrough(), { isTTY })
  return { stream: stream as unknown as NodeJS.WriteStream, written: () => String(stream.read() ?? '') }
}

test('a bar appears once an act has taken a second, and leaves the line empty', async () => {
  const { stream, written } = terminal(true)
  const bar = openProgressBar('fa', stream)
  bar.show('خواندن فهرست', 0.5)
  await sleep(500)
  expect(written()).toBe('')

  await sleep(900)
  expect(written()).toContain('خواندن فهرست  ████████████░░░░░░░░░░░░ ۵۰٫۰٪')
  bar.end()
  expect(written()).toBe('\r\u001b[K')
})

test('where nobody looks, nothing is drawn', async () => {
  const { stream, written } = terminal(false)
  const bar = openProgressBar('en', stream)
  bar.show('Reading', 0.5)
  await sleep(1300)
  bar.end()

  expect(written()).toBe('')
})
