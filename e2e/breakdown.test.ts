import { expect, test } from 'vitest'
import { expectNoFault, keepPicture, openVisit } from './visit.ts'

test('an official reads the three truths by county, then by agency, then as of a day before any of it', async () => {
  await using visit = await openVisit('/')
  const { page } = visit

  await page.getByRole('heading', { name: 'تفکیک رقم‌ها' }).waitFor()
  expect(new URL(page.url()).search).toBe('?province=15&period=1404')
  const table = page.locator('table.pivot')
  const total = table.locator('tfoot td')
  expect(await total.nth(0).textContent()).toBe('۱۶۸')
  expect(await table.locator('tbody tr').count()).toBe(8)
  await keepPicture(visit, 'breakdown-by-county')

  await page.getByText('دستگاه', { exact: true }).click()
  await table.getByRole('rowheader', { name: 'کمیته امداد' }).waitFor()
  expect(new URL(page.url()).searchParams.get('by')).toBe('agency')
  expect(await total.nth(0).textContent()).toBe('۱۶۸')
  await keepPicture(visit, 'breakdown-by-agency')

  await page.getByLabel('در پایان روز', { exact: true }).fill('۱۴۰۴/۰۵/۰۳')
  await page.keyboard.press('Enter')
  await page.getByText('برای این استان و دوره هنوز رقمی نیست').waitFor()
  expect(new URL(page.url()).searchParams.get('asOf')).toBe('1404-05-03')

  await page.getByRole('button', { name: 'بازگشت به اکنون' }).click()
  await table.waitFor()
  expectNoFault(visit)
})

test('a figure that is nothing is a dash, and a zero is a zero', async () => {
  await using visit = await openVisit('/figures?province=15&period=1404')

  const row = visit.page.locator('table.pivot tbody tr', { hasText: 'پلدختر' })

  expect(await row.locator('[data-kind="zero"]').first().textContent()).toBe('۰')
  expect(await row.locator('[data-kind="nothing"]').first().textContent()).toBe('–رقمی نیست')
})

test('the chart draws its bars and breaks no rule of the content policy', async () => {
  await using visit = await openVisit('/figures?province=15&period=1404')

  await visit.page.locator('.chart').scrollIntoViewIfNeeded()
  await visit.page.locator('.chart-drawing svg path[fill="#8aa0a6"]').first().waitFor()
  await visit.page.locator('.chart-drawing').hover()
  await keepPicture(visit, 'breakdown-chart')

  expectNoFault(visit)
})

test('the language changes at once and is remembered', async () => {
  await using visit = await openVisit('/figures?province=15&period=1404')
  await visit.page.getByRole('button', { name: 'English' }).click()

  await visit.page.getByRole('heading', { name: 'Breakdown' }).waitFor()

  expect(await visit.page.locator('html').getAttribute('dir')).toBe('ltr')
  expect(await visit.page.evaluate(() => localStorage.getItem('rasad.language'))).toBe('en')
  await visit.page.locator('.pivot').getByRole('columnheader', { name: 'Committed', exact: true }).waitFor()
})

test('a lost connection is said, and goes away by itself', async () => {
  await using visit = await openVisit('/figures?province=15&period=1404')
  await visit.context.setOffline(true)

  await visit.page.getByText('اتصال به سرور قطع است', { exact: false }).waitFor()
  await visit.context.setOffline(false)

  await visit.page.getByText('اتصال به سرور قطع است', { exact: false }).waitFor({ state: 'detached' })
})
