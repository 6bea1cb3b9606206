import { signIn } from '@rasad/contracts/access'
import { API_ROOT } from '@rasad/contracts/define-route'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { codeOf } from '../apps/server/test/authenticator.ts'
import { startServing, type Serving } from './serving.ts'
import { signInAs } from './sign-in.ts'
import { keepPicture, openVisit } from './visit.ts'

const PASSWORD = 'پنج واژهٔ تازهٔ بی‌ربط'
let serving: Serving

beforeAll(async () => {
  serving = await startServing('sign-in')
}, 120_000)

afterAll(async () => {
  await serving[Symbol.asyncDispose]()
})

const openAs = (role: string, path: string) => signInAs(role, path, { at: serving.url })

test('a deputy signs in by password and code, comes to where they wanted to go, and leaves', async () => {
  await using visit = await openVisit('/figures?by=agency', { at: serving.url })
  const { page } = visit
  await page.getByRole('heading', { name: 'ورود به رصد' }).waitFor()
  await page.getByLabel('نام کاربری').fill('moaven')
  await page.getByLabel('گذرواژه', { exact: true }).fill('نادرست')
  await page.keyboard.press('Enter')
  await page.getByText('نام کاربری، گذرواژه یا کد درست نیست').waitFor()

  await page.getByRole('button', { name: 'معاون هماهنگی امور اقتصادی' }).click()
  await page.getByRole('button', { name: 'ورود', exact: true }).click()
  await page.getByText('کد این حساب نمایشی نوشته شده است').waitFor()
  await keepPicture(visit, 'sign-in-code')
  await page.keyboard.press('Enter')

  await page.locator('table.pivot').getByRole('rowheader', { name: 'کمیته امداد' }).waitFor()
  expect(new URL(page.url()).searchParams.get('by')).toBe('agency')
  const who = page.getByRole('button', { name: 'مهین معاونی، معاون هماهنگی امور اقتصادی · لرستان' })
  await who.click()
  await page.getByRole('menuitem', { name: 'خروج' }).click()
  await page.getByRole('heading', { name: 'ورود به رصد' }).waitFor()
  await page.goto('/figures')
  await page.getByRole('heading', { name: 'ورود به رصد' }).waitFor()
})

test('users are found while their name is typed, in any spelling, and the address says what was typed', async () => {
  await using visit = await openAs('راهبر سامانه', '/administration/users')
  const { page } = visit
  const names = page.getByRole('rowheader')
  expect(await names.count()).toBeGreaterThan(1)

  await page.getByRole('searchbox', { name: 'نام یا نام کاربری' }).focus()
  await page.keyboard.type('كشاورز كامران')
  await page.waitForURL(/[?&]q=/)
  await page.getByText('۱ کاربر', { exact: true }).waitFor()
  expect(await names.allTextContents()).toEqual(['کامران کشاورز'])

  await page.reload()
  await page.getByText('۱ کاربر', { exact: true }).waitFor()
  await page.getByRole('searchbox', { name: 'نام یا نام کاربری' }).fill('کسی نیست')
  await page.getByText('کاربری با این شرط‌ها نیست').waitFor()
})

