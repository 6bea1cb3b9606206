import { getMe } from '@rasad/contracts/access'
import { claimJob, decideConflict, listConflicts, registerJob } from '@rasad/contracts/jobs'
import { text as textOf } from 'node:stream/consumers'
import { beforeAll, expect, test } from 'vitest'
import { leaveOutNationalIds, newNationalId } from '../../apps/server/test/national-ids.ts'
import { keepPicture } from '../visit.ts'
import { ask, openSeat, send, untilLoaded } from './accounts.ts'
import { expectNoFaultInside, signInAs } from '../sign-in.ts'

// Other roles name the first persons of this demonstration.
leaveOutNationalIds(2000)

beforeAll(untilLoaded, 240_000)

test('a director-general of labour amends the commitment, notifies it by letter, and its total stays', async () => {
  await using visit = await signInAs('مدیرکل تعاون')
  const { page } = visit
  await page.getByRole('link', { name: 'تعهدها' }).click()
  await page
    .getByRole('link', { name: /^نسخه [۰-۹]+$/ })
    .first()
    .click()
  const cell = page.locator('td[data-row="0"][data-column="0"]')
  await cell.click()
  await page.keyboard.press('7')
  await page.keyboard.press('Enter')
  await page.getByText('تقسیم دوباره در', { exact: false }).waitFor()
  expect(await cell.textContent()).toBe('۷ ثابت')
  const totals = page.locator('table.matrix tfoot td')
  expect(await totals.last().textContent()).toBe('۲۰٬۵۰۰')
  await keepPicture(visit, 'role-labour-amended')

  await page.getByRole('button', { name: 'ذخیره به صورت نسخهٔ تازه' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('دلیل اصلاح').fill('پیشنهاد کارگروه اشتغال')
  await dialog.getByRole('button', { name: 'ذخیره به صورت نسخهٔ تازه' }).click()
  await page.getByText('پیش‌نویس', { exact: true }).first().waitFor()
  await page.getByRole('button', { name: 'ابلاغ', exact: true }).click()
  await page.getByLabel('شمارهٔ نامه').fill('۱۵/۹۸۷')
  await page.getByLabel('تاریخ نامه', { exact: true }).fill('۱۴۰۵/۰۸/۳۰')
  await page.getByRole('button', { name: 'ادامه' }).click()
  await page.getByText('این کار برگشت ندارد', { exact: false }).waitFor()
  await page.getByRole('button', { name: 'ابلاغ می‌کنم' }).click()
  await page.locator('.version-facts').getByText('لازم‌الاجرا', { exact: true }).waitFor()
  expect(await page.locator('.version-facts').textContent()).toContain('۱۵/۹۸۷')
  await keepPicture(visit, 'role-labour-notified')

  const letters = page.waitForEvent('download')
  await page.getByRole('link', { name: 'نامه‌های ابلاغ (PDF)' }).click()
  expect((await textOf(await (await letters).createReadStream())).slice(0, 5)).toBe('%PDF-')
  await page.getByRole('link', { name: 'امروز' }).click()
  await page.locator('.figure-value[data-tone="committed"]', { hasText: '۲۰٬۵۰۰' }).waitFor()
  expectNoFaultInside(visit)
})

test('a deputy decides a conflict between two agencies, and neither of them could', async () => {
  const place = { province: '15', period: '1404' }
  await using party = await signInAs('کارشناس دستگاه')
  const { conflicts } = await ask(party.context.request, listConflicts, { query: place })
  const conflict = conflicts.find(({ claims }) => claims.some(({ agency }) => agency === 'KOMITEH'))!
  const address = `/conflicts/15/${conflict.caseId}?province=15&period=1404`
  await party.page.goto(address)
  await party.page.getByRole('columnheader', { name: /کمیته امداد/ }).waitFor()
  const refused = party.page.getByRole('button', { name: 'ثبت تصمیم' })
  expect(await refused.getAttribute('aria-disabled')).toBe('true')
  await party.page.getByText('تصمیم‌گیری دربارهٔ تعارض در اجازه‌های شما نیست.').first().waitFor()

  await using visit = await openSeat('econ-deputy')
  const { page } = visit
  await page.goto('/?province=15&period=1404')
  await page
    .locator('.waiting')
    .getByRole('link', { name: /تعارض میان دستگاه‌ها/ })
    .click()
  await page.getByRole('heading', { name: 'تعارض‌ها' }).waitFor()
  await page.goto(address)
  await page.getByRole('radio', { name: 'کمیته امداد' }).check()
  await page.getByRole('button', { name: 'تسهیلات را این دستگاه پرداخته است' }).click()
  await keepPicture(visit, 'role-deputy-conflict')
  await page.getByRole('button', { name: 'ثبت تصمیم' }).click()
  await page.locator('.decision blockquote').waitFor()
  expect(await page.locator('.decision').textContent()).toContain('صاحب شغل: کمیته امداد')

  await party.page.reload()
  await party.page.getByText('تسهیلات را این دستگاه پرداخته است').waitFor()
  expectNoFaultInside(visit)
  expectNoFaultInside(party)
})

test('whoever registered a job or a claim judges neither, and the pages say why', async () => {
  await using officer = await openSeat('agency-officer')
  await using visit = await signInAs('مدیرکل تعاون')
  const { page, context } = visit
  const { agency } = await ask(officer.context.request, getMe)
  const other = agency!.code === 'AGRI' ? 'SMT' : 'AGRI'
  const entry = (of: string, lastName: string) => ({
    province: '15',
    period: '1404',
    nationalId: newNationalId(),
    firstName: 'مریم',
    lastName,
    agency: of,
    county: '1503',
    startDate: '1404-02-03',
  })
  const own = await ask(context.request, registerJob, { body: entry(other, 'خودثبت') })
  const contested = entry(agency!.code, 'ادعایی')
  await ask(officer.context.request, registerJob, { body: contested })
  const { caseId, claims } = await ask(context.request, claimJob, { body: { ...contested, agency: other } })

  await page.goto(`/jobs/15/${own.job.jobId}?province=15&period=1404`)
  const judge = page.getByRole('button', { name: 'برگشت برای اصلاح' }).first()
  expect(await judge.getAttribute('aria-disabled')).toBe('true')
  await page.getByText('این شغل را خود شما ثبت کرده‌اید', { exact: false }).first().waitFor()

  await page.goto(`/conflicts/15/${caseId}?province=15&period=1404`)
  const decide = page.getByRole('button', { name: 'ثبت تصمیم' })
  expect(await decide.getAttribute('aria-disabled')).toBe('true')
  await page.locator('.decision p', { hasText: 'یکی از این ادعاها را خود شما ثبت کرده‌اید' }).waitFor()
  expect(await page.getByRole('radio').count()).toBe(0)
  const decided = await send(context.request, decideConflict, {
    params: { province: '15', caseId },
    body: { claimId: claims[0]!.claimId, reason: 'خودم' },
  })
  expect([decided.status(), (await decided.json()).code]).toEqual([403, 'conflict.own-claim'])
  await keepPicture(visit, 'role-labour-own-claim')
  expectNoFaultInside(visit)
})
