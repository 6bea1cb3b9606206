import { expect, test } from 'vitest'
import { openJobsProvince } from './jobs-province.ts'
import { expectNoFault, keepPicture, openVisit } from './visit.ts'

test('a queue is worked through with the keyboard alone: confirmed, returned with a reason, taken back', async () => {
  const there = await openJobsProvince('03')
  const jobs: { jobId: number }[] = []
  for (const name of ['احمدی', 'کریمی', 'رضایی', 'سپهوند', 'گودرزی']) jobs.push(await there.register(name))
  await using visit = await openVisit('/queues/confirmation?province=03&period=1404')
  const { page } = visit
  const record = page.getByRole('region', { name: 'شغل در دست بررسی' })
  const list = page.getByRole('listbox')
  const names = () => list.getByRole('option').locator('strong').allTextContents()
  const atHand = async () =>
    (await list.getByRole('option', { selected: true }).locator('strong').textContent())!
  await record.getByText('به حساب تعهد شمرده می‌شود').waitFor()

  const before = await names()
  const confirmed = await atHand()
  await page.keyboard.press('c')
  await page.getByText(`${confirmed}: تأیید دستگاه`, { exact: false }).waitFor()
  expect(await names()).toEqual(before.filter((name) => name !== confirmed))
  await keepPicture(visit, 'queue-confirmed')

  const returned = await atHand()
  await record.getByText('به حساب تعهد شمرده می‌شود').waitFor()
  await page.keyboard.press('b')
  await page.getByRole('dialog').waitFor()
  await page.keyboard.press('2')
  await keepPicture(visit, 'queue-reason')
  await page.keyboard.press('Enter')
  await page.getByText(`${returned}: برگشت برای اصلاح`, { exact: false }).waitFor()

  const kept = await atHand()
  await record.getByText('به حساب تعهد شمرده می‌شود').waitFor()
  await page.keyboard.press('c')
  await page.getByText(`${kept}: تأیید دستگاه`, { exact: false }).waitFor()
  await page.keyboard.press('z')
  await page.getByText(`پس گرفته شد: ${kept}`).waitFor()
  expect(await atHand()).toBe(kept)

  await page.keyboard.press('o')
  await page.getByRole('heading', { level: 1, name: kept }).waitFor()
  const last = () => Promise.all(jobs.map(({ jobId }) => there.lastStep(jobId)))
  await expect
    .poll(async () => (await last()).map(({ to }) => to).toSorted())
    .toEqual(['agency-confirmed', 'registered', 'registered', 'registered', 'returned'])
  expect((await last()).find(({ to }) => to === 'returned')?.reason).toBe('شهرستان محل کار نادرست است')
  expectNoFault(visit)
})

test('decisions made without a connection are kept and sent when it is back', async () => {
  const there = await openJobsProvince('04')
  const { jobId } = await there.register('احمدی')
  await there.take(jobId, 'confirm')
  await using visit = await openVisit('/queues/verification?province=04&period=1404')
  const { page, context } = visit
  await page.getByText('به حساب تعهد شمرده می‌شود').waitFor()

  const failed = page.waitForEvent('requestfailed', (request) => request.url().endsWith('/steps'))
  await context.setOffline(true)
  await page.keyboard.press('v')
  await page.getByText('در راه سرور', { exact: false }).waitFor()
  await page.getByText('چیزی در این صف نمانده است').waitFor()
  await failed
  expect((await there.lastStep(jobId)).step).toBe('confirm')
  await context.setOffline(false)

  await expect.poll(async () => (await there.lastStep(jobId)).step, { timeout: 20_000 }).toBe('verify')
  await page.getByText('ثبت شد · از این پس می‌شود: تکراری، اصلاح', { exact: false }).waitFor()
})

test('a decision that comes too late is told with what to do, and the others go on', async () => {
  const there = await openJobsProvince('05')
  const first = await there.register('احمدی')
  const second = await there.register('کریمی')
  await using visit = await openVisit('/queues/confirmation?province=05&period=1404')
  const { page } = visit
  await page.getByText('به حساب تعهد شمرده می‌شود').waitFor()
  const atHand = page.getByRole('option', { selected: true }).locator('strong')
  const late = (await atHand.textContent()) === 'مریم احمدی' ? first : second

  await there.take(late.jobId, 'return', 'نشانی روشن نیست')
  await page.keyboard.press('c')

  const told = page.getByRole('alert').filter({ hasText: 'تصمیم پذیرفته نشد' })
  await told.waitFor({ timeout: 15_000 })
  expect(await told.textContent()).toContain('این شغل در این میان تغییر کرده است')
  expect((await there.lastStep(late.jobId)).step).toBe('return')
  expect(await page.getByRole('listbox').getByRole('option').count()).toBe(1)
})
