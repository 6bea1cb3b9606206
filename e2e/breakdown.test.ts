import { expect, test } from 'vitest'
import { findBarriers } from './barriers.ts'
import { expectNoFault, keepPicture, openVisit } from './visit.ts'

const BREAKDOWN = '/figures?province=15&period=1404'

test('an official reads the three truths by county, then by agency, then as of a day before any of it', async () => {
  await using visit = await openVisit(BREAKDOWN)
  const { page } = visit

  const table = page.locator('table.pivot')
  const total = table.locator('tfoot .figure-link')
  expect(await total.nth(0).textContent()).toBe('۱۶۸')
  expect(await table.locator('tbody tr').count()).toBe(8)
  await keepPicture(visit, 'breakdown-by-county')

  await page.getByRole('link', { name: 'دستگاه', exact: true }).click()
  await table.getByRole('rowheader', { name: 'کمیته امداد' }).waitFor()
  expect(new URL(page.url()).searchParams.get('by')).toBe('agency')
  expect(await total.nth(0).textContent()).toBe('۱۶۸')
  await keepPicture(visit, 'breakdown-by-agency')

  await page.getByLabel('در پایان روز', { exact: true }).fill('۱۴۰۴/۰۵/۰۳')
  await page.keyboard.press('Enter')
  await page.getByText('در این پرسش هنوز رقمی نیست').waitFor()
  expect(new URL(page.url()).searchParams.get('asOf')).toBe('1404-05-03')
  const change = page.locator('.difference')
  expect(await change.getByRole('row', { name: /^ثبت شغل تازه/ }).textContent()).toMatch(/\+۱۰۷|\+۴/)
  const rest = change.getByRole('row', { name: 'باقی‌ماندهٔ بی‌علت' })
  expect(new Set(await rest.locator('.count').allTextContents())).toEqual(new Set(['۰']))

  await page.getByRole('button', { name: 'بازگشت به اکنون' }).click()
  await table.waitFor()
  expectNoFault(visit)
})

test('any figure leads to its passport, down to the masked person, and closing it gives the address back', async () => {
  await using visit = await openVisit(BREAKDOWN)
  const { page } = visit
  const first = page.locator('table.pivot tbody .figure-link').nth(1)
  const value = await first.textContent()

  await first.click()

  const passport = page.getByRole('dialog', { name: 'شناسنامهٔ رقم' })
  await passport.getByText('جمع سندها درست برابر رقم است', { exact: false }).waitFor()
  expect(await passport.locator('.figure-number').textContent()).toBe(value)
  expect(new URL(page.url()).searchParams.get('truth')).toBe('registered')
  expect(await passport.locator('.list-table tbody').last().textContent()).toMatch(/[۰-۹]{3}\*{5}[۰-۹]{2}/)
  await keepPicture(visit, 'passport')
  expect(await findBarriers(visit)).toEqual([])

  await page.keyboard.press('Escape')
  await passport.waitFor({ state: 'detached' })
  expect(new URL(page.url()).searchParams.get('truth')).toBeNull()
  expectNoFault(visit)
})

test('a passport opens from its own address', async () => {
  await using visit = await openVisit(`${BREAKDOWN}&by=agency&truth=verified&of=AGRI`)

  const passport = visit.page.getByRole('dialog', { name: 'شناسنامهٔ رقم' })

  await passport.locator('.passport-place', { hasText: 'جهاد کشاورزی' }).waitFor()
  expect(await passport.locator('.figure-truth').textContent()).toBe('تأییدشده')
})

test('figures of a table are reached with the arrows and opened with Enter', async () => {
  await using visit = await openVisit(BREAKDOWN)
  const { page } = visit
  const links = page.locator('table.pivot tbody tr').nth(1).locator('.figure-link')
  await page.locator('table.pivot .figure-link[tabindex="0"]').focus()

  for (const key of ['ArrowDown', 'ArrowLeft', 'ArrowLeft']) await page.keyboard.press(key)

  expect(await links.nth(2).evaluate((link) => link === document.activeElement)).toBe(true)
  await page.keyboard.press('Enter')
  await page.getByRole('dialog', { name: 'شناسنامهٔ رقم' }).waitFor()
  expect(new URL(page.url()).searchParams.get('truth')).toBe('verified')
})

test('rows and columns of the matrix add up to the cut by county and by agency', async () => {
  await using visit = await openVisit(`${BREAKDOWN}&by=matrix`)
  const { page } = visit
  await keepPicture(visit, 'matrix')
  const total = await page.locator('table.pivot tfoot td').last().locator('.count').allTextContents()
  const truths = await page.locator('.three-truths .figure-number').allTextContents()

  expect(total).toEqual(truths)
  expect(await page.locator('table.pivot tbody tr').count()).toBe(8)
})

