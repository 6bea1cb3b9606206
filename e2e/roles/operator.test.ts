import { randomUUID } from 'node:crypto'
import { getFigures } from '@rasad/contracts/figures'
import { listJobs } from '@rasad/contracts/jobs'
import { beforeAll, expect, test } from 'vitest'
import { keepPicture, openVisit } from '../visit.ts'
import { send, untilLoaded } from './accounts.ts'
import { expectNoFaultInside, signInAs } from '../sign-in.ts'

const PASSWORD = 'شش واژهٔ تازهٔ بی‌ربط'

beforeAll(untilLoaded, 240_000)

test('an operator adds a bank representative, who sees no person and no figure; then locks the account', async () => {
  const userName = `bank-${randomUUID().slice(0, 8)}`
  const name = `نمایندهٔ ${userName}`
  await using visit = await signInAs('راهبر سامانه')
  const { page } = visit
  expect(new URL(page.url()).searchParams.get('province')).toBe('15')
  await page.getByRole('link', { name: 'مدیریت سامانه' }).click()
  await page.getByRole('button', { name: 'افزودن کاربر' }).click()
  const form = page.getByRole('form', { name: 'افزودن کاربر' })
  await form.getByLabel('نام و نام خانوادگی').fill(name)
  await form.getByLabel('نام کاربری').fill(userName)
  await form.getByLabel('نقش').click()
  await page.getByTitle('نمایندهٔ بانک عامل', { exact: true }).click()
  await form.getByLabel('استان').click()
  await page.keyboard.type('لرستان')
  await page.keyboard.press('Enter')
  await form.getByLabel('بانک').click()
  await page.keyboard.type('صنعت و معدن')
  await page.keyboard.press('Enter')
  await form.getByRole('button', { name: 'افزودن کاربر' }).click()
  const oneTime = await page.locator('.one-time output').textContent()
  await keepPicture(visit, 'role-operator-user-added')
  await page.getByRole('button', { name: 'رساندم؛ ببند' }).click()

  await using bank = await openVisit('/')
  const own = bank.page
  await own.getByLabel('نام کاربری').fill(userName)
  await own.getByLabel('گذرواژه', { exact: true }).fill(oneTime ?? '')
  await own.keyboard.press('Enter')
  await own.getByLabel('گذرواژهٔ تازه', { exact: true }).fill(PASSWORD)
  await own.getByLabel('گذرواژهٔ تازه، دوباره').fill(PASSWORD)
  await own.keyboard.press('Enter')
  await own.getByText('در نقش شما رقم و شغلی دیده نمی‌شود').waitFor()
  const parts = own.getByRole('navigation', { name: 'بخش‌های سامانه' }).getByRole('link')
  expect(await parts.allTextContents()).toEqual(['مدیریت سامانه'])
  await keepPicture(bank, 'role-bank-today')
  await own.getByRole('link', { name: 'دیدن دوره‌ها و دستگاه‌ها' }).click()
  await own.getByRole('link', { name: 'دوره‌ها', exact: true }).click()
  await own.getByRole('rowheader', { name: '۱۴۰۴' }).waitFor()
  expectNoFaultInside(bank)
  const query = { province: '15', period: '1404' }
  for (const contract of [getFigures, listJobs])
    expect((await send(bank.context.request, contract, { query })).status()).toBe(403)

  await page.getByRole('link', { name }).click()
  await page.getByRole('button', { name: 'قفل کردن حساب' }).click()
  await page.getByLabel('دلیل').fill('پایان مأموریت')
  await page.getByRole('button', { name: 'قفل کردن حساب' }).click()
  await page.locator('.side-sheet').getByText(/قفل ·/).waitFor()
  await own.reload()
  await own.getByRole('heading', { name: 'ورود به رصد' }).waitFor()
  await page.keyboard.press('Escape')

  await page.getByRole('link', { name: 'سابقهٔ اقدامات' }).click()
  await page.getByRole('rowheader', { name: 'قفل کردن حساب' }).first().waitFor()
  expect(await page.locator('#page tbody').textContent()).toContain('پایان مأموریت')
  await page.getByRole('link', { name: 'وضعیت سامانه' }).click()
  await page.getByText('هنوز پشتیبانی گرفته نشده است', { exact: false }).waitFor()
  await keepPicture(visit, 'role-operator-system')
  expectNoFaultInside(visit)
})
