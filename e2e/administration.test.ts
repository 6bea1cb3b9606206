import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { codeOf } from '../apps/server/test/authenticator.ts'
import { startServing, type Serving } from './serving.ts'
import { signInAs } from './sign-in.ts'
import { keepPicture, openVisit } from './visit.ts'

const PASSWORD = 'چهار کلمه بی‌ربط'
let serving: Serving

beforeAll(async () => {
  serving = await startServing('sign-in')
}, 120_000)

afterAll(async () => {
  await serving[Symbol.asyncDispose]()
})

const openAs = (role: string, path: string) => signInAs(role, path, { at: serving.url })

const fact = (page: Page, name: string) => page.getByRole('dialog').locator(`dt:text-is("${name}") + dd`)

async function chooseRole(page: Page, role: string): Promise<void> {
  await page.getByRole('dialog').getByRole('button', { name: 'نقش و گسترهٔ دیگر' }).click()
  await page.getByRole('dialog').getByLabel('نقش', { exact: true }).click()
  await page.getByTitle(role, { exact: true }).click()
}

test('an operator locks an account for a reason that is seen, opens it, and ends the sessions of somebody', async () => {
  await using officer = await openAs('کارشناس دستگاه', '/account')
  await using visit = await openAs('راهبر سامانه', '/administration/users?user=karshenas')
  const { page } = visit
  const panel = page.getByRole('dialog', { name: 'کامران کشاورز' })
  await fact(page, 'نشست‌های باز').getByText('۱', { exact: true }).waitFor()
  expect(await panel.getByRole('button', { name: 'برداشتن عامل دوم' }).getAttribute('aria-disabled')).toBe(
    'true',
  )

  await panel.getByRole('button', { name: 'پایان دادن به نشست‌ها' }).click()
  await panel.getByRole('button', { name: 'پایان دادن به نشست‌ها' }).click()
  await panel.getByText('این را بنویسید').waitFor()
  await panel.getByLabel('دلیل').fill('رایانهٔ گم‌شده')
  await page.keyboard.press('Enter')
  await fact(page, 'نشست‌های باز').getByText('۰', { exact: true }).waitFor()
  await officer.page.getByRole('link', { name: 'شغل‌ها' }).click()
  await officer.page.getByRole('dialog', { name: 'دوباره وارد شوید' }).waitFor()

  await panel.getByRole('button', { name: 'قفل کردن حساب' }).click()
  await panel.getByLabel('دلیل').fill('به دستگاه دیگری رفت')
  await page.keyboard.press('Enter')
  await fact(page, 'دلیل قفل').getByText('به دستگاه دیگری رفت').waitFor()
  expect(await fact(page, 'قفل‌کننده').textContent()).toBe('rahbar')
  await keepPicture(visit, 'user-locked')
  await panel.getByRole('button', { name: 'باز کردن حساب' }).click()
  await page.getByRole('dialog', { name: 'حساب باز شود؟' }).getByRole('button', { name: 'بله' }).click()
  await fact(page, 'وضعیت').getByText('باز', { exact: true }).waitFor()
  expect(visit.faults.filter((fault) => fault.includes('Content Security Policy'))).toEqual([])
})

