import { text as textOf } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { newNationalId } from '../apps/server/test/national-ids.ts'
import { openJobsProvince } from './jobs-province.ts'
import { expectNoFault, keepPicture, openVisit } from './visit.ts'

test('an officer registers a job by hand, is told what is wrong, and loses nothing', async () => {
  await openJobsProvince('06')
  await using visit = await openVisit('/jobs/new?province=06&period=1404')
  const { page } = visit
  const choose = async (label: string, option: string) => {
    await page.getByLabel(label, { exact: true }).fill(option)
    await page.keyboard.press('Enter')
  }

  await page.getByLabel('کد ملی *').fill('۱۲۳۴۵۶۷۸۹۰')
  await page.getByLabel('نام خانوادگی *').fill('احمدی')
  await page.getByRole('button', { name: 'ثبت شغل' }).click()
  await page.getByText('کد ملی درست نیست؛ آن را با کارت ملی بسنجید.').waitFor()
  await page.getByText('شهرستان خالی است؛ نام شهرستان محل کار را بنویسید.').waitFor()
  await keepPicture(visit, 'new-job-faults')

  await page.reload()
  expect(await page.getByLabel('نام خانوادگی *').inputValue()).toBe('احمدی')
  await page.getByLabel('کد ملی *').fill(newNationalId())
  await page.getByLabel('نام', { exact: true }).fill('مریم')
  await choose('دستگاه *', 'جهاد کشاورزی')
  await page.getByLabel('شهرستان محل کار *').click()
  await page.keyboard.press('Enter')
  await page.getByLabel('شروع به کار *', { exact: true }).fill('۱۴۰۴/۰۲/۰۳')
  await page.getByRole('button', { name: 'ثبت شغل' }).click()
  await page.getByText('شغل ثبت شد: مریم احمدی').waitFor()
  expect(await page.getByLabel('نام خانوادگی *').inputValue()).toBe('')

  await page.getByRole('link', { name: 'دیدن شغل' }).click()
  await page.getByRole('heading', { level: 1, name: 'مریم احمدی' }).waitFor()
  expectNoFault(visit)
})

test('what somebody else did meanwhile is shown and not written over', async () => {
  const there = await openJobsProvince('07')
  const { jobId } = await there.register('احمدی')
  await using visit = await openVisit(`/jobs/07/${jobId}?province=07&period=1404`)
  const { page } = visit
  const steps = page.getByRole('complementary', { name: 'گام‌ها' })

  await steps.getByRole('button', { name: 'تأیید دستگاه' }).click()
  const dialog = page.getByRole('dialog')
  await there.take(jobId, 'return', 'نشانی روشن نیست')
  await dialog.getByLabel('یادداشت (دلخواه)').fill('دیده شد')
  await dialog.getByRole('button', { name: 'تأیید دستگاه' }).click()

  const told = dialog.getByRole('alert')
  await told.getByText('نشانی روشن نیست').waitFor()
  expect(await told.textContent()).toContain('در این میان کس دیگری این شغل را تغییر داده است')
  const goOn = dialog.getByRole('button', { name: 'با این حال ادامه' })
  expect(await goOn.getAttribute('aria-disabled')).toBe('true')
  expect(await dialog.getByLabel('یادداشت (دلخواه)').inputValue()).toBe('دیده شد')
  expect((await there.lastStep(jobId)).step).toBe('return')
  await keepPicture(visit, 'job-meanwhile')
})

