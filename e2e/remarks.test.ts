import { AxeBuilder } from '@axe-core/playwright'
import { setCommitment } from '@rasad/contracts/commitments'
import { API_ROOT } from '@rasad/contracts/define-route'
import { writeRemark } from '@rasad/contracts/remarks'
import type { Page } from 'playwright-core'
import { beforeAll, expect, inject, test } from 'vitest'
import { expectNoFault, keepPicture, openVisit } from './visit.ts'

const { url } = inject('journeys')
const PLACE = { province: '02', period: 'remarks' }
const BY_AGENCY = '/figures?province=02&period=remarks&by=agency'
const AGENCIES = ['AGRI', 'SMT', 'LABOR', 'TVTO']

const send = async (method: string, path: string, body: object) => {
  const answer = await fetch(`${url}${API_ROOT}${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(await answer.text())
}
const say = (agency: string, text: string, place = PLACE) =>
  send('PUT', writeRemark.path, { ...place, agency, text })

beforeAll(async () => {
  await send('POST', '/periods', { ...PLACE, from: '1404-01-01', to: '1404-12-29' })
  const cells = AGENCIES.map((agency) => ({ agency, county: '0201', value: 100 }))
  await send('POST', setCommitment.path, { ...PLACE, cells, source: 'matrix.csv' })
})

const rowOf = (page: Page, name: string) =>
  page.locator('table.pivot tbody tr').filter({ has: page.getByRole('rowheader', { name, exact: true }) })
const dialogOf = (page: Page) => page.getByRole('dialog', { name: /^توضیح/ })

test('an agency says by the keyboard why it stands where it does, and alters it', async () => {
  await using visit = await openVisit(BY_AGENCY)
  const { page } = visit
  const openers = page.locator('button.remark')
  await openers.first().waitFor()
  expect(await page.locator('button.remark[tabindex="0"]').count()).toBe(1)
  await page.locator('button.remark[tabindex="0"]').focus()

  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  const dialog = dialogOf(page)
  await dialog.getByRole('textbox', { name: 'توضیح' }).waitFor()
  await page.keyboard.type('۳۰۰ نفر در انتظار بیمه')
  await dialog.getByText('۲۲ از ۵۰۰', { exact: false }).waitFor()
  await keepPicture(visit, 'remark-dialog')
  const { violations } = await new AxeBuilder({ page }).include('dialog').analyze()
  expect(violations.map(({ id }) => id)).toEqual([])
  await page.keyboard.press('Control+Enter')
  await dialog.waitFor({ state: 'detached' })

  expect(await openers.nth(1).locator('.remark-words').textContent()).toBe('۳۰۰ نفر در انتظار بیمه')
  expect(await openers.nth(1).evaluate((opener) => opener === document.activeElement)).toBe(true)
  await page.keyboard.press('Enter')
  await dialog.getByRole('textbox', { name: 'توضیح' }).fill('۱۲۰ نفر در انتظار بیمه')
  await dialog.getByRole('button', { name: 'ثبت', exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.keyboard.press('Enter')
  await dialog.getByText('همهٔ نسخه‌ها (۲)').click()
  expect(await dialog.locator('.remark-whole').allTextContents()).toEqual([
    '۱۲۰ نفر در انتظار بیمه',
    '۳۰۰ نفر در انتظار بیمه',
  ])
  expectNoFault(visit)
})

test('what a colleague wrote meanwhile stands beside one’s own, and nothing is written over unseen', async () => {
  await say('TVTO', 'آغاز دوره‌ها')
  await using visit = await openVisit(BY_AGENCY)
  const { page } = visit
  await rowOf(page, 'فنی و حرفه‌ای').locator('button.remark').click()
  const dialog = dialogOf(page)
  await dialog.getByRole('textbox', { name: 'توضیح' }).fill('نوشتهٔ من')
  await say('TVTO', 'نوشتهٔ همکار')

  await dialog.getByRole('button', { name: 'ثبت', exact: true }).click()

  const alert = dialog.getByRole('alert')
  await alert.getByText('نوشتهٔ همکار').waitFor()
  expect(await alert.locator('tbody td').allTextContents()).toEqual([
    'آغاز دوره‌ها',
    'نوشتهٔ همکار',
    'نوشتهٔ من',
  ])
  await keepPicture(visit, 'remark-meanwhile')
  expect(await dialog.getByRole('textbox', { name: 'توضیح' }).inputValue()).toBe('نوشتهٔ من')
  await dialog.getByRole('button', { name: 'با این حال ثبت کن' }).click()
  await dialog.waitFor({ state: 'detached' })
  expect(await rowOf(page, 'فنی و حرفه‌ای').locator('.remark-words').textContent()).toBe('نوشتهٔ من')
})

test('what was typed stays when the line is lost, and a text that cannot be taken says why', async () => {
  await using visit = await openVisit(BY_AGENCY)
  const { page, context } = visit
  const opener = rowOf(page, 'تعاون، کار و رفاه اجتماعی').locator('button.remark')
  await opener.click()
  const dialog = dialogOf(page)
  const box = dialog.getByRole('textbox', { name: 'توضیح' })
  await box.fill('تماس با ۰۹۱۲۳۴۵۶۷۸۹')
  await dialog.getByText('کد ملی یا شمارهٔ همراه', { exact: false }).waitFor()
  await box.fill('ب'.repeat(501))
  await dialog.getByText('۵۰۱ نویسه', { exact: false }).waitFor()
  await box.fill('متن نیمه‌کاره')
  await context.setOffline(true)
  await dialog.getByRole('button', { name: 'ثبت', exact: true }).click()
  await dialog.getByText('به سرور نمی‌توان رسید', { exact: false }).waitFor()
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  await context.setOffline(false)

  await opener.click()

  await expect.poll(() => box.inputValue()).toBe('متن نیمه‌کاره')
  await dialog.getByRole('button', { name: 'ثبت', exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
  expect(await opener.locator('.remark-words').textContent()).toBe('متن نیمه‌کاره')
})

test('a withdrawn remark is gone from now and stands where it stood, to be read alone', async () => {
  // The figures of this province are settled, so that there are some to be asked for.
  const settled = '/figures?province=15&period=1404&by=agency'
  await say('KOMITEH', 'تا پایان آذر', { province: '15', period: '1404' })
  const then = new Date().toISOString()
  await using visit = await openVisit(settled)
  const { page } = visit
  await rowOf(page, 'کمیته امداد').locator('button.remark').click()
  await dialogOf(page).getByRole('button', { name: 'برداشتن توضیح' }).click()
  await page.getByRole('button', { name: 'بله' }).click()
  await rowOf(page, 'کمیته امداد').locator('.remark-none').waitFor()

  await page.goto(`${settled}&asOf=${then}`)

  await rowOf(page, 'کمیته امداد').locator('.remark-words', { hasText: 'تا پایان آذر' }).click()
  const dialog = dialogOf(page)
  await dialog.getByText('به «اکنون» برگردید', { exact: false }).waitFor()
  expect(await dialog.getByRole('textbox').count()).toBe(0)
  expectNoFault(visit)
})

test('on paper the whole remark stands, and no sheet is cut', async () => {
  const long = 'در انتظار ارسال لیست بیمه از سوی کارفرمایان است. '.repeat(9).trim()
  await say('SMT', long)
  await using visit = await openVisit(BY_AGENCY)
  const { page } = visit
  const words = page.locator('.remark-words', { hasText: long.slice(0, 40) })
  await words.waitFor()
  const cut = await words.evaluate((box) => box.scrollHeight > box.clientHeight + 2)

  const paper = await page.evaluate(() => {
    window.dispatchEvent(new Event('beforeprint'))
    const boxes = [...document.querySelectorAll('.remark-words')]
    const told = {
      isCut: boxes.some((box) => box.scrollHeight > box.clientHeight + 2),
      width: Math.round(document.querySelector('table.pivot')!.getBoundingClientRect().width),
      writes: [...document.querySelectorAll('.remark-none')].filter((box) => box.checkVisibility()).length,
    }
    window.dispatchEvent(new Event('afterprint'))
    return told
  })

  expect(cut).toBe(true)
  expect(paper).toMatchObject({ isCut: false, writes: 0 })
  expect(paper.width).toBeLessThanOrEqual(1031)
})

test('remarks stand in their own cut alone, and until something is verified nobody has a rank', async () => {
  await say('SMT', 'از دستگاه')
  await using visit = await openVisit(BY_AGENCY)
  const { page } = visit
  await page.locator('.remark-words', { hasText: 'از دستگاه' }).waitFor()
  const ranks = page.locator('table.pivot tbody tr > td:first-of-type')
  expect(new Set(await ranks.allTextContents())).toEqual(new Set(['–تا شغلی تأیید نشود رتبه‌ای نیست']))
  await keepPicture(visit, 'remarks-by-agency')

  for (const cut of ['شهرستان × دستگاه', 'بخش']) {
    await page.getByRole('link', { name: cut, exact: true }).click()
    await page.locator('.cuts a[aria-current]', { hasText: cut }).waitFor()
    await expect.poll(() => page.locator('button.remark').count()).toBe(0)
    await page.locator('table.pivot').waitFor()
  }
  await page.getByRole('link', { name: 'شهرستان', exact: true }).click()
  await page.locator('.remark-none').first().waitFor()
  expect(await page.locator('.remark-words').count()).toBe(0)
  expectNoFault(visit)
})
