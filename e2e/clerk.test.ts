import type { Locator, Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { newNationalId } from '../apps/server/test/national-ids.ts'
import { openJobsProvince, type JobsProvince } from './jobs-province.ts'
import { expectNoFault, openVisit } from './visit.ts'

// One province for this file; each journey has an agency of its own.
const PLACE = 'province=02&period=1404'
const SLOW_MS = 1200
let there: JobsProvince

beforeAll(async () => {
  there = await openJobsProvince('02')
})

const BUSY_MS = 400

/** Presses twice while the page is busy, as on a slow machine: the second press is there before any timer of the first. */
async function pressTwiceWhileBusy(page: Page, button: Locator): Promise<void> {
  const { x, y, width, height } = (await button.boundingBox())!
  const at = { x: x + width / 2, y: y + height / 2, button: 'left' } as const
  await page.mouse.move(at.x, at.y)
  const devtools = await page.context().newCDPSession(page)
  await page.evaluate((busyMs) => {
    setTimeout(() => {
      const end = performance.now() + busyMs
      while (performance.now() < end);
    })
  }, BUSY_MS)
  await Promise.all(
    [1, 2].flatMap((clickCount) => [
      devtools.send('Input.dispatchMouseEvent', { type: 'mousePressed', clickCount, ...at }),
      devtools.send('Input.dispatchMouseEvent', { type: 'mouseReleased', clickCount, ...at }),
    ]),
  )
}

test('on a slow line the fields of the list keep what was typed and chosen, spaces too', async () => {
  await there.register('ملک زاده', 'AGRI')
  await using visit = await openVisit(`/jobs?${PLACE}&agency=AGRI`)
  const { page } = visit
  const asked = () => new URL(page.url()).searchParams
  await page.route('**/api/jobs?*', async (route) => {
    await new Promise((done) => setTimeout(done, SLOW_MS))
    await route.continue()
  })
  const search = page.getByRole('searchbox', { name: 'جست‌وجو' })

  await search.pressSequentially('ملک ')
  await expect.poll(() => asked().get('q')).toBe('ملک')
  expect(await search.inputValue()).toBe('ملک ')
  await search.pressSequentially('زاده')
  await page.keyboard.press('Enter')
  await expect.poll(() => asked().get('q')).toBe('ملک زاده')
  expect(await search.inputValue()).toBe('ملک زاده')

  await page.getByRole('combobox', { name: 'وضعیت' }).click()
  await page.locator('.ant-select-item-option', { hasText: 'ثبت‌شده' }).first().click()
  await page.locator('.ant-select-item-option', { hasText: 'برگشت‌خورده' }).first().click()
  await expect.poll(() => asked().get('state')).toBe('registered,returned')
  await page.keyboard.press('Escape')

  await page.unrouteAll({ behavior: 'wait' })
  await page.getByRole('link', { name: 'مریم ملک زاده' }).click()
  await page.getByRole('heading', { level: 1, name: 'مریم ملک زاده' }).waitFor()
  await page.getByRole('link', { name: 'فهرست شغل‌ها' }).click()
  await page.getByRole('searchbox', { name: 'جست‌وجو' }).waitFor()
  expect([asked().get('q'), asked().get('state')]).toEqual(['ملک زاده', 'registered,returned'])

  await page.getByRole('searchbox', { name: 'جست‌وجو' }).pressSequentially('م')
  await page.getByRole('link', { name: 'تعارض‌ها' }).click()
  await page.getByRole('heading', { level: 1, name: 'تعارض‌ها' }).waitFor()
  await page.waitForTimeout(SLOW_MS / 2)
  expect(new URL(page.url()).pathname).toBe('/conflicts')
  expectNoFault(visit)
})

test('a name is found among the choices in Arabic letters and with half-spaces', async () => {
  await using visit = await openVisit(`/jobs?${PLACE}`)
  const { page } = visit

  await page.getByRole('combobox', { name: 'دستگاه' }).click()
  await page.keyboard.insertText('كميته\u200cامداد')
  await page.keyboard.press('Enter')

  await expect.poll(() => new URL(page.url()).searchParams.get('agency')).toBe('KOMITEH')
})

test('a double click takes a step with several jobs once, and the page keeps the focus', async () => {
  const { jobId } = await there.register('احمدی', 'BEHZ')
  await there.register('کریمی', 'BEHZ')
  await using visit = await openVisit(`/jobs?${PLACE}&agency=BEHZ`)
  const { page } = visit
  await page.getByRole('checkbox', { name: 'انتخاب همهٔ این صفحه' }).check()
  await page
    .getByRole('region', { name: '۲ شغل انتخاب‌شده' })
    .getByRole('button', { name: 'تأیید دستگاه' })
    .click()

  const dialog = page.getByRole('dialog')
  const sent: string[] = []
  page.on('request', (request) => sent.push(`${request.method()} ${new URL(request.url()).pathname}`))
  await pressTwiceWhileBusy(page, dialog.getByRole('button', { name: 'تأیید دستگاه' }))
  await dialog.getByText('برای ۲ شغل انجام شد.').waitFor()
  await page.waitForTimeout(500)

  expect(sent.filter((each) => each.startsWith('POST'))).toHaveLength(1)
  expect((await there.lastStep(jobId)).step).toBe('confirm')
  await dialog.getByRole('button', { name: 'بستن' }).click()
  await dialog.waitFor({ state: 'hidden' })
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('page')
})

test('a later page of the list whose rows have moved on leads to the first', async () => {
  const { jobId } = await there.register('سپهوند', 'TVTO')
  await using visit = await openVisit(`/jobs?${PLACE}&agency=TVTO&after=${jobId}`)
  const { page } = visit

  await page.getByText('در این صفحهٔ فهرست ردیفی نمانده است').waitFor()
  await page.getByRole('button', { name: 'صفحهٔ نخست' }).click()

  await page.getByRole('link', { name: 'مریم سپهوند' }).waitFor()
})

test('the keys go on working at a queue that is empty, and a job that comes back is seen there again', async () => {
  const { jobId } = await there.register('رضایی', 'SMT')
  await using visit = await openVisit(`/queues/confirmation?${PLACE}&agency=SMT`)
  const { page } = visit
  const record = page.getByRole('region', { name: 'شغل در دست بررسی' })
  await record.getByText('به حساب تعهد شمرده می‌شود').waitFor()
  await page.keyboard.press('b')
  await page.getByRole('dialog').waitFor()
  await page.keyboard.press('2')
  await page.keyboard.press('Enter')
  await page.getByText('چیزی در این صف نمانده است').waitFor()
  await page.keyboard.press('z')
  await page.getByText('پس گرفته شد: مریم رضایی').waitFor()
  await page.keyboard.press('b')
  await page.getByRole('dialog').waitFor()
  await page.keyboard.press('2')
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await there.lastStep(jobId)).step, { timeout: 15_000 }).toBe('return')

  await there.take(jobId, 'resubmit')
  await page.getByRole('option', { name: 'مریم رضایی' }).waitFor({ timeout: 20_000 })

  await record.getByText('ارسال دوباره').waitFor()
  await page.keyboard.press('c')
  await expect.poll(async () => (await there.lastStep(jobId)).step, { timeout: 15_000 }).toBe('confirm')
})

