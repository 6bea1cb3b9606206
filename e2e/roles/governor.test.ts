import { beforeAll, expect, test } from 'vitest'
import { keepPicture, openVisit, type Visit } from '../visit.ts'
import { openSeat, untilLoaded } from './accounts.ts'
import { expectNoFaultInside, signInAs } from '../sign-in.ts'

const BREAKDOWN = '/figures?province=15&period=1404'

beforeAll(untilLoaded, 240_000)

const figure = ({ page }: Visit, truth: 'committed' | 'registered' | 'verified') =>
  page.locator(`#page .figure-value[data-tone="${truth}"] .figure-number`).first()

async function readsAt(visit: Visit, day: string): Promise<void> {
  await visit.page.getByLabel('در پایان روز', { exact: true }).fill(day)
  await visit.page.keyboard.press('Enter')
  await visit.page.getByText(`${day}، ساعت ۲۳:۵۹`).first().waitFor()
}

test('a governor reads the announced figures on their days, why they differ, and passes the address on', async () => {
  await using visit = await signInAs('استاندار')
  const { page } = visit
  await page.getByRole('heading', { name: 'امروز' }).waitFor()
  expect(await figure(visit, 'committed').textContent()).toBe('۲۰٬۵۰۰')
  await page.getByText('دستگاه‌ها به ترتیب درصد تحقق').waitFor()
  await keepPicture(visit, 'role-governor-today')

  await page.getByRole('link', { name: 'تفکیک رقم‌ها' }).click()
  await page.getByRole('heading', { name: 'تفکیک رقم‌ها' }).waitFor()
  await readsAt(visit, '۱۴۰۴/۰۵/۳۱')
  expect(await figure(visit, 'registered').textContent()).toBe('۵٬۳۹۷')

  await page.getByLabel('مقایسه با پایان روز', { exact: true }).fill('۱۴۰۴/۰۹/۳۰')
  await page.keyboard.press('Enter')
  const change = page.locator('table.difference')
  await change.locator('tfoot', { hasText: '۱۴۰۴/۰۹/۳۰' }).waitFor()
  expect(await change.locator('.difference-end .count').allTextContents()).toContain('۵٬۳۹۷')
  expect(await change.locator('tfoot .count').allTextContents()).toContain('۱۰٬۷۰۰')
  const rest = await change.locator('.difference-rest .count').allTextContents()
  expect(new Set(rest)).toEqual(new Set(['۰']))
  await change.getByRole('row', { name: /^شناخته‌شده به‌عنوان تکراری/ }).waitFor()
  await keepPicture(visit, 'role-governor-difference')

  await readsAt(visit, '۱۴۰۴/۰۹/۳۰')
  await figure(visit, 'registered').getByRole('link').click()
  const passport = page.getByRole('dialog', { name: 'شناسنامهٔ رقم' })
  await passport.getByText('جمع سندها درست برابر رقم است', { exact: false }).waitFor()
  expect(await passport.locator('.figure-number').textContent()).toBe('۱۰٬۷۰۰')
  const record = passport.locator('.list-table tbody').last().getByRole('link').first()
  expect(await record.textContent()).toMatch(/۹۹۹\*{5}[۰-۹]{2}/)
  await keepPicture(visit, 'role-governor-passport')
  const address = page.url()

  await record.click()
  await page.getByRole('heading', { name: 'تاریخچه' }).waitFor()
  expect(await page.locator('.job-facts').textContent()).toMatch(/ورود [۰-۹]+ · ردیف [۰-۹]+/)
  expectNoFaultInside(visit)

  await using other = await openSeat('labour-dg')
  await other.page.goto(address)
  const shared = other.page.getByRole('dialog', { name: 'شناسنامهٔ رقم' })
  await shared.locator('.figure-number', { hasText: '۱۰٬۷۰۰' }).waitFor()
  await shared.getByText('۱۴۰۴/۰۹/۳۰، ساعت ۲۳:۵۹').waitFor()
})

test('a ministry sees every province: what East Azerbaijan realised of its commitment, and why', async () => {
  await using visit = await openSeat('ministry')
  const { page } = visit
  await page.goto('/')
  await page.getByRole('heading', { name: 'امروز' }).waitFor()

  await page.getByLabel('استان', { exact: true }).selectOption({ label: 'آذربایجان شرقی' })
  await page.getByLabel('دوره', { exact: true }).selectOption({ label: '۱۴۰۱' })
  await page.locator('.figure-value[data-tone="verified"]', { hasText: '۱۲۹٫۶٪' }).waitFor()

  expect(await figure(visit, 'committed').textContent()).toBe('۴۵٬۷۹۴')
  expect(await figure(visit, 'verified').textContent()).toBe('۵۹٬۳۷۰')
  await keepPicture(visit, 'role-ministry-today')
  await figure(visit, 'verified').getByRole('link').click()
  await page
    .getByRole('dialog', { name: 'شناسنامهٔ رقم' })
    .getByText('درست برابر رقم', { exact: false })
    .waitFor()
  expectNoFaultInside(visit)
})

test('an auditor reads a past day, the trail of acts and the check of the ledger, and changes nothing', async () => {
  await using visit = await openSeat('auditor')
  const { page } = visit
  await page.goto(`${BREAKDOWN}&asOf=1404-05-31`)
  expect(await figure(visit, 'registered').textContent()).toBe('۵٬۳۹۷')

  await page.getByRole('link', { name: 'مدیریت سامانه' }).click()
  await page.getByRole('link', { name: 'سابقهٔ اقدامات' }).click()
  await page.getByLabel('اقدام', { exact: true }).click()
  await page.keyboard.type('ابلاغ تعهد')
  await page.keyboard.press('Enter')
  await page.getByRole('rowheader', { name: 'ابلاغ تعهد' }).first().waitFor()
  expect(await page.locator('#page tbody').textContent()).toContain('labour-dg-15')
  await keepPicture(visit, 'role-auditor-trail')

  await page.getByRole('link', { name: 'وضعیت سامانه' }).click()
  await page.getByRole('button', { name: 'وارسی دفتر', exact: true }).click()
  await page.getByText('همهٔ جمع‌ها با سندها می‌خواند').waitFor({ timeout: 30_000 })
  await page.goto('/commitments?province=15&period=1404')
  const split = page.getByRole('button', { name: 'تقسیم تازه' })
  expect(await split.getAttribute('aria-disabled')).toBe('true')
  expectNoFaultInside(visit)
})

test('whoever is not signed in reaches no figure by its address', async () => {
  await using visit = await openVisit(`${BREAKDOWN}&truth=registered`)

  await visit.page.getByRole('heading', { name: 'ورود به رصد' }).waitFor()

  expect(await visit.page.locator('.figure-number').count()).toBe(0)
})
