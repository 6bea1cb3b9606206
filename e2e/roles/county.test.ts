import { text as textOf } from 'node:stream/consumers'
import { getFigures } from '@rasad/contracts/figures'
import { beforeAll, expect, test } from 'vitest'
import { leaveOutNationalIds, newNationalId } from '../../apps/server/test/national-ids.ts'
import { keepPicture, type Visit } from '../visit.ts'
import { ask, openSeat, untilLoaded } from './accounts.ts'
import { expectNoFaultInside, signInAs } from '../sign-in.ts'

const OWN = 'خرم آباد'
const OTHER = 'بروجرد'

// The list of the agency's journey names the first persons.
leaveOutNationalIds(1000)

beforeAll(untilLoaded, 240_000)

async function expectOnlyOwn({ page }: Visit, label: string): Promise<void> {
  await page.getByRole('combobox', { name: label, exact: true }).click()
  const list = page.locator('.ant-select-dropdown:visible', { hasText: OWN })
  const offered = () => list.locator('.ant-select-item-option').allTextContents()
  await expect.poll(offered, { timeout: 10_000 }).toEqual([OWN])
  await page.keyboard.press('Escape')
}

test('a county governor sees their own county and no other, on every page and in every file', async () => {
  await using visit = await signInAs('فرماندار')
  const { page, context } = visit
  await page.getByRole('heading', { name: 'بیشترین و کمترین تحقق' }).waitFor()
  expect(await page.locator('.standouts h3').allTextContents()).toEqual(['دستگاه‌های با بیشترین کسری'])
  expect(await page.locator('.county-map').count()).toBe(0)
  expect(await page.locator('#page').textContent()).not.toContain(OTHER)
  await keepPicture(visit, 'role-county-governor-today')

  await page.getByRole('link', { name: 'تفکیک رقم‌ها' }).click()
  await page.locator('.cuts a[aria-current]', { hasText: 'دستگاه' }).waitFor()
  await page.getByRole('link', { name: 'شهرستان', exact: true }).click()
  const rows = page.locator('table.pivot tbody tr')
  await expect.poll(() => rows.locator('th').allTextContents()).toEqual([OWN])
  expect(await page.locator('.chart').count()).toBe(0)
  const total = await page.locator('table.pivot tfoot .figure-link').nth(1).textContent()
  expect(await rows.locator('.figure-link').nth(1).textContent()).toBe(total)
  await page.getByText('فیلترها').click()
  await expectOnlyOwn(visit, 'شهرستان')

  await page.getByRole('button', { name: 'دریافت' }).click()
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'CSV', exact: true }).click()
  const figures = await textOf(await (await download).createReadStream())
  expect(figures).toContain(OWN)
  expect(figures).not.toContain(OTHER)

  await page.getByRole('link', { name: 'شغل‌ها', exact: true }).click()
  const table = page.locator('.list-table')
  await table.locator('tbody tr').first().waitFor()
  expect(new Set(await table.locator('tbody tr').allTextContents())).not.toContain(OTHER)
  await expectOnlyOwn(visit, 'شهرستان')
  const jobs = page.waitForEvent('download')
  await page.getByRole('button', { name: 'دریافت' }).click()
  await page.getByRole('menuitem', { name: 'CSV' }).click()
  const list = await textOf(await (await jobs).createReadStream())
  expect(list).toContain(OWN)
  expect(list).not.toContain(OTHER)

  await page.getByRole('link', { name: 'تعهدها' }).click()
  await page.getByRole('link', { name: 'نسخه ۱' }).click()
  const heads = page.locator('table.matrix thead th')
  await heads.first().waitFor()
  expect(await heads.allTextContents()).toEqual(['دستگاه × شهرستان', OWN, 'جمع'])
  await keepPicture(visit, 'role-county-governor-commitment')

  await page.getByRole('link', { name: 'ورود فهرست‌ها' }).click()
  await page.getByText('فهرست هر دستگاه از همهٔ شهرستان‌هاست', { exact: false }).waitFor()
  await page.goto('/figures?province=15&period=1404&county=1501')
  await page.getByText('در این پرسش هنوز رقمی نیست').waitFor()
  const asked = { province: '15', period: '1404', by: 'county' }
  const answer = await ask(context.request, getFigures, { query: asked })
  expect(answer.rows.map(({ county }) => county)).toEqual(['1503'])
  expectNoFaultInside(visit)
})

test('a county officer registers a job of the county by hand, and somebody else has to judge it', async () => {
  await using visit = await openSeat('county-officer')
  const { page } = visit
  await page.goto('/jobs/new?province=15&period=1404')
  await page.getByLabel('کد ملی *').fill(newNationalId())
  await page.getByLabel('نام خانوادگی *').fill('نمونه‌کار')
  await page.getByLabel('دستگاه *', { exact: true }).fill('بهزیستی')
  await page.keyboard.press('Enter')
  await expectOnlyOwn(visit, 'شهرستان محل کار *')
  await page.getByLabel('شهرستان محل کار *').click()
  await page.keyboard.press('Enter')
  await page.getByLabel('شروع به کار *', { exact: true }).fill('۱۴۰۴/۰۶/۱۵')
  await page.getByRole('button', { name: 'ثبت شغل' }).click()
  await page.getByRole('link', { name: 'دیدن شغل' }).click()

  await page.getByRole('heading', { name: 'تاریخچه' }).waitFor()
  const give = page.getByRole('button', { name: 'برگشت برای اصلاح' })
  const why = await give.getAttribute('aria-describedby')
  expect(await page.locator(`[id="${why}"]`).textContent()).toContain('خود شما ثبت کرده‌اید')
  await keepPicture(visit, 'role-county-officer-job')
  await page.getByRole('link', { name: 'صف راستی‌آزمایی' }).click()
  await page.getByRole('listbox').getByRole('option').first().waitFor()
  const places = await page.getByRole('listbox').getByRole('option').locator('span').allTextContents()
  expect(places.filter((place) => place.includes(' · ') && !place.startsWith(OWN))).toEqual([])
  expectNoFaultInside(visit)
})
