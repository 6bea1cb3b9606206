import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { leaveOutNationalIds } from '../apps/server/test/national-ids.ts'
import { openJobsProvince } from './jobs-province.ts'
import { expectNoFault, openVisit } from './visit.ts'

// Another journey names the first persons of the province.
leaveOutNationalIds(1000)

/** Keeps back the first answer to an address as the server gave it, until it is let go. */
async function holdFirst(page: Page, address: RegExp): Promise<{ came: Promise<void>; letGo: () => void }> {
  const [came, free] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  await page.route(
    address,
    async (route) => {
      const response = await route.fetch()
      came.resolve()
      await free.promise
      await route.fulfill({ response }).catch(() => undefined)
    },
    { times: 1 },
  )
  return { came: came.promise, letGo: () => free.resolve() }
}

test('what was decided in a queue is seen in a list that was looked at just before', async () => {
  const there = await openJobsProvince('06', '1398')
  await there.register('احمدی')
  await using visit = await openVisit('/jobs?province=06&period=1398')
  const { page } = visit
  const row = page.getByRole('row', { name: /احمدی/ })
  await row.getByText('ثبت‌شده').waitFor()
  await page.getByRole('link', { name: 'صف تأیید دستگاه' }).click()
  await page.getByText('به حساب تعهد شمرده می‌شود').waitFor()

  await page.keyboard.press('c')
  const sent = await holdFirst(page, /\/steps$/)
  await page.getByRole('link', { name: 'شغل‌ها', exact: true }).click()
  await sent.came
  await row.waitFor()
  sent.letGo()

  await row.getByText('تأییدشدهٔ دستگاه').waitFor()
  expectNoFault(visit)
})

test('an answer that was asked for before a step was taken is not shown after it', async () => {
  const there = await openJobsProvince('07', '1398')
  const { jobId } = await there.register('احمدی')
  await using visit = await openVisit(`/jobs/07/${jobId}?province=07&period=1398`)
  const { page } = visit
  const late = await holdFirst(page, /\/api\/jobs\?/)
  await page.getByRole('link', { name: 'شغل‌ها', exact: true }).hover()
  await late.came

  await page
    .getByRole('complementary', { name: 'گام‌ها' })
    .getByRole('button', { name: 'تأیید دستگاه' })
    .click()
  await page.getByRole('dialog').getByRole('button', { name: 'تأیید دستگاه' }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.getByRole('link', { name: 'شغل‌ها', exact: true }).click()
  late.letGo()

  await page.getByRole('row', { name: /احمدی/ }).waitFor()
  expect(await page.getByRole('row', { name: /احمدی/ }).textContent()).toContain('تأییدشدهٔ دستگاه')
})

test('a count that was on its way does not take the place of what the server has told since', async () => {
  const there = await openJobsProvince('08', '1398')
  await there.register('احمدی')
  await using visit = await openVisit('/?province=08&period=1398')
  const { page } = visit
  const waiting = page.locator('.waiting li', { hasText: 'تأیید' }).locator('strong')
  await expect.poll(() => waiting.textContent()).toBe('۱')
  const late = await holdFirst(page, /\/api\/queues\?/)
  // The line is back: what happened meanwhile is asked for.
  await page.evaluate(() => ['offline', 'online'].map((name) => dispatchEvent(new Event(name))))
  await late.came
  await there.register('کریمی')
  await expect.poll(() => waiting.textContent()).toBe('۲')

  const again = page.waitForResponse(/\/api\/queues\?/)
  late.letGo()
  await again

  await expect.poll(() => waiting.textContent()).toBe('۲')
  await page.waitForTimeout(300)
  expect(await waiting.textContent()).toBe('۲')
})
