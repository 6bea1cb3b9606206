import { expect, test } from 'vitest'
import { draftIn, splitAgain } from './draft-province.ts'
import { expectNoFault, keepPicture, openVisit, type Visit } from './visit.ts'

const cellAt = ({ page }: Visit, row: number, column: number) =>
  page.locator(`td[data-row="${row}"][data-column="${column}"]`)
const totalRow = ({ page }: Visit) => page.locator('table.matrix tfoot td')

test('an expert changes a cell, everything adds up again, and the draft is notified by letter', async () => {
  await using visit = await openVisit(await draftIn('11'))
  const { page } = visit
  const cell = cellAt(visit, 0, 0)
  expect(await cell.textContent()).toBe('۲۰۰')

  await cell.click()
  await page.keyboard.press('2')
  await page.keyboard.insertText('۵۰')
  expect(await totalRow(visit).last().textContent()).toContain('۹۵۰')
  await page.keyboard.press('Enter')

  await page.getByText('تقسیم دوباره در', { exact: false }).waitFor()
  expect(await cell.textContent()).toBe('۲۵۰ ثابت')
  expect(await totalRow(visit).last().textContent()).toBe('۹۰۰')
  expect(await page.locator('table.matrix tbody tr').first().locator('td').last().textContent()).toBe('۶۰۰')
  await keepPicture(visit, 'commitment-edited')

  await page.getByRole('button', { name: 'ذخیره به صورت نسخهٔ تازه' }).click()
  await page.getByLabel('دلیل اصلاح').fill('پیشنهاد فرماندار')
  await page.getByRole('dialog').getByRole('button', { name: 'ذخیره به صورت نسخهٔ تازه' }).click()
  await page.getByRole('heading', { name: 'تعهد، نسخهٔ ۲' }).waitFor()
  expect(await cell.textContent()).toBe('۲۵۰ ثابت')

  await page.getByRole('button', { name: 'ابلاغ', exact: true }).click()
  await page.getByLabel('شمارهٔ نامه').fill('۱۲۳/۴۵')
  await page.getByLabel('تاریخ نامه', { exact: true }).fill('۱۴۰۴/۰۲/۰۱')
  await page.getByRole('button', { name: 'ادامه' }).click()
  await page.getByText('این کار برگشت ندارد', { exact: false }).waitFor()
  await page.getByRole('button', { name: 'ابلاغ می‌کنم' }).click()
  await page.locator('.version-facts').getByText('لازم‌الاجرا', { exact: true }).waitFor()
  const notify = page.getByRole('button', { name: 'ابلاغ', exact: true })
  expect(await notify.getAttribute('aria-disabled')).toBe('true')
  await keepPicture(visit, 'commitment-notified')

  await page.goto('/commitments/compare?province=11&period=1404')
  await page.getByRole('rowheader', { name: 'جمع' }).waitFor()
  expect(await page.locator('.difference-table tfoot td').last().textContent()).toBe('۰')
  expectNoFault(visit)
})

test('what cannot hold is told by the whole that cannot, and can be taken back', async () => {
  await using visit = await openVisit(await draftIn('12'))
  const { page } = visit

  await cellAt(visit, 0, 0).click()
  await page.keyboard.press('7')
  await page.keyboard.insertText('۰۰')
  await page.keyboard.press('Enter')

  const told = page.getByRole('alert')
  await told.waitFor()
  expect(await told.textContent()).toContain('جمع ۶۰۰ است، اما خانه‌های ثابت آن ۷۰۰ می‌شود')
  await page.getByRole('button', { name: 'برگرداندن آخرین تغییر' }).click()
  await told.waitFor({ state: 'detached' })
  expect(await cellAt(visit, 0, 0).textContent()).toBe('۲۰۰')
  expectNoFault(visit)
})

test('what was changed is there after the page is opened again, and P pins and sets free', async () => {
  await using visit = await openVisit(await draftIn('13'))
  const { page } = visit

  await cellAt(visit, 0, 0).click()
  await page.keyboard.press('p')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('5')
  await page.keyboard.press('Enter')
  await page.getByText('تقسیم دوباره در', { exact: false }).waitFor()
  await page.reload()

  await page.getByText('تغییرات ذخیره‌نشده', { exact: false }).waitFor()
  expect(await cellAt(visit, 0, 0).getAttribute('data-mark')).toBe('pinned')
  expect(await cellAt(visit, 1, 0).textContent()).toBe('۵ ثابت')
  await cellAt(visit, 0, 0).click()
  await page.keyboard.press('p')
  expect(await cellAt(visit, 0, 0).getAttribute('data-mark')).toBe('free')
  expectNoFault(visit)
})

test('a version that a colleague made meanwhile is shown before anything is saved', async () => {
  await using visit = await openVisit(await draftIn('14'))
  const { page } = visit
  await page.locator('td[data-row="0"][data-zero="false"]').first().click()
  await page.keyboard.press('9')
  await page.keyboard.press('Enter')
  // What the page asked for by itself, the line being back, before the colleague was there, comes after.
  const late = Promise.withResolvers<void>()
  const asked = Promise.withResolvers<void>()
  await page.route(
    /\/commitments\/versions\?/,
    async (route) => {
      const response = await route.fetch()
      asked.resolve()
      await late.promise
      await route.fulfill({ response }).catch(() => undefined)
    },
    { times: 1 },
  )
  await page.evaluate(() => ['offline', 'online'].map((name) => dispatchEvent(new Event(name))))
  await asked.promise
  await splitAgain('14')

  await page.getByRole('button', { name: 'ذخیره به صورت نسخهٔ تازه' }).click()
  await page.getByLabel('دلیل اصلاح').fill('اصلاح من')
  await page.getByRole('dialog').getByRole('button', { name: 'ذخیره به صورت نسخهٔ تازه' }).click()
  late.resolve()

  const told = page.getByRole('dialog').getByRole('alert')
  await told.getByText('در این میان نسخهٔ تازه‌تری ساخته شده است').waitFor()
  expect(await told.textContent()).toContain('نسخهٔ همکار')
  await page.getByRole('button', { name: 'تغییرات من روی نسخهٔ ۲' }).click()
  await page.getByRole('heading', { name: 'تعهد، نسخهٔ ۲' }).waitFor()
  expect(await page.locator('td[data-mark="pinned"]').allTextContents()).toEqual(['۹ ثابت'])
  expectNoFault(visit)
})