test('saved columns are seen, named and deleted by who may save them, and by nobody else', async () => {
  await using officer = await openAs('کارشناس دستگاه', '/administration/mappings?province=15')
  await officer.page.getByText('در این استان نگاشتی ذخیره نشده است').waitFor()
  await officer.page.evaluate(async () => {
    await fetch('/api/import-mappings/15/AGRI', {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ columns: { شناسه: 'nationalId', 'ردیف نامه': 'ignore' } }),
    })
  })
  await using operator = await openAs('راهبر سامانه', '/administration/mappings?province=15&agency=AGRI')
  const seen = operator.page.getByRole('dialog', { name: 'جهاد کشاورزی' })
  await seen.getByRole('rowheader', { name: 'شناسه' }).waitFor()
  const rename = seen.getByRole('button', { name: 'تغییر نام' })
  expect(await rename.getAttribute('aria-disabled')).toBe('true')
  await keepPicture(operator, 'mapping')

  await officer.page.reload()
  await officer.page.getByRole('link', { name: 'جهاد کشاورزی' }).click()
  const panel = officer.page.getByRole('dialog', { name: 'جهاد کشاورزی' })
  await panel.getByRole('button', { name: 'تغییر نام' }).click()
  await panel.getByLabel('نام نگاشت').fill('فهرست ماهانه')
  await officer.page.keyboard.press('Enter')
  await panel.getByRole('button', { name: 'تغییر نام' }).waitFor()
  await officer.page.keyboard.press('Escape')
  const row = officer.page.getByRole('row', { name: /جهاد کشاورزی/ })
  expect(await row.getByRole('cell').allTextContents()).toEqual(
    expect.arrayContaining(['فهرست ماهانه', '۲', 'user:karshenas', 'هنوز به کار نرفته']),
  )
  await keepPicture(officer, 'mappings')
  await officer.page.getByRole('link', { name: 'جهاد کشاورزی' }).click()
  await panel.getByRole('button', { name: 'حذف نگاشت' }).click()
  await officer.page.getByRole('button', { name: 'بله' }).click()

  await officer.page.getByText('در این استان نگاشتی ذخیره نشده است').waitFor()
})

test('of two operators on one user the second sees the change of the first beside what they wrote', async () => {
  await using slow = await openAs('راهبر سامانه', '/administration/users?user=karshenas')
  await using quick = await openAs('راهبر سامانه', '/administration/users?user=karshenas')
  await chooseRole(slow.page, 'مدیر دستگاه اجرایی')
  await chooseRole(quick.page, 'فرماندار')
  await quick.page.getByRole('dialog').getByLabel('شهرستان', { exact: true }).click()
  await quick.page.keyboard.type('خرم')
  await quick.page.keyboard.press('Enter')
  await quick.page.getByRole('dialog').getByRole('button', { name: 'ثبت', exact: true }).click()
  await fact(quick.page, 'نقش').getByText('فرماندار', { exact: true }).waitFor()

  await slow.page.getByRole('dialog').getByRole('button', { name: 'ثبت', exact: true }).click()

  const told = slow.page.getByRole('alert').getByRole('table')
  const roles = told.getByRole('row', { name: /^نقش/ }).getByRole('cell')
  await roles.nth(1).getByText('فرماندار').waitFor()
  expect(await roles.allTextContents()).toEqual(['کارشناس دستگاه', 'فرماندار', 'مدیر دستگاه اجرایی'])
  expect(await slow.page.getByRole('alert').textContent()).toContain('rahbar')
  await keepPicture(slow, 'user-meanwhile')
  await slow.page.getByRole('button', { name: 'با این حال ثبت کن' }).click()
  await fact(slow.page, 'نقش').getByText('مدیر دستگاه اجرایی', { exact: true }).waitFor()
})

test('of two operators on one period the second keeps what they wrote and sees what the first wrote', async () => {
  const address = '/administration/periods?province=15&period=1404'
  await using slow = await openAs('راهبر سامانه', address)
  await using quick = await openAs('راهبر سامانه', address)
  for (const { page } of [slow, quick]) await page.getByRole('button', { name: 'تغییر: تعهد ۱۴۰۴' }).click()
  await quick.page.getByLabel('مهلت ثبت', { exact: true }).fill('۱۴۰۵/۰۱/۳۱')
  await quick.page.keyboard.press('Enter')
  await quick.page.getByRole('cell', { name: '۳۱ فروردین ۱۴۰۵' }).waitFor()

  await slow.page.getByLabel('عنوان').fill('تعهد سال ۱۴۰۴')
  await slow.page.getByRole('button', { name: 'ثبت', exact: true }).click()

  const told = slow.page.getByRole('alert').getByRole('table')
  const days = told.getByRole('row', { name: /^مهلت ثبت/ }).getByRole('cell')
  await days.nth(1).getByText('۳۱ فروردین ۱۴۰۵').waitFor()
  expect(await days.first().textContent()).toBe('۲۹ اسفند ۱۴۰۴')
  expect(await slow.page.getByLabel('عنوان').inputValue()).toBe('تعهد سال ۱۴۰۴')
  await keepPicture(slow, 'period-meanwhile')
  await slow.page.getByRole('button', { name: 'با این حال ثبت کن' }).click()
  await slow.page.getByRole('rowheader', { name: 'تعهد سال ۱۴۰۴' }).waitFor()
  expect(await slow.page.getByRole('cell', { name: '۳۱ فروردین ۱۴۰۵' }).count()).toBe(1)
})