test('small commitments are shown without a rank, and a press on a head sorts', async () => {
  await using visit = await openVisit(`${BREAKDOWN}&by=agency`)
  const { page } = visit
  const heads = page.locator('table.pivot tbody th')
  await page.getByRole('button', { name: 'ثبت‌شده', exact: true }).click()
  await page.locator('th[aria-sort="descending"]', { hasText: 'ثبت‌شده' }).waitFor()
  const falling = await heads.allTextContents()

  await page.getByRole('button', { name: 'ثبت‌شده', exact: true }).click()
  await page.locator('th[aria-sort="ascending"]', { hasText: 'ثبت‌شده' }).waitFor()

  expect(falling).not.toEqual(await heads.allTextContents())
  await page.locator('table.pivot .no-rank', { hasText: 'بی‌تعهد' }).waitFor()
})

test('columns that were chosen are remembered', async () => {
  await using visit = await openVisit(BREAKDOWN)
  const { page } = visit
  await page.getByRole('button', { name: 'ستون‌ها' }).click()
  await page.getByRole('checkbox', { name: 'زن', exact: true }).check()
  await page.getByRole('checkbox', { name: 'تکراری' }).uncheck()

  await page.reload()

  await page.locator('table.pivot').getByRole('columnheader', { name: 'زن', exact: true }).waitFor()
  expect(await page.locator('table.pivot').getByRole('columnheader', { name: 'تکراری' }).count()).toBe(0)
})

test('a day on the time line is reached with the keyboard', async () => {
  await using visit = await openVisit(BREAKDOWN)
  const { page } = visit
  await page.getByRole('slider', { name: 'روز روی خط زمان' }).focus()

  await page.keyboard.press('Home')

  await page.getByRole('button', { name: 'بازگشت به اکنون' }).waitFor()
  expect(new URL(page.url()).searchParams.get('asOf')).toBe('1404-01-01')
})

test('what a filter leaves out is in no figure, and taking it away brings the whole back', async () => {
  await using visit = await openVisit(`${BREAKDOWN}&county=1501`)
  const { page } = visit
  const registered = page.locator('.figure-value[data-tone="registered"] .figure-number')
  const part = await registered.textContent()
  expect(await page.locator('table.pivot tbody tr').count()).toBe(1)
  expect(await page.locator('table.pivot tbody .figure-link').nth(1).textContent()).toBe(part)

  await page.getByRole('button', { name: 'برداشتن فیلترها' }).click()

  await page.locator('.filter-count').waitFor({ state: 'detached' })
  expect(await page.locator('table.pivot tbody tr').count()).toBe(8)
  expect(await registered.textContent()).not.toBe(part)
})

test.each([
  { name: 'اکسل', ending: '.xlsx' },
  { name: 'CSV', ending: '.csv' },
  { name: 'PDF', ending: '.pdf' },
])('the breakdown leaves as $name', async ({ name, ending }) => {
  await using visit = await openVisit(BREAKDOWN)
  const { page } = visit
  await page.getByRole('button', { name: 'دریافت' }).click()

  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name, exact: true }).click(),
  ])

  expect(await file.failure()).toBeNull()
  expect(file.suggestedFilename()).toMatch(new RegExp(`${ending}$`.replace('.', '\\.')))
})

test('a figure that is nothing is a dash, and a zero is a zero', async () => {
  await using visit = await openVisit(BREAKDOWN)

  const row = visit.page.locator('table.pivot tbody tr', { hasText: 'پلدختر' })

  expect(await row.locator('[data-kind="zero"]').first().textContent()).toBe('۰')
  expect(await row.locator('[data-kind="nothing"]').first().textContent()).toBe('–رقمی نیست')
})

test('the chart draws its bars and breaks no rule of the content policy', async () => {
  await using visit = await openVisit(BREAKDOWN)

  await visit.page.locator('.chart').scrollIntoViewIfNeeded()
  await visit.page.locator('.chart-drawing svg path[fill="#8aa0a6"]').first().waitFor()
  await visit.page.locator('.chart-drawing').hover()
  await keepPicture(visit, 'breakdown-chart')

  expectNoFault(visit)
})

test('the language changes at once and is remembered', async () => {
  await using visit = await openVisit(BREAKDOWN)
  await visit.page.getByRole('button', { name: 'English' }).click()

  await visit.page.getByRole('heading', { name: 'Breakdown' }).waitFor()

  expect(await visit.page.locator('html').getAttribute('dir')).toBe('ltr')
  expect(await visit.page.evaluate(() => localStorage.getItem('rasad.language'))).toBe('en')
  await visit.page.locator('.pivot').getByRole('columnheader', { name: 'Committed', exact: true }).waitFor()
})

test('a lost connection is said, and goes away by itself', async () => {
  await using visit = await openVisit(BREAKDOWN)
  await visit.context.setOffline(true)

  await visit.page.getByText('اتصال به سرور قطع است', { exact: false }).waitFor()
  await visit.context.setOffline(false)

  await visit.page.getByText('اتصال به سرور قطع است', { exact: false }).waitFor({ state: 'detached' })
})

