import { API_ROOT } from '@rasad/contracts/define-route'
import { maskNationalId } from '@rasad/domain/persian/identifiers'
import type { Page } from 'playwright-core'
import { beforeAll, expect, inject, test } from 'vitest'
import { newNationalId } from '../apps/server/test/national-ids.ts'
import { openJobsProvince } from './jobs-province.ts'
import { expectNoFault, keepPicture, openVisit } from './visit.ts'

const { url } = inject('journeys')
const PROVINCE = '00'
const PLACE = `province=${PROVINCE}&period=again`
const HEADERS = 'نام,نام خانوادگی,کد ملی,شهرستان,تاریخ شروع به کار,رستهٔ ما'

beforeAll(async () => {
  await openJobsProvince(PROVINCE, 'again')
})

test('a checked list is taken up again on another day with other columns and another agency, and stays mended', async () => {
  const county = await firstCounty()
  const text = [
    HEADERS,
    `مریم,احمدی,${newNationalId()},${county},1404/02/03,زن`,
    `رضا,سپهوند,${newNationalId()},ناکجا,1404/02/05,مرد`,
  ].join('\n')
  await using visit = await openVisit(`/imports/new?${PLACE}&agency=AGRI`)
  const { page } = visit
  await page.locator('input[type=file]').setInputFiles(csvFile('دوباره.csv', text))
  await page.getByRole('button', { name: 'اصلاح ردیف ۳' }).click()
  await page.locator('.mend-form').getByLabel('شهرستان').selectOption(county)
  await page.keyboard.press('Enter')
  await page.getByText('ردیف ردشده‌ای نمانده است', { exact: false }).waitFor()

  await page.goto(`/imports?${PLACE}`)
  await page.evaluate(() => sessionStorage.clear())
  await page.getByRole('link', { name: 'دوباره.csv' }).click()
  await page.getByText('برگه‌ها و ستون‌ها', { exact: false }).first().click()
  await choose(page, 'خوانده شد به: رستهٔ ما', 'جنسیت')
  await page.getByText('۱ ستون عوض شده و هنوز بررسی نشده است', { exact: false }).waitFor()
  await choose(page, 'دستگاه فرستنده', 'بهزیستی')
  await page.getByText('دستگاه فرستنده عوض شده', { exact: false }).waitFor()
  await page.getByText('اصلاح‌های ردیف‌ها در بررسی تازه می‌ماند', { exact: false }).waitFor()
  await page.getByText('۱ ستون عوض شده', { exact: false }).waitFor()
  await keepPicture(visit, 'import-again')
  const before = runOf(page)
  await page.getByRole('button', { name: 'بررسی دوباره' }).click()

  await expect.poll(() => runOf(page)).not.toBe(before)
  await page.getByText('۱ ردیف اصلاح‌شده', { exact: false }).waitFor()
  await page.locator('.run-head').getByText('بهزیستی', { exact: false }).waitFor()
  await page.getByRole('button', { name: 'به خاطر سپردن ستون‌ها برای دستگاه' }).waitFor()
  await page.goto(`/imports/new?${PLACE}&run=${before}`)
  await page.getByRole('link', { name: 'رفتن به بررسی تازه' }).click()
  await page.getByRole('button', { name: 'وارد کن', exact: true }).click()
  await page.getByRole('button', { name: 'بله' }).click()
  await page.getByRole('heading', { name: 'ورود ۱' }).waitFor()
  await page.getByText('اصلاح‌ها · ۱').waitFor()
  expectNoFault(visit)
})

test('a national ID that is not wrong stays masked in its row until Enter asks for it, once for the audit', async () => {
  const county = await firstCounty()
  const nationalId = newNationalId()
  const text = `${HEADERS}\nعلی,کریمی,${nationalId},ناکجا,1404/02/04,مرد`
  await using visit = await openVisit(`/imports/new?${PLACE}&agency=AGRI`)
  const { page } = visit
  await page.locator('input[type=file]').setInputFiles(csvFile('پوشیده.csv', text))
  await page.getByRole('button', { name: 'اصلاح ردیف ۲' }).click()
  await page.getByRole('button', { name: 'همهٔ خانه‌ها' }).click()
  const field = page.getByLabel('کد ملی', { exact: true })
  expect(await field.inputValue()).toBe(maskNationalId(nationalId))
  expect(await page.content()).not.toContain(nationalId)
  expect(await revealed()).toBe(0)
  await keepPicture(visit, 'import-masked')

  await field.focus()
  await page.keyboard.press('Enter')
  await expect.poll(() => field.inputValue()).toBe(nationalId)
  expect(await revealed()).toBe(1)

  await page.locator('.mend-form').getByLabel('شهرستان').selectOption(county)
  await page.keyboard.press('Enter')
  await page.getByRole('status').getByText('ردیف ۲: پذیرفته').waitFor()
  expect(await revealed()).toBe(1)
  expectNoFault(visit)
})

async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).fill(option)
  await page.keyboard.press('Enter')
}

function runOf(page: Page): string | null {
  return new URL(page.url()).searchParams.get('run')
}

async function revealed(): Promise<number> {
  const asked = new URLSearchParams({ province: PROVINCE, action: 'person.revealed' })
  const answer = await (await fetch(`${url}${API_ROOT}/audit?${asked.toString()}`)).json()
  return answer.rows.length
}

async function firstCounty(): Promise<string> {
  const { counties } = await (await fetch(`${url}${API_ROOT}/counties?province=${PROVINCE}`)).json()
  return counties[0].nameFa
}

function csvFile(name: string, text: string) {
  return { name, mimeType: 'text/csv', buffer: Buffer.from(text) }
}
