import { getJob, listJobs } from '@rasad/contracts/jobs'
import { beforeAll, expect, test } from 'vitest'
import { keepPicture } from '../visit.ts'
import { ask, untilLoaded } from './accounts.ts'
import { expectNoFaultInside, signInAs } from '../sign-in.ts'

beforeAll(untilLoaded, 240_000)

test('an inspector works the queue off: verifies one, rejects one with a reason, marks one not found', async () => {
  await using visit = await signInAs('بازرس')
  const { page, context } = visit
  const record = page.getByRole('region', { name: 'شغل در دست بررسی' })
  const decided: string[] = []
  await page
    .locator('.waiting')
    .getByRole('link', { name: /راستی‌آزمایی/ })
    .click()
  await page.getByRole('heading', { name: 'صف راستی‌آزمایی' }).waitFor()
  const place = { province: '15', period: '1404', agency: 'SMT', county: '1506' }
  const query = { ...place, state: 'agency-confirmed,unreachable,appealed', order: 'oldest' }
  const { jobs } = await ask(context.request, listJobs, { query })
  const [verified, rejected, ...others] = jobs
  const unreachable = others.find(({ state }) => state === 'agency-confirmed')
  await page.goto('/queues/verification?province=15&period=1404&agency=SMT&county=1506')

  for (const [key, reason, word] of [
    ['v', null, 'تأیید راستی‌آزمایی'],
    ['r', '1', 'رد'],
    ['u', null, 'عدم دسترسی'],
  ] as const) {
    await record.getByRole('heading', { name: 'تاریخچه' }).waitFor()
    if (key === 'u')
      await page
        .getByRole('option', { name: unreachable?.name ?? '' })
        .first()
        .click()
    const name = await page.getByRole('option', { selected: true }).locator('strong').textContent()
    await page.keyboard.press(key)
    if (reason !== null) {
      await page.getByRole('dialog').waitFor()
      await page.keyboard.press(reason)
      await page.keyboard.press('Enter')
    }
    await page.getByText(`${name}: ${word}`, { exact: false }).first().waitFor()
    decided.push(name ?? '')
  }
  expect(decided).toEqual([verified, rejected, unreachable].map((job) => job?.name))
  await keepPicture(visit, 'role-inspector-queue')

  await page.getByRole('link', { name: 'شغل‌ها', exact: true }).click()
  for (const [job, state] of [
    [verified, 'verified'],
    [rejected, 'rejected'],
    [unreachable, 'unreachable'],
  ] as const) {
    const params = { province: '15', jobId: job?.jobId ?? 0 }
    const lastStep = async () => (await ask(context.request, getJob, { params })).steps.at(-1)
    await expect.poll(lastStep, { timeout: 20_000 }).toMatchObject({ to: state, by: 'user:inspector-15' })
  }
  await page.goto(`/jobs/15/${rejected?.jobId}?province=15&period=1404`)
  await page.locator('.time-line').getByText('در محل کار نبود').waitFor()
  const confirm = page.getByRole('button', { name: 'تأیید دستگاه' })
  expect(await confirm.getAttribute('aria-disabled')).toBe('true')
  await keepPicture(visit, 'role-inspector-job')
  expectNoFaultInside(visit)
})
