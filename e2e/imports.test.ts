import { API_ROOT } from '@rasad/contracts/define-route'
import { expect, inject, test } from 'vitest'
import { newNationalId } from '../apps/server/test/national-ids.ts'
import { openJobsProvince } from './jobs-province.ts'
import { sendList } from './sent-list.ts'
import { expectNoFault, keepPicture, openVisit } from './visit.ts'

const HEADERS = 'نام,نام خانوادگی,ستون یک,شهرستان,تاریخ شروع به کار'

test('a list is brought, its columns are named, it enters, and is taken back with a reason', async () => {
  await openJobsProvince('24')
  const county = await firstCounty('24')
  const rows = [
    ['مریم', 'احمدی', newNationalId(), county, '1404/02/03'],
    ['علی', 'کریمی', newNationalId(), county, '1404/02/04'],
    ['رضا', 'سپهوند', newNationalId(), county, '1404/12/30'],
  ]
  const file = csvFile('جهاد.csv', [HEADERS, ...rows.map((row) => row.join(','))].join('\n'))
  await using visit = await openVisit('/imports?province=24&period=1404')
  const { page } = visit
  const tile = (name: string) => page.locator('.verdict-tile', { hasText: name }).locator('.verdict-count')

  await page.getByText('هنوز فهرستی وارد نشده است').waitFor()
  await page.getByRole('button', { name: 'ورود فهرست تازه' }).first().click()
  await page.locator('input[type=file]').setInputFiles(file)
  await page.getByText('دستگاه فرستنده را انتخاب کنید تا بررسی آغاز شود', { exact: false }).waitFor()
  await page.getByRole('combobox', { name: 'دستگاه فرستنده' }).fill('کشاورزی')
  await page.keyboard.press('Enter')

  await page.getByText('بررسی آزمایشی؛ هنوز چیزی ثبت نشده است').waitFor()
  expect(await tile('ردشده').textContent()).toBe('۳')
  await page.getByText('کد ملی خالی است؛ کد ملی ده‌رقمی را بنویسید.').first().waitFor()
  await keepPicture(visit, 'import-checked')

  await page.getByText('برگه‌ها و ستون‌ها', { exact: false }).first().click()
  await page.getByRole('combobox', { name: 'خوانده شد به: ستون یک' }).fill('کد ملی')
  await page.keyboard.press('Enter')
  await page.getByText('۱ ستون عوض شده و هنوز بررسی نشده است').waitFor()
  const enter = page.getByRole('button', { name: 'وارد کن', exact: true })
  expect(await enter.getAttribute('aria-disabled')).toBe('true')
  await keepPicture(visit, 'import-columns')

  await page.getByRole('button', { name: 'بررسی دوباره' }).click()
  await page.locator('.verdict-tile', { hasText: '۲' }).first().waitFor()
  expect(await tile('پذیرفته').textContent()).toBe('۲')
  await page
    .getByText('تاریخ شروع به کار خوانده نشد یا چنین روزی در تقویم نیست', { exact: false })
    .first()
    .waitFor()
  expect(await countJobs('24')).toBe(0)
  await page.getByRole('button', { name: 'به خاطر سپردن ستون‌ها برای دستگاه' }).click()
  await page.getByText('ستون‌ها برای فهرست‌های بعدی این دستگاه نگه داشته شد').waitFor()

  await enter.click()
  await page.getByRole('button', { name: 'بله' }).click()
  await page.getByRole('heading', { name: 'ورود ۱' }).waitFor()
  expect(new URL(page.url()).pathname).toBe('/imports/24/1')
  expect(await tile('پذیرفته').textContent()).toBe('۲')
  expect(await countJobs('24')).toBe(2)
  await keepPicture(visit, 'import-entered')

  await page.getByRole('button', { name: 'برگرداندن', exact: true }).click()
  await page.getByLabel('دلیل', { exact: true }).fill('فهرست سال پیش بود')
  await keepPicture(visit, 'import-undo')
  await page.getByRole('dialog').getByRole('button', { name: 'برگرداندن', exact: true }).click()
  await page.getByText('این ورود برگردانده شد').waitFor()
  await page.getByText('فهرست سال پیش بود').waitFor()

  await page.getByRole('link', { name: 'همهٔ ورودها' }).click()
  await page.getByRole('table', { name: 'ورودهای این دوره' }).getByText('برگردانده').waitFor()
  await keepPicture(visit, 'imports')
  expectNoFault(visit)
})

