import { expect, test } from 'vitest'
import { draftIn } from './draft-province.ts'
import { expectNoFault, keepPicture, openVisit, type Visit } from './visit.ts'

const fileOf = (text: string) => ({
  name: 'تعهد.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(text),
})
const drop = ({ page }: Visit, text: string) => page.locator('input[type=file]').setInputFiles(fileOf(text))
const totals = ({ page }: Visit) => page.locator('.matrix-preview tfoot td').last().textContent()

test('a file is shown as the new matrix with its differences, and becomes a draft once its sums hold', async () => {
  await draftIn('01')
  await using visit = await openVisit('/commitments/upload?province=01&period=1404')
  const { page } = visit
  const save = page.getByRole('button', { name: 'ذخیره به صورت پیش‌نویس' })

  await drop(visit, 'دستگاه,0101,0102,جمع\nAGRI,210,200,411\nSMT,100,100,200\n')
  const wrong = page.getByRole('alert')
  await wrong.waitFor()
  expect(await wrong.locator('tbody').textContent()).toContain('۲سازمان جهاد کشاورزی استان۴۱۱۴۱۰')
  expect(await save.getAttribute('aria-disabled')).toBe('true')

  await drop(visit, 'دستگاه,0101,0102,جمع\nAGRI,210,200,410\nSMT,100,100,200\n')
  await wrong.waitFor({ state: 'detached' })
  expect(await totals(visit)).toBe('۶۱۰‎−۲۹۰')
  expect(await page.locator('.matrix-preview [data-sign="1"]').first().textContent()).toBe('۲۱۰‎+۱۰')
  await keepPicture(visit, 'commitment-from-file')
  await page.getByLabel('دلیل', { exact: true }).fill('جدول کارگروه')
  await save.click()

  await page.getByRole('heading', { name: 'تعهد، نسخهٔ ۲' }).waitFor()
  expect(await page.locator('.version-facts').textContent()).toContain('پیش‌نویس')
  expect(await page.locator('table.matrix tfoot td').last().textContent()).toBe('۶۱۰')
  expectNoFault(visit)
})

test('a new split is worked out with its difference while the weights are chosen, and made as it was shown', async () => {
  await draftIn('26')
  await using visit = await openVisit('/commitments/split?province=26&period=1404')
  const { page } = visit
  await page.getByText('دستگاه‌ها را هم انتخاب کنید', { exact: false }).first().waitFor()

  await page.getByLabel('جمعی که تقسیم می‌شود').fill('۱۰۰۰')
  await page.getByLabel('دستگاه‌ها', { exact: true }).fill('جهاد کشاورزی')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await page.locator('.matrix-preview').waitFor()
  expect(await totals(visit)).toBe('۱٬۰۰۰‎+۱۰۰')
  const cells = page.locator('.matrix-preview tbody .preview-cell > .count')
  const byPopulation = await cells.allTextContents()
  await page.getByRole('checkbox', { name: 'بیکاران شهرستان' }).check()
  await page.getByLabel('ضریب: بیکاران شهرستان').fill('۳')
  await expect.poll(() => cells.allTextContents()).not.toEqual(byPopulation)
  expect(await totals(visit)).toBe('۱٬۰۰۰‎+۱۰۰')
  await page.locator('.split-preview [data-stale="false"]').waitFor()
  const shown = await page
    .locator('.matrix-preview tbody tr')
    .first()
    .locator('.preview-cell > .count')
    .allTextContents()
  await keepPicture(visit, 'split-preview')
  await page.getByRole('button', { name: 'ساختن پیش‌نویس' }).click()

  await page.getByRole('heading', { name: 'تعهد، نسخهٔ ۲' }).waitFor()
  const made = await page.locator('table.matrix tbody tr').first().locator('td').allTextContents()
  expect(made.slice(0, shown.length)).toEqual(shown)
  expectNoFault(visit)
})