test('a cut that does not exist is said, and the counties stand there under their own head', async () => {
  await using visit = await openVisit(`${BREAKDOWN}&by=nonsense`)
  const { page } = visit

  await page.getByText('برش شناخته‌شده‌ای نیست', { exact: false }).waitFor()
  expect(await page.locator('table.pivot .pivot-corner').textContent()).toBe('شهرستان')
  await page.getByRole('navigation', { name: 'تفکیک بر پایهٔ' }).getByRole('link', { name: 'بخش' }).click()

  await page.getByText('برش شناخته‌شده‌ای نیست', { exact: false }).waitFor({ state: 'detached' })
  expectNoFault(visit)
})

test('the people of a county stand beside its jobs under the name of their source', async () => {
  await using visit = await openVisit(`${BREAKDOWN}&columns=rank,rankBefore,verified,unemploymentRate`)
  const table = visit.page.locator('table.pivot')

  await table.getByText('سرشماری ۱۳۹۵', { exact: false }).waitFor()
  expect(await table.locator('tbody tr').first().locator('td').last().textContent()).toMatch(/^[۰-۹]+٫[۰-۹]/)
  expect(await table.getByRole('columnheader', { name: 'ثبت‌شده' }).count()).toBe(0)
  expect(await table.getByRole('button', { name: 'رتبهٔ ماه پیش' }).count()).toBe(1)
})

test('the women of a row lead to the passport of exactly those jobs', async () => {
  await using visit = await openVisit(`${BREAKDOWN}&columns=registered,men,women`)
  const { page } = visit
  const total = page.locator('table.pivot tfoot .figure-link').nth(1)
  const women = await total.textContent()

  await total.click()

  const passport = page.getByRole('dialog', { name: 'شناسنامهٔ رقم' })
  await passport.locator('.figure-number').waitFor()
  expect(await passport.locator('.figure-number').textContent()).toBe(women)
  expect(new URL(page.url()).searchParams.get('part')).toBe('women')
})

test('a month is chosen in its calendar under the keyboard', async () => {
  await using visit = await openVisit(`${BREAKDOWN}&month=1404-02..1404-04`)
  const { page } = visit
  await page.getByRole('button', { name: 'باز کردن تقویم: از ماه' }).click()
  await page
    .getByRole('dialog', { name: 'تقویم: از ماه' })
    .getByRole('button', { name: 'اردیبهشت ۱۴۰۴' })
    .waitFor()

  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Enter')

  await expect.poll(() => new URL(page.url()).searchParams.get('month')).toBe('1404-03..1404-04')
  expectNoFault(visit)
})

test('paper says whose figures they are, cuts no column off and has no navigation', async () => {
  await using visit = await openVisit(BREAKDOWN, { theme: 'dark' })
  const { page } = visit
  await page.locator('table.pivot tbody tr').first().waitFor()

  const paper = await page.evaluate(() => {
    window.dispatchEvent(new Event('beforeprint'))
    const [table] = document.querySelectorAll('table.pivot')
    const told = {
      head: document.querySelector('.print-head')?.textContent ?? '',
      width: Math.round(table?.getBoundingClientRect().width ?? 0),
      navigation: getComputedStyle(document.querySelector('.shell-side')!).display,
      theme: document.documentElement.dataset['theme'],
    }
    window.dispatchEvent(new Event('afterprint'))
    return told
  })

  expect(paper.head).toMatch(/استان لرستان.*دوره تعهد ۱۴۰۴.*چاپ در/)
  expect(paper.width).toBeLessThanOrEqual(1031)
  expect(paper).toMatchObject({ navigation: 'none', theme: 'light' })
  expect(await page.locator('html').getAttribute('data-theme')).toBe('dark')
  expect(await page.locator('.print-head').count()).toBe(0)
})

test('on paper a chart fits its frame at once, and an open passport stands alone', async () => {
  await using visit = await openVisit(BREAKDOWN)
  const { page } = visit
  await page.locator('.chart').scrollIntoViewIfNeeded()
  await page.locator('.chart svg text').first().waitFor()
  const chart = await page.evaluate(() => {
    window.dispatchEvent(new Event('beforeprint'))
    const [svg, box] = ['.chart svg', '.chart-box'].map((one) => document.querySelector(one)!)
    const sizes = [svg, box].map((one) => [one!.clientWidth, one!.clientHeight])
    window.dispatchEvent(new Event('afterprint'))
    return sizes
  })
  expect(chart[0]).toEqual(chart[1])

  await page.locator('.pivot tfoot .figure-link').first().click()
  await page.locator('.passport table').last().waitFor()
  const shown = await page.evaluate(() => {
    window.dispatchEvent(new Event('beforeprint'))
    const parts = ['.print-head', '.figures', '.passport', '.side-panel header button']
    const isShown = parts.map((one) => document.querySelector(one)!.getClientRects().length > 0)
    window.dispatchEvent(new Event('afterprint'))
    return isShown
  })
  expect(shown).toEqual([true, false, true, false])
})