test('an import whose job has moved on is not taken back, and the page says what hinders it', async () => {
  const there = await openJobsProvince('25')
  const county = await firstCounty('25')
  const text = `${HEADERS.replace('ستون یک', 'کد ملی')}\nمریم,احمدی,${newNationalId()},${county},1404/02/03`
  await sendList(inject('journeys').url, { ...placeOf('25'), agency: 'AGRI', name: 'a.csv', text })
  const { jobs } = await ask('/jobs?province=25&period=1404')
  await there.take(jobs[0].jobId, 'confirm')
  await using visit = await openVisit('/imports/25/1?province=25&period=1404')
  const { page } = visit

  await page.getByRole('button', { name: 'برگرداندن', exact: true }).click()
  await page.getByLabel('دلیل', { exact: true }).fill('اشتباه بود')
  await page.getByRole('dialog').getByRole('button', { name: 'برگرداندن', exact: true }).click()

  await page.getByText('را نمی‌توان برگرداند: ۱ شغل آن گام دیگری برداشته است', { exact: false }).waitFor()
  expect(await countJobs('25')).toBe(1)
  expect(await page.getByLabel('دلیل', { exact: true }).inputValue()).toBe('اشتباه بود')
})

test('of a thousand refused rows those in view are drawn, a reason narrows them, and the last can be reached', async () => {
  const rows = Array.from({ length: 1000 }, (_, index) =>
    index % 10 === 0 ? 'علی,,1111111111,ناکجا,1403/02/03' : 'علی,آزمون,1111111111,خرم آباد,1404/02/03',
  )
  const text = [HEADERS.replace('ستون یک', 'کد ملی'), ...rows].join('\n')
  await using visit = await openVisit('/imports/new?province=15&period=1404&agency=BEHZ')
  const { page } = visit
  const table = page.getByRole('group', { name: 'ردیف‌های نیازمند توجه' })

  await page.locator('input[type=file]').setInputFiles(csvFile('هزار ردیف.csv', text))
  await table.getByText('۵۰۰ از ۱٬۰۰۰').waitFor()
  expect(await table.locator('tbody tr').count()).toBeLessThan(80)
  await page.getByRole('button', { name: 'ردیف‌های بیشتر' }).click()
  await table.getByText('۱٬۰۰۰ از ۱٬۰۰۰').waitFor()
  await expect
    .poll(async () => {
      await table.evaluate((box) => box.scrollTo(0, box.scrollHeight))
      return table.getByRole('rowheader', { name: '۱٬۰۰۱', exact: true }).count()
    })
    .toBe(1)
  await keepPicture(visit, 'import-long')

  await page.getByRole('button', { name: 'نام خانوادگی خالی است', exact: false }).click()
  await table.getByText('۱۰۰ از ۱۰۰').waitFor()
  expect(new URL(page.url()).searchParams.get('note')).toBe('last-name.missing')
  expectNoFault(visit)
})

test('a file that is no list is refused in words, and what is under way is found again', async () => {
  await using visit = await openVisit('/imports/new?province=15&period=1404&agency=SMT')
  const { page } = visit

  await page.locator('input[type=file]').setInputFiles(csvFile('یادداشت.csv', 'این,فهرست,نیست\n1,2,3\n'))
  await page.getByText('در این فایل فهرست شغلی پیدا نشد', { exact: false }).waitFor()
  await page.getByText('اگر سرستون‌های فایل نام دیگری دارد', { exact: false }).waitFor()
  await keepPicture(visit, 'import-refused')
  await page.locator('input[type=file]').setInputFiles(csvFile('خالی.xlsx', ''))
  await page.getByText('فایل خالی است.').waitFor()

  await page.getByRole('link', { name: 'ورودهای گذشته' }).click()
  const recent = page.getByRole('region', { name: 'به سرانجام نرسیده' })
  await recent.getByRole('link', { name: 'یادداشت.csv' }).click()
  await page.getByText('در این فایل فهرست شغلی پیدا نشد', { exact: false }).waitFor()
})

function csvFile(name: string, text: string) {
  return { name, mimeType: 'text/csv', buffer: Buffer.from(text) }
}

function placeOf(province: string) {
  return { province, period: '1404' }
}

async function firstCounty(province: string): Promise<string> {
  const { counties } = await ask(`/counties?province=${province}`)
  return counties[0].nameFa
}

async function countJobs(province: string): Promise<number> {
  const { total } = await ask(`/figures?province=${province}&period=1404&by=county`)
  return total.registered
}

async function ask(path: string) {
  return (await fetch(`${inject('journeys').url}${API_ROOT}${path}`)).json()
}
