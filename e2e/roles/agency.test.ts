import { listJobs } from '@rasad/contracts/jobs'
import { beforeAll, expect, test } from 'vitest'
import { newNationalId } from '../../apps/server/test/national-ids.ts'
import { keepPicture } from '../visit.ts'
import { ask, untilLoaded } from './accounts.ts'
import { expectNoFaultInside, signInAs } from '../sign-in.ts'

const PLACE = { province: '15', period: '1404' }
const HEADERS = 'نام,نام خانوادگی,کد ملی,شهرستان,تاریخ شروع به کار'

beforeAll(untilLoaded, 240_000)

test('an officer brings a list, mends what was refused, enters it, and sends returned jobs again', async () => {
  await using visit = await signInAs('کارشناس دستگاه')
  const { page } = visit
  const tile = (name: string) => page.locator('.verdict-tile', { hasText: name }).locator('.verdict-count')
  const list = (...starts: string[]) => {
    const rows = starts.map((start) => ['مریم', 'نمونه‌کار', newNationalId(), 'خرم آباد', start].join(','))
    const buffer = Buffer.from([HEADERS, ...rows].join('\n'))
    return { name: 'جهاد-تیر.csv', mimeType: 'text/csv', buffer }
  }
  await page.getByRole('heading', { name: 'آنچه در انتظار شماست' }).waitFor()
  await keepPicture(visit, 'role-officer-today')

  await page.getByRole('link', { name: 'ورود فهرست‌ها' }).click()
  await page.getByRole('button', { name: 'ورود فهرست تازه' }).first().click()
  await page.locator('input[type=file]').setInputFiles(list('1404/04/03', '1404/04/05', '1404/04/35'))
  await page.getByText('بررسی آزمایشی؛ هنوز چیزی ثبت نشده است').waitFor()
  expect(await tile('پذیرفته').textContent()).toBe('۲')
  expect(await tile('ردشده').textContent()).toBe('۱')
  await page.getByText('مهلت ثبت این دوره گذشته است').waitFor()
  await keepPicture(visit, 'role-officer-list-checked')

  await page.locator('input[type=file]').setInputFiles(list('1404/04/03', '1404/04/05', '1404/04/31'))
  await page.locator('.verdict-tile', { hasText: '۳' }).first().waitFor()
  expect(await tile('ردشده').textContent()).toBe('۰')
  await page.getByRole('button', { name: 'وارد کن', exact: true }).click()
  await page.getByRole('button', { name: 'بله' }).click()
  await page.getByRole('heading', { name: /^ورود [۰-۹]+$/ }).waitFor()
  expect(await page.locator('.import-facts').textContent()).toContain('agri-officer-15')
  await keepPicture(visit, 'role-officer-list-entered')

  await page.getByRole('link', { name: 'امروز' }).click()
  const returned = page.locator('.waiting').getByRole('link', { name: /برگشتی/ })
  const before = await returned.textContent()
  await returned.click()
  await page.locator('.list-table tbody').getByRole('link').first().click()
  const steps = page.getByRole('complementary', { name: 'گام‌ها' })
  await steps.getByRole('button', { name: 'اصلاح', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('شروع به کار', { exact: true }).fill('۱۴۰۴/۰۲/۰۱')
  await dialog.getByRole('button', { name: 'با مدارک تطبیق داده شد' }).click()
  await dialog.getByRole('button', { name: 'اصلاح', exact: true }).click()
  await page.locator('.time-line').getByText('با مدارک تطبیق داده شد').waitFor()
  await steps.getByRole('button', { name: 'ارسال دوباره' }).click()
  await dialog.getByRole('button', { name: 'ارسال دوباره' }).click()
  await steps.getByText('ثبت شد: ارسال دوباره').waitFor()
  const verify = steps.getByRole('button', { name: 'تأیید راستی‌آزمایی' })
  expect(await verify.getAttribute('aria-disabled')).toBe('true')

  await page.getByRole('link', { name: 'امروز' }).click()
  await expect.poll(async () => returned.textContent(), { timeout: 20_000 }).not.toBe(before)
  expectNoFaultInside(visit)
})

test('a head of an agency stands by its jobs with the keyboard, gives one back, and finds who did what', async () => {
  await using visit = await signInAs('مدیر دستگاه اجرایی')
  const { page, context } = visit
  const record = page.getByRole('region', { name: 'شغل در دست بررسی' })
  const ready = () => record.getByText('به حساب تعهد شمرده می‌شود').or(record.getByText('کنار تعهد')).waitFor()
  const atHand = () => page.getByRole('option', { selected: true }).locator('strong').textContent()
  await page
    .locator('.waiting')
    .getByRole('link', { name: /تأیید دستگاه/ })
    .click()
  await page.getByRole('heading', { name: 'صف تأیید دستگاه' }).waitFor()

  await ready()
  const confirmed = await atHand()
  await page.keyboard.press('c')
  await page.getByText(`${confirmed}: تأیید دستگاه`, { exact: false }).waitFor()
  await ready()
  const returned = await atHand()
  await page.keyboard.press('b')
  await page.getByRole('dialog').waitFor()
  await page.keyboard.press('1')
  await page.keyboard.press('Enter')
  await page.getByText(`${returned}: برگشت برای اصلاح`, { exact: false }).waitFor()
  await keepPicture(visit, 'role-head-queue')

  await page.getByRole('link', { name: 'شغل‌ها', exact: true }).click()
  await page.getByRole('heading', { name: 'شغل‌ها' }).waitFor()
  const standing = async (state: string, q: string | null) => {
    const query = { ...PLACE, state, q: q ?? '' }
    return (await ask(context.request, listJobs, { query })).jobs.length
  }
  await expect.poll(() => standing('agency-confirmed', confirmed), { timeout: 20_000 }).toBeGreaterThan(0)
  await expect.poll(() => standing('returned', returned), { timeout: 20_000 }).toBeGreaterThan(0)
  await page.goto(`/jobs?province=15&period=1404&state=returned&q=${returned}`)
  await page.locator('.list-table tbody').getByRole('link').first().click()
  const history = page.locator('.time-line')
  await history.getByText('تاریخ شروع به کار نادرست است').waitFor()
  expect(await history.textContent()).toContain('agri-head-15')
  expect(await history.textContent()).toContain('agri-officer-15')
  await keepPicture(visit, 'role-head-history')

  await page.goto('/jobs/new?province=15&period=1404')
  const register = page.getByRole('button', { name: 'ثبت شغل' })
  expect(await register.getAttribute('aria-disabled')).toBe('true')
  expectNoFaultInside(visit)
})
