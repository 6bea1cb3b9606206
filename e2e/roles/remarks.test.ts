import { beforeAll, expect, test } from 'vitest'
import type { Role } from '@rasad/domain/access/roles'
import { openSeat, untilLoaded } from './accounts.ts'

const FIGURES = '/figures?province=15&period=1404'
const BY = { agency: `${FIGURES}&by=agency`, county: `${FIGURES}&by=county` }

beforeAll(untilLoaded, 240_000)

const SEATS: [role: Role, writes: ('agency' | 'county')[], reads: ('agency' | 'county')[]][] = [
  ['labour-dg', ['agency', 'county'], ['agency', 'county']],
  ['agency-officer', ['agency'], ['agency']],
  ['county-governor', ['county'], ['county']],
  ['governor', [], ['agency', 'county']],
]

test.each(SEATS)('%s writes remarks by %j and reads them by %j', async (role, writes, reads) => {
  await using seat = await openSeat(role, FIGURES)
  const { page } = seat
  const found = { writes: [] as string[], reads: [] as string[] }
  for (const [by, address] of Object.entries(BY)) {
    await page.goto(address)
    await page.locator('table.pivot tbody tr').first().waitFor()
    if (reads.some((one) => one === by)) await page.locator('.remark-words').first().waitFor()
    if ((await page.locator('.remark-words').count()) === 0) continue
    found.reads.push(by)
    await page.locator('.remark-words').first().click()
    const dialog = page.getByRole('dialog', { name: /^توضیح/ })
    await dialog.getByRole('button', { name: writes.some((one) => one === by) ? 'ثبت' : 'بستن' }).waitFor()
    expect(await dialog.locator('textarea, .remark-whole').first().isVisible()).toBe(true)
    if ((await dialog.locator('textarea').count()) > 0) found.writes.push(by)
    await page.keyboard.press('Escape')
  }

  expect(found).toEqual({ writes, reads })
})