test('a job is corrected, and before and after stay in its history; a step that is not open says why', async () => {
  const there = await openJobsProvince('08')
  const { jobId } = await there.register('احمدی')
  await using visit = await openVisit(`/jobs/08/${jobId}?province=08&period=1404`)
  const { page } = visit
  const steps = page.getByRole('complementary', { name: 'گام‌ها' })

  const verify = steps.getByRole('button', { name: 'تأیید راستی‌آزمایی' })
  expect(await verify.getAttribute('aria-disabled')).toBe('true')
  const why = await verify.getAttribute('aria-describedby')
  expect(await page.locator(`[id="${why}"]`).textContent()).toContain('«تأییدشدهٔ دستگاه»')

  await steps.getByRole('button', { name: 'اصلاح', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('شروع به کار', { exact: true }).fill('1404/5/6')
  await dialog.getByRole('button', { name: 'با مدارک تطبیق داده شد' }).click()
  await dialog.getByRole('button', { name: 'اصلاح', exact: true }).click()
  const history = page.locator('.time-line')
  await history.getByText('با مدارک تطبیق داده شد').waitFor()
  expect(await history.locator('.changes').textContent()).toBe('شروع به کار: ۱۴۰۴/۰۲/۰۳ ۱۴۰۴/۰۵/۰۶')
  await keepPicture(visit, 'job-corrected')
  expectNoFault(visit)
})

test('a conflict is decided with both claims side by side', async () => {
  const there = await openJobsProvince('10')
  const { nationalId } = await there.register('احمدی')
  await there.claim('احمدی', nationalId, 'KOMITEH')
  await using visit = await openVisit('/conflicts?province=10&period=1404')
  const { page } = visit

  await page.getByText('۱ پروندهٔ باز', { exact: true }).waitFor()
  await page.getByRole('combobox', { name: 'دستگاه' }).click()
  await page.keyboard.type('بهزيستي')
  await page.keyboard.press('Enter')
  await page.getByText('این دستگاه در هیچ پروندهٔ بازی نیست').waitFor()
  expect(new URL(page.url()).searchParams.get('agency')).toBe('BEHZ')
  await page.getByRole('button', { name: 'همهٔ دستگاه‌ها' }).click()
  await page.getByRole('link', { name: 'مریم احمدی' }).click()
  await page.getByText('ادعاها کنار هم').waitFor()
  const claims = page.locator('.claims')
  expect(await claims.locator('tr[data-differs="true"] th').allTextContents()).toEqual(['شروع به کارمتفاوت'])
  await keepPicture(visit, 'conflict')
  const decide = page.getByRole('button', { name: 'ثبت تصمیم' })
  expect(await decide.getAttribute('aria-disabled')).toBe('true')
  await page.getByRole('radio', { name: 'کمیته امداد' }).check()
  await page.getByRole('button', { name: 'تسهیلات را این دستگاه پرداخته است' }).click()
  await decide.click()

  await page.locator('.decision blockquote').waitFor()
  expect(await page.locator('.decision').textContent()).toContain('صاحب شغل: کمیته امداد')
  expectNoFault(visit)
})

test('the list is narrowed down in the address, and chosen columns are remembered', async () => {
  const there = await openJobsProvince('21')
  const { jobId } = await there.register('احمدی')
  await there.register('کریمی')
  await there.take(jobId, 'confirm')
  await using visit = await openVisit('/jobs?province=21&period=1404')
  const { page } = visit
  const table = page.locator('.list-table')
  expect(await table.locator('tbody tr').count()).toBe(2)

  await page.getByLabel('وضعیت', { exact: true }).fill('تأییدشدهٔ دستگاه')
  await page.keyboard.press('Enter')
  await table.getByText('کریمی').waitFor({ state: 'detached' })
  expect(new URL(page.url()).searchParams.get('state')).toBe('agency-confirmed')
  await page.keyboard.press('Escape')

  await page.getByRole('button', { name: 'ستون‌ها' }).click()
  await page.getByRole('checkbox', { name: 'جنسیت' }).check()
  await page.reload()
  await table.getByRole('columnheader', { name: 'جنسیت' }).waitFor()
  expect(await table.locator('tbody tr').count()).toBe(1)

  await page.getByRole('button', { name: 'پاک کردن فیلترها' }).click()
  await table.getByText('کریمی').waitFor()
  expectNoFault(visit)
})

test('a person is found by name or national ID in any digits, and several jobs take a step together', async () => {
  const there = await openJobsProvince('22')
  const found = await there.register('ملک زاده')
  const other = await there.register('کریمی')
  const late = await there.register('سپهوند')
  await using visit = await openVisit('/jobs?province=22&period=1404')
  const { page } = visit
  const table = page.locator('.list-table')
  const persian = (text: string) => text.replaceAll(/\d/g, (digit) => '۰۱۲۳۴۵۶۷۸۹'[Number(digit)]!)

  await page.getByRole('searchbox', { name: 'جست‌وجو' }).fill('ملک‌زاده')
  await table.getByText('کریمی').waitFor({ state: 'detached' })
  expect(new URL(page.url()).searchParams.get('q')).toBe('ملک‌زاده')
  expect(await table.locator('caption').textContent()).toContain('۱ شغل')
  await page.getByRole('searchbox', { name: 'جست‌وجو' }).fill(persian(other.nationalId))
  await table.getByText('کریمی').waitFor()
  expect(await table.locator('tbody tr').count()).toBe(1)

  await page.getByRole('button', { name: 'پاک کردن فیلترها' }).click()
  await table.getByText('سپهوند').waitFor()
  await page.getByRole('checkbox', { name: 'انتخاب همهٔ این صفحه' }).check()
  const bar = page.getByRole('region', { name: '۳ شغل انتخاب‌شده' })
  expect(await bar.getByRole('button', { name: 'تأیید راستی‌آزمایی' }).getAttribute('aria-disabled')).toBe(
    'true',
  )
  await bar.getByRole('button', { name: 'تأیید دستگاه' }).click()
  await there.take(late.jobId, 'return', 'نشانی روشن نیست')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'تأیید دستگاه' }).click()
  await dialog.getByText('برای ۲ شغل انجام شد.').waitFor()
  expect(await dialog.locator('.bulk-refused').textContent()).toBe(
    'مریم سپهوند این شغل در این میان تغییر کرده است. تغییر را ببینید و دوباره تصمیم بگیرید.',
  )
  await keepPicture(visit, 'jobs-together')
  const steps = await Promise.all([found, other, late].map(({ jobId }) => there.lastStep(jobId)))
  expect(steps.map(({ step }) => step)).toEqual(['confirm', 'confirm', 'return'])
})

