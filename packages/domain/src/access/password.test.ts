import { expect, test } from 'vitest'
import { isAcceptablePassword } from './password.ts'

test.each([
  ['گذرواژهٔ بلند من', true],
  ['abcdefghij', true],
  ['abcdefghi', false],
  ['😀😁😂😃😄😅😆😇😈', false],
  ['aaaaaaaaaaaa', false],
  ['abcabcabcabc', false],
  ['maryam.karimi', false],
  ['Maryam.Karimi ', false],
  ['maryam.karimi1', true],
])('the password %s of maryam.karimi: %s', (password, taken) => {
  expect(isAcceptablePassword(password, 'maryam.karimi')).toBe(taken)
})
