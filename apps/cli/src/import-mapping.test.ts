import { expect, test } from 'vitest'
import { readMapping } from './import-mapping.ts'

test('headers are mapped by column names in either spelling, and may hold signs of equality', () => {
  const mapping = readMapping(['کد م=nationalId', 'شروع = start-date', 'a=b=county', 'ملاحظه=ignore'])

  expect(mapping).toEqual({ 'کد م': 'nationalId', شروع: 'startDate', 'a=b': 'county', ملاحظه: 'ignore' })
})

test.each([
  ['کد م', 'bad-input'],
  ['=nationalId', 'bad-input'],
  ['کد م=', 'import.unknown-column'],
  ['کد م=moon', 'import.unknown-column'],
])('«%s» maps nothing and is refused as %s', (pair, code) => {
  expect(() => readMapping([pair])).toThrow(code)
})
