import { expect, test } from 'vitest'
import { readMapping } from './import-mapping.ts'

test('headers are mapped by column names in either spelling, and may hold signs of equality', () => {
  const mapping = readMapping(['کد م=nationalId', 'شروع = start-date', 'a=b=county', 'ملاحظه=ignore'])

  expect(mapping).toEqual({ 'کد م': 'nationalId', شروع: 'startDate', 'a=b': 'county', ملاحظه: 'ignore' })
})

test.each(['کد م', '=nationalId', 'کد م=', 'کد م=moon'])('«%s» maps nothing and is refused', (pair) => {
  expect(() => readMapping([pair])).toThrow('import.unknown-column')
})