test('somebody new changes the one-time password and sets up the second factor before anything else', async () => {
  await using visit = await openAs('راهبر سامانه', '/administration/users')
  const { page } = visit
  await page.getByRole('button', { name: 'افزودن کاربر' }).click()
  const form = page.getByRole('form', { name: 'افزودن کاربر' })
  await form.getByLabel('نام و نام خانوادگی').fill('بهار بازرسی')
  await form.getByLabel('نام کاربری').fill('bazras')
  await form.getByLabel('نقش').click()
  await page.getByTitle('بازرس', { exact: true }).click()
  await form.getByRole('button', { name: 'افزودن کاربر' }).click()
  await form.getByText('این نقش جایگاه می‌خواهد').waitFor()
  await form.getByLabel('استان').click()
  await page.keyboard.type('لرستان')
  await page.keyboard.press('Enter')
  await form.getByRole('button', { name: 'افزودن کاربر' }).click()
  const oneTime = await page.locator('.one-time output').textContent()
  await keepPicture(visit, 'user-added')

  await using first = await openVisit('/', { at: serving.url })
  const fresh = first.page
  await fresh.getByLabel('نام کاربری').fill('bazras')
  await fresh.getByLabel('گذرواژه', { exact: true }).fill(oneTime ?? '')
  await fresh.keyboard.press('Enter')
  await fresh.getByRole('heading', { name: 'گذرواژهٔ خود را انتخاب کنید' }).waitFor()
  await fresh.goto('/figures')
  await fresh.getByRole('heading', { name: 'گذرواژهٔ خود را انتخاب کنید' }).waitFor()
  await fresh.getByLabel('گذرواژهٔ کنونی').fill(oneTime ?? '')
  await fresh.getByLabel('گذرواژهٔ تازه', { exact: true }).fill(PASSWORD)
  await fresh.getByLabel('گذرواژهٔ تازه، دوباره').fill(`${PASSWORD}!`)
  await fresh.keyboard.press('Enter')
  await fresh.getByText('دو گذرواژهٔ تازه یکی نیست').waitFor()
  await fresh.getByLabel('گذرواژهٔ تازه، دوباره').fill(PASSWORD)
  await fresh.keyboard.press('Enter')

  await fresh.getByRole('heading', { name: 'عامل دوم را راه بیندازید' }).waitFor()
  await fresh.getByRole('button', { name: 'آغاز' }).click()
  const secret = await fresh.locator('.second-factor-secret .code').textContent()
  expect(await fresh.locator('.backup-codes li').count()).toBeGreaterThan(5)
  await keepPicture(first, 'second-factor-set-up')
  await fresh.getByLabel('کد شش‌رقمی‌ای که برنامه نشان می‌دهد').fill(codeOf(secret?.replaceAll(' ', '') ?? ''))
  await fresh.keyboard.press('Enter')

  await fresh.getByRole('heading', { name: 'تفکیک رقم‌ها' }).waitFor()
  await fresh.goto('/account')
  await fresh.getByText('همین نشست').waitFor()
  await fresh.getByText('روشن است').waitFor()
  await keepPicture(first, 'account')
})

test('a session that ends under an open form is taken up again over it, and what was typed is sent', async () => {
  await using visit = await openAs('راهبر سامانه', '/administration/periods?province=03')
  const { page, context } = visit
  await page.getByRole('button', { name: 'باز کردن دوره' }).click()
  const form = page.getByRole('form', { name: 'باز کردن دوره' })
  await form.getByLabel('دوره', { exact: true }).fill('۱۴۰۵')
  await form.getByLabel('آغاز', { exact: true }).fill('۱۴۰۵/۰۱/۰۱')
  await form.getByLabel('پایان', { exact: true }).fill('۱۴۰۵/۱۲/۲۹')
  await context.clearCookies()
  await form.getByRole('button', { name: 'باز کردن دوره' }).click()

  const dialog = page.getByRole('dialog', { name: 'دوباره وارد شوید' })
  await dialog.getByLabel('گذرواژه', { exact: true }).fill('چهار کلمه بی‌ربط')
  await page.waitForTimeout(400)
  await keepPicture(visit, 'session-ended')
  await page.keyboard.press('Enter')
  await dialog.waitFor({ state: 'hidden' })
  expect(await form.getByLabel('دوره', { exact: true }).inputValue()).toBe('۱۴۰۵')
  await form.getByRole('button', { name: 'باز کردن دوره' }).click()

  await page.getByRole('cell', { name: '۱ فروردین ۱۴۰۵' }).waitFor()
})

