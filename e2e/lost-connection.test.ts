import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { newNationalId } from '../apps/server/test/national-ids.ts'
import { draftIn } from './draft-province.ts'
import { openJobsProvince } from './jobs-province.ts'
import { openVisit } from './visit.ts'

/** The server does what it is sent next, and its answer is lost on the way. */
const loseAnswer = (page: Page, address: RegExp) =>
  page.route(
    address,
    async (route) => {
      await route.fetch()
      await route.abort()
    },
    { times: 1 },
  )
const LOST = 'به سرور نمی‌توان رسید'

test('a correction is kept through a lost connection and taken when it is back', async () => {
  const there = await openJobsProvince('19')
  const { jobId } = await there.register('احمدی')
  await using visit = await openVisit(`/jobs/19/${jobId}?province=19&period=1404`)
  const { page, context } = visit
  await page
    .getByRole('complementary', { name: 'گام‌ها' })
    .getByRole('button', { name: 'اصلاح', exact: true })
    .click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('شروع به کار', { exact: true }).fill('1404/5/6')
  await dialog.getByLabel('دلیل (لازم)').fill('پس از بازدید روشن شد')

  await context.setOffline(true)
  await dialog.getByRole('button', { name: 'اصلاح' }).click()
  await dialog.getByRole('alert').getByText(LOST, { exact: false }).waitFor()
  expect(await page.locator('.shell-lost').count()).toBe(1)
  expect(await dialog.getByLabel('دلیل (لازم)').inputValue()).toBe('پس از بازدید روشن شد')
  expect((await there.lastStep(jobId)).step).toBe('register')

  await context.setOffline(false)
  await page.locator('.shell-lost').waitFor({ state: 'detached' })
  await dialog.getByRole('button', { name: 'اصلاح' }).click()
  await page.locator('.time-line').getByText('پس از بازدید روشن شد').waitFor()
  expect((await there.lastStep(jobId)).step).toBe('correct')
})

test('a decision of a conflict is kept through a lost connection', async () => {
  const there = await openJobsProvince('20')
  const { nationalId } = await there.register('احمدی')
  const caseId = await there.claim('احمدی', nationalId, 'KOMITEH')
  await using visit = await openVisit(`/conflicts/20/${caseId}?province=20&period=1404`)
  const { page, context } = visit
  await page.getByRole('radio', { name: 'کمیته امداد' }).check()
  await page.getByLabel('دلیل تصمیم (لازم)').fill('وام را کمیته داده است')

  await context.setOffline(true)
  await page.getByRole('button', { name: 'ثبت تصمیم' }).click()
  await page.locator('.decision').getByText(LOST, { exact: false }).waitFor()
  expect(await page.getByLabel('دلیل تصمیم (لازم)').inputValue()).toBe('وام را کمیته داده است')

  await context.setOffline(false)
  await page.locator('.shell-lost').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'ثبت تصمیم' }).click()
  await page.locator('.decision blockquote').waitFor()
  expect(await page.locator('.decision').textContent()).toContain('صاحب شغل: کمیته امداد')
})

test('a matrix goes on being split without a connection, and is saved when it is back', async () => {
  await using visit = await openVisit(await draftIn('00'))
  const { page, context } = visit
  await context.setOffline(true)
  await page.locator('.shell-lost').waitFor()

  await page.locator('td[data-row="0"][data-zero="false"]').first().click()
  await page.keyboard.press('9')
  await page.keyboard.press('Enter')
  await page.locator('td[data-mark="pinned"]').waitFor()
  await page.getByRole('button', { name: 'ذخیره به صورت نسخهٔ تازه' }).click()
  await page.getByLabel('دلیل اصلاح').fill('بی‌اتصال نوشته شد')
  await page.getByRole('dialog').getByRole('button', { name: 'ذخیره به صورت نسخهٔ تازه' }).click()
  await page.getByRole('dialog').getByRole('alert').getByText(LOST, { exact: false }).waitFor()
  expect(await page.getByLabel('دلیل اصلاح').inputValue()).toBe('بی‌اتصال نوشته شد')

  await context.setOffline(false)
  await page.locator('.shell-lost').waitFor({ state: 'detached' })
  await page.getByRole('dialog').getByRole('button', { name: 'ذخیره به صورت نسخهٔ تازه' }).click()
  await page.getByRole('heading', { name: 'تعهد، نسخهٔ ۲' }).waitFor()
  expect(await page.locator('td[data-mark="pinned"]').allTextContents()).toEqual(['۹ ثابت'])
})

test('a step whose answer was lost is taken once, and found when it is sent again', async () => {
  const there = await openJobsProvince('19', '1398')
  const { jobId } = await there.register('احمدی')
  await using visit = await openVisit(`/jobs/19/${jobId}?province=19&period=1398`)
  const { page } = visit
  const confirm = page.getByRole('button', { name: 'تأیید دستگاه' })
  await page.getByRole('complementary', { name: 'گام‌ها' }).locator(confirm).click()
  await loseAnswer(page, /\/steps$/)
  await page.getByRole('dialog').locator(confirm).click()
  await page.getByRole('dialog').getByRole('alert').getByText(LOST, { exact: false }).waitFor()

  await page.getByRole('dialog').locator(confirm).click()

  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.locator('.time-line').getByText('تأیید دستگاه').waitFor()
  expect(await page.locator('.time-line').getByText('تأیید دستگاه').count()).toBe(1)
})

test('a job by hand whose answer was lost is registered once, and told so when it is sent again', async () => {
  await openJobsProvince('20', '1398')
  await using visit = await openVisit('/jobs/new?province=20&period=1398')
  const { page } = visit
  await page.getByLabel('کد ملی *').fill(newNationalId())
  await page.getByLabel('نام', { exact: true }).fill('مریم')
  await page.getByLabel('نام خانوادگی *').fill('احمدی')
  await page.getByLabel('دستگاه *', { exact: true }).fill('جهاد کشاورزی')
  await page.keyboard.press('Enter')
  await page.getByLabel('شهرستان محل کار *').click()
  await page.keyboard.press('Enter')
  await page.getByLabel('شروع به کار *', { exact: true }).fill('۱۴۰۴/۰۲/۰۳')
  await loseAnswer(page, /\/api\/jobs$/)
  const register = page.getByRole('button', { name: 'ثبت شغل' })
  await register.click()
  await page.getByRole('alert').getByText(LOST, { exact: false }).waitFor()

  await register.click()

  await page.getByText('شغل ثبت شد: مریم احمدی').waitFor()
})
