import { expect, test } from 'vitest'
import { leaveOutNationalIds } from '../apps/server/test/national-ids.ts'
import { openJobsProvince } from './jobs-province.ts'
import { expectNoFault, keepPicture, openVisit } from './visit.ts'

// Another journey names the first persons of the province.
leaveOutNationalIds(1000)

test('an official cuts figures by activity line, and a job without an activity is given one', async () => {
  const there = await openJobsProvince('02', 'lines')
  const { jobId } = await there.register('احمدی')
  const breakdown = '/figures?province=02&period=lines'
  await using visit = await openVisit(breakdown)
  const { page } = visit
  const rows = page.locator('table.pivot tbody tr')

  await page.getByRole('link', { name: 'رسته', exact: true }).click()
  await rows.getByText('رسته نامشخص').waitFor()
  expect(await rows.count()).toBe(1)

  await page.goto(new URL(`/jobs/02/${jobId}?province=02&period=lines`, page.url()).href)
  const steps = page.getByRole('complementary', { name: 'گام‌ها' })
  await steps.getByRole('button', { name: 'اصلاح', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('کد آیسیک').click()
  await dialog.getByLabel('کد آیسیک').fill('نانوایی')
  await page.getByText('۱۰۷۱ تولید نان و محصولات نانوایی').click()
  await dialog.getByRole('button', { name: 'با مدارک تطبیق داده شد' }).click()
  await dialog.getByRole('button', { name: 'اصلاح', exact: true }).click()
  const history = page.locator('.time-line')
  await history.getByText('با مدارک تطبیق داده شد').waitFor()
  expect(await history.locator('.changes').textContent()).toContain('کد آیسیک')

  await page.goto(new URL(`${breakdown}&by=activityLine`, page.url()).href)
  await rows.getByText('تولید محصولات غذایی').waitFor()
  expect(await rows.textContent()).toContain('۱۰ · صنعت')
  await keepPicture(visit, 'breakdown-by-activity-line')
  await rows.locator('.figure-link').first().click()
  const passport = page.getByRole('dialog', { name: 'شناسنامهٔ رقم' })
  await passport.getByText('تولید محصولات غذایی', { exact: true }).waitFor()

  await passport.getByRole('link', { name: 'همین شغل‌ها در فهرست شغل‌ها' }).click()
  await page.getByRole('link', { name: 'مریم احمدی' }).waitFor()
  await page.getByText('۱ شغل', { exact: true }).waitFor()
  expect(new URL(page.url()).searchParams.get('activityLine')).toBe('10')
  await page.getByText('۱۰ تولید محصو', { exact: false }).waitFor()
  expectNoFault(visit)
})
