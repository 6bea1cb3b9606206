import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ACTIVITY_LINES, activityLineOf, isActivityLine } from './activity-line.ts'

test.each([
  ['0111', '01'],
  ['01', '01'],
  ['A0150', '01'],
  ['C10', '10'],
  ['4711', '47'],
  ['9900', '99'],
])('the activity %s is counted in the line %s', (isic, line) => {
  expect(activityLineOf(isic)).toBe(line)
})

test.each([null, '', 'A', 'C', '0', '0401', '34', '0000', 'X47'])(
  'the activity %s names no line and is counted as unspecified',
  (isic) => {
    expect(activityLineOf(isic)).toBe('unspecified')
  },
)

test('every code of a division lies in its line, whatever follows and whatever section stands before', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...ACTIVITY_LINES),
      fc.stringMatching(/^[A-U]?$/),
      fc.stringMatching(/^\d{0,2}$/),
      (line, section, rest) => {
        expect(activityLineOf(`${section}${line}${rest}`)).toBe(line)
      },
    ),
  )
})

test('whatever a list writes, its line is one that figures can be restricted to', () => {
  fc.assert(
    fc.property(fc.option(fc.string()), (isic) => {
      expect(isActivityLine(activityLineOf(isic))).toBe(true)
    }),
  )
})
