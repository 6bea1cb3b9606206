import { afterAll, beforeAll, expect, test } from 'vitest'
import { CLIENT, startProvider } from '../apps/server/test/oidc-provider.ts'
import { startServing, type Serving } from './serving.ts'
import { keepPicture, openVisit } from './visit.ts'

const BUTTON = 'ورود با سامانهٔ استانداری'
let provider: Awaited<ReturnType<typeof startProvider>>
let serving: Serving

beforeAll(async () => {
  serving = await startServing('sign-in', async (url) => {
    provider = await startProvider(`${url}/api/sign-in/callback/oidc`)
    return { url, oidc: { ...CLIENT, issuer: provider.issuer, name: 'سامانهٔ استانداری' } }
  })
  provider.offer(
    { sub: 's1', preferredUsername: 'hesabras' },
    { sub: 's2', preferredUsername: 'moaven' },
    { sub: 's3', preferredUsername: 'bigane' },
  )
}, 120_000)

afterAll(async () => {
  await serving[Symbol.asyncDispose]()
  await provider[Symbol.asyncDispose]()
})

test('somebody signs in by the organisation and comes to where they wanted to go', async () => {
  await using visit = await openVisit('/figures?by=agency', { at: serving.url })
  const { page } = visit
  await keepPicture(visit, 'oidc-button')

  await page.getByRole('link', { name: BUTTON }).click()
  await page.getByRole('heading', { name: 'ورود یکپارچهٔ استانداری' }).waitFor()
  await page.getByRole('link', { name: 'hesabras' }).click()

  await page.getByRole('heading', { level: 1, name: 'تفکیک رقم‌ها' }).waitFor()
  expect(new URL(page.url()).searchParams.get('by')).toBe('agency')
  await page.getByRole('button', { name: /حسین حسابرس/ }).waitFor()
})

test('whoever has a second factor is asked for it after the organisation too', async () => {
  await using visit = await openVisit('/', { at: serving.url })
  const { page } = visit
  await page.getByRole('link', { name: BUTTON }).click()
  await page.getByRole('link', { name: 'moaven' }).click()

  await page.getByRole('heading', { name: 'کد یک‌بارمصرف' }).waitFor()
})

test('somebody without an account is told so, and nobody is signed in', async () => {
  await using visit = await openVisit('/jobs', { at: serving.url })
  const { page } = visit
  await page.getByRole('link', { name: BUTTON }).click()
  await page.getByRole('link', { name: 'bigane' }).click()

  await page.getByRole('alert').getByText('حسابی با این نام در رصد نیست', { exact: false }).waitFor()
  await keepPicture(visit, 'oidc-refused')
  await page.goto('/jobs')
  await page.getByRole('heading', { name: 'ورود به رصد' }).waitFor()
})

test('a sign-in that is broken off leads back, and the password still opens what was wanted', async () => {
  await using visit = await openVisit('/figures?by=agency', { at: serving.url })
  const { page } = visit
  await page.getByRole('link', { name: BUTTON }).click()
  await page.getByRole('link', { name: 'انصراف' }).click()

  await page.getByRole('alert').getByText('ورود سازمانی نیمه‌کاره ماند').waitFor()
  await keepPicture(visit, 'oidc-broken-off')
  await page.getByRole('button', { name: 'بازرسی و حسابرسی' }).click()
  await page.getByRole('button', { name: 'ورود', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: 'تفکیک رقم‌ها' }).waitFor()
  expect(new URL(page.url()).searchParams.get('by')).toBe('agency')
})
