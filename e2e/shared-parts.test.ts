import { expect, inject, test } from 'vitest'
import { findBarriers } from './barriers.ts'
import { expectNoFault, keepPicture, openVisit, type Look } from './visit.ts'

const kit = inject('kit')
const openKit = (look: Look = {}) => openVisit('/', { ...look, at: kit })

test.each([
  { language: 'fa', theme: 'light' },
  { language: 'fa', theme: 'dark' },
  { language: 'en', theme: 'light' },
  { language: 'en', theme: 'dark' },
] as const)('no part has a barrier in $language, $theme', async (look) => {
  await using visit = await openKit(look)

  expect(await findBarriers(visit)).toEqual([])
  expectNoFault(visit)
})

test.each(['۱۴۰۳/۱۲/۳۰', '١٤٠٣/١٢/٣٠', '1403/12/30', '۳۰ اسفند ۱۴۰۳'])(
  'the day is typed as %s',
  async (typed) => {
    await using visit = await openKit()

    await visit.page.getByLabel('روز', { exact: true }).fill(typed)
    await visit.page.keyboard.press('Enter')

    await visit.page.getByText('برگزیده ۳۰ اسفند ۱۴۰۳').waitFor()
  },
)

test('a day that is not in the calendar is not taken', async () => {
  await using visit = await openKit()

  await visit.page.getByLabel('روز', { exact: true }).fill('۱۴۰۴/۱۲/۳۰')

  await visit.page.getByText('چنین روزی در تقویم نیست', { exact: false }).waitFor()
})

test('a day is chosen with the keyboard alone', async () => {
  await using visit = await openKit()
  const { page } = visit
  await page.getByLabel('روز', { exact: true }).fill('۱۴۰۴/۰۱/۳۱')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.getByRole('grid', { name: 'فروردین ۱۴۰۴' }).waitFor()
  await keepPicture(visit, 'calendar')

  for (const key of ['ArrowLeft', 'ArrowDown', 'PageDown', 'ArrowRight']) await page.keyboard.press(key)
  await page.keyboard.press('Enter')

  await page.getByText('برگزیده ۷ خرداد ۱۴۰۴').waitFor()
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
    'باز کردن تقویم: روز',
  )
})

test('a forbidden act keeps its place in the keyboard order and says why', async () => {
  await using visit = await openKit()
  const button = visit.page.getByRole('button', { name: 'ابلاغ' })

  await button.focus()

  expect(await button.getAttribute('aria-disabled')).toBe('true')
  const reason = await button.getAttribute('aria-describedby')
  expect(await visit.page.locator(`[id="${reason}"]`).textContent()).toBe('این نسخه پیش‌تر ابلاغ شده است.')
})

test('of ten thousand rows only those in view are drawn, and the last can be reached', async () => {
  await using visit = await openKit()
  const table = visit.page.locator('.list-table')
  expect(await table.locator('tbody tr').count()).toBeLessThan(80)

  await table.locator('..').evaluate((box) => box.scrollTo(0, box.scrollHeight))

  await table.getByRole('rowheader', { name: '۱۰٬۰۰۰' }).waitFor()
  expect(await table.getAttribute('aria-rowcount')).toBe('10001')
})

test('ten thousand rows are walked through with the keyboard, and the focus is never lost', async () => {
  await using visit = await openKit()
  const { page } = visit
  const atHand = () => page.evaluate(() => document.activeElement?.textContent)
  await page.getByRole('link', { name: '15-1', exact: true }).focus()

  await page.keyboard.press('ArrowDown')
  await expect.poll(atHand).toBe('15-2')
  await page.keyboard.press('End')
  await expect.poll(atHand).toBe('15-10000')
  await page.keyboard.press('PageUp')
  await expect.poll(atHand).toBe('15-9990')
  for (let pressed = 0; pressed < 100; pressed++) await page.keyboard.press('ArrowUp')
  await expect.poll(atHand).toBe('15-9890')
  await page.keyboard.press('Home')
  await expect.poll(atHand).toBe('15-1')
  expectNoFault(visit)
})