test('what is filtered leaves as a file, and nothing else', async () => {
  const there = await openJobsProvince('23')
  await there.register('احمدی')
  await there.register('کریمی')
  await using visit = await openVisit('/jobs?province=23&period=1404&q=کریمی')
  const { page } = visit

  await page.getByRole('button', { name: 'دریافت' }).click()
  const download = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: 'CSV' }).click()

  const text = await textOf(await (await download).createReadStream())
  expect(text).toContain('کریمی')
  expect(text).not.toContain('احمدی')
})

test('the list is narrowed down by day and by who registered, and so is its file', async () => {
  const there = await openJobsProvince('27')
  const { nationalId } = await there.register('احمدی')
  await there.register('کریمی')
  await there.claim('احمدی', nationalId, 'KOMITEH')
  await using visit = await openVisit('/jobs?province=27&period=1404')
  const { page } = visit
  const table = page.locator('.list-table')
  await page.getByRole('button', { name: 'فیلترهای دیگر' }).click()

  await page.getByLabel('شروع به کار از', { exact: true }).fill('۱۴۰۴/۰۲/۰۴')
  await page.keyboard.press('Enter')
  await page.getByText('شغلی با این فیلترها نیست').waitFor()
  expect(new URL(page.url()).searchParams.get('startFrom')).toBe('1404-02-04')
  await page.getByLabel('شروع به کار از', { exact: true }).fill('۱۴۰۴/۰۲/۰۳')
  await page.keyboard.press('Enter')
  await table.getByText('کریمی').waitFor()
  await page.getByRole('combobox', { name: 'ثبت‌کننده' }).click()
  await page.keyboard.press('Enter')
  await expect.poll(() => new URL(page.url()).searchParams.get('registeredBy')).toMatch(/^operator:/)
  await page.getByRole('checkbox', { name: 'تنها کسانی که چند دستگاه ادعایشان کرده‌اند' }).click()
  await table.getByText('کریمی').waitFor({ state: 'detached' })
  await keepPicture(visit, 'jobs-narrowed')

  await page.getByRole('button', { name: 'دریافت' }).click()
  const download = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: 'CSV' }).click()
  const text = await textOf(await (await download).createReadStream())
  expect([text.includes('احمدی'), text.includes('کریمی')]).toEqual([true, false])
  expectNoFault(visit)
})

test('a national ID is shown in full only for a reason', async () => {
  const there = await openJobsProvince('09')
  const { jobId, nationalId } = await there.register('احمدی')
  await using visit = await openVisit(`/jobs/09/${jobId}?province=09&period=1404`)
  const { page } = visit
  const written = nationalId.replaceAll(/\d/g, (digit) => '۰۱۲۳۴۵۶۷۸۹'[Number(digit)]!)
  expect(await page.locator('main').textContent()).not.toContain(written)

  await page.locator('.job-facts').getByRole('button', { name: 'نمایش' }).click()
  const dialog = page.getByRole('dialog')
  expect(await dialog.getByRole('button', { name: 'نمایش' }).getAttribute('aria-disabled')).toBe('true')
  await dialog.getByRole('button', { name: 'تطبیق با بیمه' }).click()
  await page.keyboard.press('Tab')
  await dialog.getByRole('button', { name: 'نمایش' }).click()
  await page.locator('.job-facts').getByText(written).waitFor()

  await page.getByRole('button', { name: 'پوشاندن' }).click()
  await page.locator('.job-facts').getByText(written).waitFor({ state: 'detached' })
})
