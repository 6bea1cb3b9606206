import { expect, test } from 'vitest'
import { draftIn } from './draft-province.ts'
import { openJobsProvince } from './jobs-province.ts'
import { expectNoFault, keepPicture, openVisit, type Visit } from './visit.ts'

const correct = async ({ page }: Visit, day: string) => {
  await page
    .getByRole('complementary', { name: 'گام‌ها' })
    .getByRole('button', { name: 'اصلاح', exact: true })
    .click()
  await page.getByRole('dialog').getByLabel('شروع به کار', { exact: true }).fill(day)
  await page.getByRole('dialog').getByRole('button', { name: 'با مدارک تطبیق داده شد' }).click()
}
const send = ({ page }: Visit, name = 'اصلاح') =>
  page.getByRole('dialog').getByRole('button', { name }).click()
const typeInFirst = async ({ page }: Visit, digit: string) => {
  await page.locator('td[data-row="0"][data-zero="false"]').first().click()
  await page.keyboard.press(digit)
  await page.keyboard.press('Enter')
  await page.getByText('تقسیم دوباره در', { exact: false }).waitFor()
}

test('two people correct one job: the second sees what the first did before anything is written over', async () => {
  const there = await openJobsProvince('16')
  const { jobId } = await there.register('احمدی')
  const address = `/jobs/16/${jobId}?province=16&period=1404`
  await using first = await openVisit(address)
  await using second = await openVisit(address)
  await correct(second, '1404/6/7')
  await correct(first, '1404/5/6')
  await send(first)
  await first.page.locator('.changes').getByText('۱۴۰۴/۰۵/۰۶').waitFor()

  await send(second)

  const dialog = second.page.getByRole('dialog')
  const told = dialog.getByRole('alert')
  await told.getByText('۱۴۰۴/۰۵/۰۶').waitFor()
  expect(await told.textContent()).toContain('در این میان کس دیگری این شغل را تغییر داده است')
  expect(await dialog.getByLabel('شروع به کار', { exact: true }).inputValue()).toBe('۱۴۰۴/۰۶/۰۷')
  expect((await there.lastStep(jobId)).reason).toBe('با مدارک تطبیق داده شد')
  await keepPicture(second, 'job-two-people')

  await send(second, 'با این حال ادامه')
  await second.page.locator('.changes').getByText('۱۴۰۴/۰۶/۰۷').waitFor()
  expect(await second.page.locator('.changes').allTextContents()).toEqual([
    'شروع به کار: ۱۴۰۴/۰۵/۰۶ ۱۴۰۴/۰۶/۰۷',
    'شروع به کار: ۱۴۰۴/۰۲/۰۳ ۱۴۰۴/۰۵/۰۶',
  ])
  expectNoFault(first)
})

test('two people change one cell: the second is told of the new version and puts the change on it', async () => {
  const address = await draftIn('17')
  await using first = await openVisit(address)
  await using second = await openVisit(address)
  await typeInFirst(second, '9')
  await typeInFirst(first, '7')
  await first.page.getByRole('button', { name: 'ذخیره به صورت نسخهٔ تازه' }).click()
  await first.page.getByLabel('دلیل اصلاح').fill('پیشنهاد فرماندار')
  await send(first, 'ذخیره به صورت نسخهٔ تازه')
  await first.page.getByRole('heading', { name: 'تعهد، نسخهٔ ۲' }).waitFor()

  const { page } = second
  const told = page.getByRole('alert')
  await told.getByText('پیشنهاد فرماندار', { exact: false }).waitFor({ timeout: 30_000 })
  expect(await told.textContent()).toContain('در این میان نسخهٔ تازه‌تری ساخته شده است')
  expect(await page.locator('td[data-mark="pinned"]').allTextContents()).toEqual(['۹ ثابت'])
  await keepPicture(second, 'cell-two-people')

  await page.getByRole('button', { name: 'ذخیره به صورت نسخهٔ تازه' }).click()
  await page.getByLabel('دلیل اصلاح').fill('اصلاح من')
  await send(second, 'ذخیره به صورت نسخهٔ تازه')
  await page.getByRole('button', { name: 'تغییرات من روی نسخهٔ ۲' }).click()
  await page.getByRole('heading', { name: 'تعهد، نسخهٔ ۲' }).waitFor()
  expect(await page.locator('td[data-mark="pinned"]').allTextContents()).toEqual(['۹ ثابت'])
  expectNoFault(second)
})

test('two people decide one conflict: the second reads the decision, and what they had written', async () => {
  const there = await openJobsProvince('18')
  const { nationalId } = await there.register('احمدی')
  const caseId = await there.claim('احمدی', nationalId, 'KOMITEH')
  const address = `/conflicts/18/${caseId}?province=18&period=1404`
  await using first = await openVisit(address)
  await using second = await openVisit(address)
  const decide = async ({ page }: Visit, agency: string, reason: string) => {
    await page.getByRole('radio', { name: agency }).check()
    await page.getByLabel('دلیل تصمیم (لازم)').fill(reason)
  }
  await decide(second, 'کمیته امداد', 'وام را کمیته داده است')
  await decide(first, 'جهاد کشاورزی', 'پروانه از جهاد است')
  await first.page.getByRole('button', { name: 'ثبت تصمیم' }).click()
  await first.page.locator('.decision blockquote').waitFor()

  await second.page.getByRole('button', { name: 'ثبت تصمیم' }).click()

  const told = second.page.getByRole('alert')
  await told.waitFor()
  expect(await told.textContent()).toContain('کس دیگری دربارهٔ این پرونده تصمیم گرفت')
  expect(await told.textContent()).toContain('وام را کمیته داده است')
  expect(await second.page.locator('.decision').textContent()).toContain('صاحب شغل: جهاد کشاورزی')
  await keepPicture(second, 'conflict-two-people')
})
