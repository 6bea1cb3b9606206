import { registerJob } from '@rasad/contracts/jobs'
import { API_ROOT } from '@rasad/contracts/define-route'
import { expect, inject, test } from 'vitest'
import { leaveOutNationalIds, newNationalId } from '../apps/server/test/national-ids.ts'
import { expectNoFault, keepPicture, openVisit, type Visit } from './visit.ts'

const TODAY = '/?province=15&period=1404'

// The filling of the journeys has named the first persons already.
leaveOutNationalIds(1000)

async function registerOne(): Promise<void> {
  const response = await fetch(`${inject('journeys').url}${API_ROOT}${registerJob.path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      province: '15',
      period: '1404',
      nationalId: newNationalId(),
      lastName: 'آزمون',
      agency: 'BEHZ',
      county: '1502',
      startDate: '1404-02-03',
    }),
  })
  expect(response.status).toBe(200)
}

async function registered({ page }: Visit): Promise<string | null> {
  return page.locator('.figure-value[data-tone="registered"] .figure-number').textContent()
}

test('the first page tells where the province stands and leads to the passport of each figure', async () => {
  await using visit = await openVisit(TODAY)
  const { page } = visit

  expect(await page.locator('.figure-value[data-tone="committed"] .figure-number').textContent()).toBe('۱۶۸')
  expect(await page.locator('.verdict').textContent()).toMatch(
    /از تعهد محقق شده است.*شغل کمتر از هدف متناسب با زمان/,
  )
  await page.getByRole('heading', { name: 'بیشترین و کمترین تحقق' }).waitFor()
  await page.getByRole('heading', { name: 'شهرستان‌ها به درصد تحقق' }).waitFor()
  await page.getByRole('heading', { name: 'مهلت‌های دوره' }).waitFor()
  expect(await page.locator('.waiting').textContent()).toMatch(/راستی‌آزمایی\s*[۰-۹]+/)
  expect(await page.locator('.ranking tbody tr').last().textContent()).toContain('بی‌تعهد')
  await page.locator('.chart-drawing svg').waitFor()
  await keepPicture(visit, 'today')

  await page.setViewportSize({ width: 3840, height: 2160 })
  const onTheWall = () =>
    page.evaluate(() => [
      document.documentElement.scrollHeight,
      Math.round(document.querySelector('.today')?.getBoundingClientRect().bottom ?? 0),
    ])
  await expect.poll(onTheWall).toEqual([2160, 2160 - 28])
  await keepPicture(visit, 'today-on-the-wall')
  await page.setViewportSize({ width: 1440, height: 900 })

  await page.locator('.figure-value[data-tone="committed"] a').click()
  await page.getByRole('dialog', { name: 'شناسنامهٔ رقم' }).waitFor()
  expectNoFault(visit)
})

test('the arrows go over the map as it lies on paper, and Enter opens a county', async () => {
  await using visit = await openVisit(TODAY)
  const { page } = visit
  const place = (link: Element) => {
    const { x, y } = link.getBoundingClientRect()
    return { x, y }
  }
  await page.locator('.tiles a[tabindex="0"]').focus()
  const before = await page.locator('.tiles a:focus').evaluate(place)

  await page.keyboard.press('ArrowDown')

  const after = await page.locator('.tiles a:focus').evaluate(place)
  expect(after.y).toBeGreaterThan(before.y)
  const county = await page.locator('.tiles a:focus').getAttribute('data-county')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'تفکیک رقم‌ها' }).waitFor()
  expect(new URL(page.url()).searchParams.get('county')).toBe(county)
})

test('what changed since the last visit stands there with its cause', async () => {
  await using visit = await openVisit(TODAY)
  await visit.page.getByText('این نخستین بازدید شما', { exact: false }).waitFor()

  await registerOne()
  const next = await visit.context.newPage()
  await next.goto(TODAY)

  await next.locator('.since').getByRole('rowheader', { name: 'ثبت شغل تازه' }).waitFor({ timeout: 15_000 })
  expect(await next.locator('.since tbody tr', { hasText: 'ثبت شغل تازه' }).textContent()).toContain('+۱')
})

test('a job that somebody registers elsewhere is counted on the open page', async () => {
  await using visit = await openVisit(TODAY)
  const before = await registered(visit)
  const waiting = await visit.page.locator('.waiting li').first().textContent()

  await registerOne()

  await expect
    .poll(async () => visit.page.locator('.waiting li').first().textContent(), { timeout: 10_000 })
    .not.toBe(waiting)
  await expect.poll(async () => registered(visit), { timeout: 20_000 }).not.toBe(before)
})
