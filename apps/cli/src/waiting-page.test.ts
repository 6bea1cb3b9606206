import { expect, test } from 'vitest'
import { freePort } from '../test/rasad.ts'
import { openWaitingPage } from './waiting-page.ts'

const HOST = '127.0.0.1'

test('while the demonstration is loaded, a browser sees how far it has come and others are told to come again', async () => {
  const port = await freePort()
  const address = `http://${HOST}:${port}`
  const page = await openWaitingPage({ host: HOST, port }, 'fa')
  page.show('بارگذاری داده‌های نمایشی: لرستان', 0.427)

  const seen = await fetch(`${address}/figures`, { headers: { accept: 'text/html' } })
  const html = await seen.text()
  expect(seen.status).toBe(503)
  expect(html).toContain('<html lang="fa" dir="rtl">')
  expect(html).toContain('لرستان · ۴۲٫۷٪')
  const nonce = /<script nonce="([^"]+)"/.exec(html)?.[1]
  expect(seen.headers.get('content-security-policy')).toContain(`script-src 'nonce-${nonce}'`)

  const told = await fetch(`${address}/healthz`)
  expect(told.status).toBe(503)
  expect(told.headers.get('retry-after')).toBe('2')
  expect(await told.json()).toEqual({ said: 'بارگذاری داده‌های نمایشی: لرستان · ۴۲٫۷٪', progress: 0.427 })

  await page.close()
  await expect(fetch(address)).rejects.toThrow()
})

test('a port that somebody holds is told before anything is loaded', async () => {
  const port = await freePort()
  const first = await openWaitingPage({ host: HOST, port }, 'en')

  await expect(openWaitingPage({ host: HOST, port }, 'en')).rejects.toMatchObject({ code: 'EADDRINUSE' })

  await first.close()
})
