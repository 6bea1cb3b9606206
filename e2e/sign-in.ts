import { expect } from 'vitest'
import { openVisit, type Look, type Visit } from './visit.ts'

/** Opens an address as somebody the sign-in page offers by their role, as a visitor of the demonstration does. */
export async function signInAs(role: string, path = '/', look: Look = {}): Promise<Visit> {
  const visit = await openVisit(path, look)
  const { page } = visit
  await page.getByRole('button', { name: role }).click()
  await page.getByRole('button', { name: 'ورود', exact: true }).click()
  const inside = page.getByRole('navigation', { name: 'بخش‌های سامانه' })
  const code = page.getByText('کد این حساب نمایشی نوشته شده است')
  await inside.or(code).waitFor()
  if (await code.isVisible()) await page.keyboard.press('Enter')
  await inside.waitFor()
  return visit
}

/** The browser had nothing to complain about but that nobody was signed in at first. */
export function expectNoFaultInside({ faults }: Visit): void {
  expect(faults.filter((fault) => !fault.includes('status of 401'))).toEqual([])
}