test('what somebody has typed is not there for who signs in after them in the same tab', async () => {
  await using visit = await openAs('کارشناس دستگاه', '/jobs/new')
  const { page } = visit
  await page.getByLabel('نام خانوادگی').fill('پوشیده')
  const enter = async (from: RegExp, role: string) => {
    await page.getByRole('button', { name: from }).click()
    await page.getByRole('menuitem', { name: 'خروج' }).click()
    await page.getByRole('button', { name: role }).click()
    await page.getByRole('button', { name: 'ورود', exact: true }).click()
    const code = page.getByText('کد این حساب نمایشی نوشته شده است')
    await page.getByRole('navigation', { name: 'بخش‌های سامانه' }).or(code).waitFor()
    if (await code.isVisible()) await page.keyboard.press('Enter')
    await page.getByRole('navigation', { name: 'بخش‌های سامانه' }).waitFor()
    await page.goto('/jobs/new')
  }

  await enter(/کامران کشاورز/, 'راهبر سامانه')
  expect(await page.getByLabel('نام خانوادگی').inputValue()).toBe('')
  await enter(/رامین راهبر/, 'کارشناس دستگاه')
  expect(await page.getByLabel('نام خانوادگی').inputValue()).toBe('پوشیده')
})

test('a tab that is come back to begins anew when somebody else has signed in beside it', async () => {
  await using visit = await openAs('کارشناس دستگاه', '/jobs')
  const { page, context } = visit
  await page.getByRole('heading', { level: 1, name: 'شغل‌ها' }).waitFor()
  const words = { userName: 'hesabras', password: 'چهار کلمه بی‌ربط' }
  await context.request.post(`${API_ROOT}${signIn.path}`, { data: words, headers: { origin: serving.url } })

  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))

  await page.getByRole('button', { name: /حسین حسابرس/ }).waitFor()
  expect(new URL(page.url()).pathname).toBe('/')
})

test('an auditor reads the users and cannot change them; an officer of an agency has no such page', async () => {
  await using auditor = await openAs('بازرسی و حسابرسی', '/administration/users')
  const add = auditor.page.getByRole('button', { name: 'افزودن کاربر' })
  expect(await add.getAttribute('aria-disabled')).toBe('true')
  await auditor.page.getByRole('link', { name: 'مهین معاونی' }).click()
  const lock = auditor.page.getByRole('button', { name: 'قفل کردن حساب' })
  expect(await lock.getAttribute('aria-disabled')).toBe('true')
  await keepPicture(auditor, 'user-of-auditor')

  await using officer = await openAs('کارشناس دستگاه', '/administration')
  const tabs = officer.page.getByRole('navigation', { name: 'مدیریت سامانه' }).getByRole('link')
  expect(await tabs.allTextContents()).toEqual(['نقش‌ها', 'دستگاه‌ها', 'دوره‌ها', 'نگاشت ستون‌ها'])
  await officer.page.goto('/administration/users')
  await officer.page.getByText('اجازهٔ این کار را ندارید').waitFor()
})

test('an operator checks the ledger, and looks an act up in the audit trail', async () => {
  await using visit = await openAs('راهبر سامانه', '/administration/system')
  const { page } = visit
  await page.getByRole('button', { name: 'وارسی دفتر', exact: true }).click()
  await page.getByText('همهٔ جمع‌ها با سندها می‌خواند').waitFor()
  await keepPicture(visit, 'ledger-checked')

  await page.getByRole('link', { name: 'سابقهٔ اقدامات' }).click()
  await page.getByLabel('اقدام', { exact: true }).click()
  await page.keyboard.type('نمایشی')
  await page.keyboard.press('Enter')
  await page.getByText('۱ اقدام؛ ابتدا تازه‌ترین').waitFor()
  expect(new URL(page.url()).searchParams.get('action')).toBe('user.demonstration-added')
  expect(await page.locator('tbody tr').textContent()).toContain('rahbar')

  await page.getByLabel('اقدام‌کننده').fill('user:rahbar')
  await page.keyboard.press('Enter')
  await page.getByText('اقدامی با این شرط‌ها ثبت نشده است').waitFor()
  expect(new URL(page.url()).searchParams.get('actor')).toBe('user:rahbar')
  await page.getByRole('button', { name: 'پاک کردن شرط‌ها' }).click()
  await page.getByRole('rowheader', { name: 'ثبت شغل' }).first().waitFor()
  const registered = page.getByRole('row', { name: /ثبت شغل/ }).first()
  expect(await registered.locator('.audit-subject').textContent()).toMatch(/دوره ۱۴۰۴/)
  expect(await registered.locator('.audit-subject').textContent()).not.toMatch(/[0-9]/)
})
