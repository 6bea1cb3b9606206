import type { Locator, Page } from 'playwright-core'
import { expect, inject, test } from 'vitest'
import { findBarriersInDialog } from './barriers.ts'
import { expectNoFault, keepPicture, openVisit } from './visit.ts'

const PLACE = 'province=15&period=1404'

type Opening = { page: string; opener: (page: Page) => Locator; width?: number; at?: string }

const { url } = inject('journeys')
const kit = inject('kit')

// A drawing beside the words is part of the name.
const pressed = (name: string) => (page: Page) =>
  page.getByRole('button', { name: new RegExp(`(^| )${name}$`) }).first()
const DIALOGS: Readonly<Record<string, Opening>> = {
  'a question': { page: '/', at: kit, opener: pressed('برگرداندن') },
  'a new user': { page: `/administration/users?${PLACE}`, opener: pressed('افزودن کاربر') },
  'a user': {
    page: `/administration/users?${PLACE}`,
    opener: (page) => page.getByRole('link', { name: 'مهین معاونی' }),
  },
  'a new token': { page: `/administration/tokens?${PLACE}`, opener: pressed('ساختن توکن') },
  'a new period': { page: `/administration/periods?${PLACE}`, opener: pressed('باز کردن دوره') },
  'a step': { page: `/jobs/15/1?${PLACE}`, opener: pressed('اصلاح') },
  'the reason to see a national ID': { page: `/jobs/15/1?${PLACE}`, opener: pressed('نمایش') },
  'an import taken back': { page: `/imports/15/1?${PLACE}`, opener: pressed('برگرداندن') },
  'the keys of a queue': {
    page: `/queues/verification?${PLACE}`,
    opener: (page) => page.getByRole('button', { name: 'کلیدها' }),
  },
  'the way elsewhere': { page: `/?${PLACE}`, opener: pressed('باز کردن فهرست بخش‌ها'), width: 360 },
}

test.each(Object.entries(DIALOGS))(
  '%s stands over the page, within its policy and without a barrier, and gives the focus back',
  async (name, { page: address, opener, width = 1440, at = url }) => {
    await using visit = await openVisit(address, { width, at })
    const { page } = visit
    await opener(page).focus()

    await page.keyboard.press('Enter')

    const dialog = page.getByRole('dialog')
    await dialog.waitFor()
    expect(await dialog.evaluate((box) => box.matches(':modal'))).toBe(true)
    expect(await dialog.evaluate((box) => box.contains(document.activeElement))).toBe(true)
    await keepPicture(visit, `dialog-${name.replaceAll(' ', '-')}`)
    expect(await findBarriersInDialog(visit)).toEqual([])
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    expect(await opener(page).evaluate((button) => button === document.activeElement)).toBe(true)
    expectNoFault(visit)
  },
)

test('a list in a panel opens above it, and Escape closes the list before the panel', async () => {
  await using visit = await openVisit(`/administration/users?${PLACE}`)
  const { page } = visit
  await pressed('افزودن کاربر')(page).click()
  const panel = page.getByRole('dialog', { name: 'افزودن کاربر' })
  await panel.getByLabel('نقش').click()
  await page.getByTitle('بازرس', { exact: true }).waitFor()
  await keepPicture(visit, 'dialog-list')

  await page.keyboard.press('Escape')
  await page.getByTitle('بازرس', { exact: true }).waitFor({ state: 'hidden' })
  expect(await panel.isVisible()).toBe(true)
  await panel.getByLabel('نقش').click()
  await page.getByTitle('بازرس', { exact: true }).click()

  expect(await panel.locator('.ant-select').first().textContent()).toBe('بازرس')
  await page.keyboard.press('Escape')
  await panel.waitFor({ state: 'detached' })
  expectNoFault(visit)
})

test('a form on a telephone is scrolled within its dialog to the last button', async () => {
  await using visit = await openVisit(`/jobs/15/1?${PLACE}`, { width: 360 })
  const { page } = visit
  await pressed('اصلاح')(page).click()
  const dialog = page.getByRole('dialog')

  await dialog.getByRole('button', { name: 'لغو' }).click()

  await dialog.waitFor({ state: 'detached' })
  expectNoFault(visit)
})
