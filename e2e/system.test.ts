import { afterAll, beforeAll, expect, test } from 'vitest'
import { startServing, type Serving } from './serving.ts'
import { expectNoFault, keepPicture, openVisit } from './visit.ts'

let serving: Serving

beforeAll(async () => {
  serving = await startServing('open', undefined, { worksTheQueue: true })
})

afterAll(async () => {
  await serving[Symbol.asyncDispose]()
})

test('an operator has a task done, sees it end, and finds it and a file that was taken in the audit in words', async () => {
  await using visit = await openVisit('/administration/system', { at: serving.url })
  const { page } = visit
  const row = (name: string) => page.getByRole('row', { name: new RegExp(`^${name}`) })
  await row('دسته کردن سندهای دفتر').getByText('پیوسته در جریان').waitFor()
  expect(await row('وارسی دفتر').textContent()).toContain('هنوز انجام نشده است')

  await page.getByRole('button', { name: 'اکنون اجرا شود: وارسی دفتر' }).click()
  await row('وارسی دفتر').getByText('انجام شد').waitFor()
  await keepPicture(visit, 'system-tasks')

  await page.getByRole('button', { name: 'وارسی دفتر', exact: true }).click()
  await page.getByText('همهٔ جمع‌ها با سندها می‌خواند').waitFor()
  await page.getByText('همه‌چیز می‌خواند').waitFor()

  await page.evaluate(() =>
    fetch('/api/jobs.csv?province=15&period=1404&state=registered&q=12').then((it) => it.text()),
  )
  await page.getByRole('link', { name: 'سابقهٔ اقدامات' }).click()
  const taken = page.getByRole('row', { name: /گرفتن فایل شغل‌ها/ })
  expect(await taken.textContent()).toContain('وضعیت ثبت‌شده')
  expect(await taken.textContent()).toContain('با جست‌وجوی واژه بله')
  const asked = page.getByRole('row', { name: /درخواست اجرای کار سامانه/ })
  expect(await asked.textContent()).toContain('کار وارسی دفتر')
  expectNoFault(visit)
})
