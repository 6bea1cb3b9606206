import { expect, test } from 'vitest'
import { FOUND_BY_LABEL } from './found-by-label.ts'

const isFound = (typed: string, label: unknown) => FOUND_BY_LABEL.filterOption(typed, { label })

test.each([
  ['كميته', 'کمیته امداد'],
  ['راستي آزمايي', 'راستی‌آزمایی‌شده'],
  ['خرم‌آباد', 'خرم آباد'],
  ['الیگودرز', 'أليگودرز'],
  ['15', 'ناحیهٔ ۱۵'],
  ['emdad', 'Emdad Committee'],
])('«%s» finds «%s» in a list', (typed, label) => {
  expect(isFound(typed, label)).toBe(true)
})

test('another word is not found, and what has no words never is', () => {
  expect(isFound('بهزیستی', 'کمیته امداد')).toBe(false)
  expect(isFound('', undefined)).toBe(false)
})