test('new backup codes are made for the password, and those before open nothing', async () => {
  await using visit = await openAs('بازرسی و حسابرسی', '/account')
  const { page } = visit
  await page.getByLabel('نخست گذرواژهٔ خود را بنویسید').fill(PASSWORD)
  await page.getByRole('button', { name: 'آغاز' }).click()
  const secret = await page.locator('.second-factor-secret .code').textContent()
  const before = await page.locator('.backup-codes li').allTextContents()
  await page.getByLabel('کد شش‌رقمی‌ای که برنامه نشان می‌دهد').fill(codeOf(secret?.replaceAll(' ', '') ?? ''))
  await page.keyboard.press('Enter')

  await page.getByRole('button', { name: 'ساختن کدهای پشتیبان تازه' }).click()
  await page.getByLabel('نخست گذرواژهٔ خود را بنویسید').fill('نادرست')
  await page.keyboard.press('Enter')
  await page.getByText('نام کاربری، گذرواژه یا کد درست نیست').waitFor()
  await page.getByLabel('نخست گذرواژهٔ خود را بنویسید').fill(PASSWORD)
  await page.keyboard.press('Enter')
  await page.getByText('کدهای قبلی دیگر پذیرفته نمی‌شود').waitFor()
  const codes = await page.locator('.backup-codes li').allTextContents()
  await keepPicture(visit, 'backup-codes-renewed')

  expect(codes).toHaveLength(10)
  expect(codes.filter((code) => before.includes(code))).toEqual([])
  await using again = await openVisit('/', { at: serving.url })
  await again.page.getByRole('button', { name: 'بازرسی و حسابرسی' }).click()
  await again.page.getByRole('button', { name: 'ورود', exact: true }).click()
  await again.page.getByLabel('کد', { exact: true }).fill(before[0]!)
  await again.page.keyboard.press('Enter')
  await again.page.getByText('نام کاربری، گذرواژه یا کد درست نیست').waitFor()
  await again.page.getByLabel('کد', { exact: true }).fill(codes[0]!)
  await again.page.keyboard.press('Enter')
  await again.page.getByRole('navigation', { name: 'بخش‌های سامانه' }).waitFor()
})

test('an operator corrects a name: an empty one is refused, and the panel and the audit have the new one', async () => {
  await using visit = await openAs('راهبر سامانه', '/administration/users?user=karshenas')
  const { page } = visit
  await page
    .getByRole('dialog', { name: 'کامران کشاورز' })
    .getByRole('button', { name: 'اصلاح نام', exact: true })
    .click()
  const field = page.getByLabel('نام و نام خانوادگی')
  await field.fill(' ')
  await page.keyboard.press('Enter')
  await page.getByText('این را بنویسید').waitFor()
  await field.fill('کامران کشاورزی')
  await page.keyboard.press('Enter')

  await page.getByRole('dialog', { name: 'کامران کشاورزی' }).waitFor()
  await keepPicture(visit, 'user-renamed')
  await page.goto(new URL('/administration/audit?text=کشاورزی', page.url()).href)
  await page.getByText('کامران کشاورزی').first().waitFor()
  expect(visit.faults.filter((fault) => fault.includes('Content Security Policy'))).toEqual([])
})