test('the verification queue is narrowed to what could not be reached', async () => {
  for (const name of ['نظری', 'مرادی']) {
    const { jobId } = await there.register(name, 'ROAD')
    await there.take(jobId, 'confirm')
    if (name === 'مرادی') await there.take(jobId, 'mark-unreachable', 'تلفن پاسخ نداد')
  }
  await using visit = await openVisit(`/queues/verification?${PLACE}&agency=ROAD`)
  const { page } = visit
  await page.getByRole('option', { name: 'مریم نظری' }).waitFor()

  await page.getByRole('combobox', { name: 'وضعیت' }).click()
  await page.locator('.ant-select-item-option', { hasText: 'عدم دسترسی' }).click()

  await page.getByRole('option', { name: 'مریم نظری' }).waitFor({ state: 'detached' })
  await page.getByRole('option', { name: 'مریم مرادی' }).waitFor()
  expect(new URL(page.url()).searchParams.get('state')).toBe('unreachable')

  await page.getByRole('link', { name: 'امروز', exact: true }).click()
  await page.locator('.waiting').getByRole('link', { name: 'عدم دسترسی' }).click()
  await page.getByRole('option', { name: 'مریم مرادی' }).waitFor()
  const { pathname, searchParams } = new URL(page.url())
  expect([pathname, searchParams.get('state')]).toEqual(['/queues/verification', 'unreachable'])
})

test('a day that is none is never replaced by the day before it, in a correction or a new job', async () => {
  const { jobId } = await there.register('موسوی', 'MCTH')
  await using visit = await openVisit(`/jobs/02/${jobId}?${PLACE}`)
  const { page } = visit
  await page.getByRole('button', { name: 'اصلاح', exact: true }).click()
  const dialog = page.getByRole('dialog')
  const day = dialog.getByRole('textbox', { name: 'شروع به کار' })

  await day.fill('۱۴۰۴/۰۲/۰۵')
  await page.keyboard.press('Tab')
  await day.fill('۱۴۰۴/۰۲/۳۲')
  await dialog.getByRole('textbox', { name: /دلیل|یادداشت/ }).fill('در ثبت اشتباه شده بود')
  await dialog.getByText('چنین روزی در تقویم نیست', { exact: false }).waitFor()
  const act = dialog.getByRole('button', { name: 'اصلاح', exact: true })
  expect(await act.getAttribute('aria-disabled')).toBe('true')
  await day.fill('۱۴۰۴/۰۲/۰۴')
  await dialog.getByRole('textbox', { name: /دلیل|یادداشت/ }).click()
  await act.click()
  await dialog.waitFor({ state: 'hidden' })
  expect((await there.lastStep(jobId)).step).toBe('correct')

  await page.goto(`/jobs/new?${PLACE}`)
  await page.getByRole('button', { name: 'ثبت شغل', exact: true }).click()
  const start = page.getByRole('textbox', { name: 'شروع به کار *' })
  await expect.poll(() => start.getAttribute('aria-invalid')).toBe('true')
})

test('the next job by hand begins at its first field, with the agency and county of the last', async () => {
  await using visit = await openVisit(`/jobs/new?${PLACE}`)
  const { page } = visit
  const choose = async (name: string, option: string) => {
    await page.getByRole('combobox', { name }).click()
    await page.keyboard.insertText(option)
    await page.keyboard.press('Enter')
  }
  await page.getByLabel('کد ملی *').fill(newNationalId())
  await page.getByLabel('نام خانوادگی *').fill('پورمحمدی')
  await choose('دستگاه *', 'عشاير')
  await page.getByRole('combobox', { name: 'شهرستان محل کار *' }).click()
  await page.keyboard.press('Enter')
  await page.getByRole('textbox', { name: 'شروع به کار *' }).fill('۱۴۰۴/۰۲/۰۳')
  await page.keyboard.press('Enter')

  await page.getByText('شغل ثبت شد: پورمحمدی').waitFor()
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.getAttribute('name')))
    .toBe('nationalId')
  expect(await page.getByLabel('نام خانوادگی *').inputValue()).toBe('')
  await page.getByText('امور عشایر').first().waitFor()
})

test('a decided conflict leads to the next, and back to the list as it was left', async () => {
  const cases: number[] = []
  for (const name of ['نجفی', 'شریفی']) {
    const { nationalId } = await there.register(name, 'AGRI')
    cases.push(await there.claim(name, nationalId, 'KOMITEH'))
  }
  await using visit = await openVisit(`/conflicts?${PLACE}&state=decided`)
  const { page } = visit
  await page.getByText(/^باز \(/).click()
  await page.getByRole('link', { name: 'مریم نجفی' }).click()
  await page.getByRole('heading', { level: 1, name: 'مریم نجفی' }).waitFor()
  await page.getByRole('radio').first().check()
  await page.getByRole('textbox', { name: /دلیل/ }).fill('نخستین خدمت را این دستگاه داده است')
  await page.getByRole('button', { name: 'ثبت تصمیم' }).click()

  await page.getByText('پروندهٔ باز بعدی').waitFor()
  await page.getByRole('link', { name: 'مریم شریفی' }).click()
  await page.getByRole('heading', { level: 1, name: 'مریم شریفی' }).waitFor()
  expect(new URL(page.url()).pathname).toBe(`/conflicts/02/${cases[1]}`)
  await page.getByRole('link', { name: 'فهرست تعارض‌ها' }).click()
  await page.getByRole('link', { name: 'مریم شریفی' }).waitFor()
  expect(new URL(page.url()).searchParams.get('state')).toBe('open')
})

test('a page that was out of reach opens by itself when the line is back; one that is not there leads on', async () => {
  await using visit = await openVisit(`/jobs?${PLACE}`)
  const { page, context } = visit

  await context.setOffline(true)
  await page.getByRole('link', { name: 'ورود فهرست‌ها' }).click()
  await page.getByRole('heading', { level: 1, name: 'این صفحه باز نشد' }).waitFor({ timeout: 15_000 })
  await context.setOffline(false)
  await page.getByRole('heading', { level: 1, name: 'ورود فهرست‌ها' }).waitFor({ timeout: 15_000 })

  await page.goto(`/jobs/02/999999?${PLACE}`)
  await page.getByRole('alert').getByRole('link').click()
  await expect.poll(() => new URL(page.url()).pathname).toBe('/')
})

test('whoever searches the audit trail with Enter goes on typing where they were', async () => {
  await using visit = await openVisit(`/administration/audit?${PLACE}`)
  const { page } = visit
  const words = page.getByRole('textbox', { name: 'واژه‌ای در موضوع' })
  await page.route('**/api/audit?*', async (route) => {
    await new Promise((done) => setTimeout(done, SLOW_MS))
    await route.continue()
  })
  await words.fill('1404')
  await page.keyboard.press('Enter')
  await page.keyboard.type('x')
  await page.getByRole('button', { name: 'پاک کردن شرط‌ها' }).waitFor()
  expect(new URL(page.url()).searchParams.get('text')).toBe('1404')

  expect(await words.inputValue()).toBe('1404x')
})
