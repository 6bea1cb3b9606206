import { expect, test } from 'vitest'
import { PROGRAMMES, readProgramme } from './programmes.ts'

test('every programme is read by its code', () => {
  expect(PROGRAMMES.map(readProgramme)).toEqual(PROGRAMMES)
})

test.each([
  ['مشاغل خانگي', 'home-based-businesses'],
  ['طرح کارورزی', 'internship'],
  ['برنامهٔ اشتغال روستایی', 'rural-employment'],
  ['کشت گلخانه‌ای', 'greenhouses'],
  ['تبصره ۱۸', 'production-loans'],
  ['آموزش فنی و حرفه ای', 'skill-training'],
] as const)('«%s» is %s', (text, programme) => {
  expect(readProgramme(text)).toBe(programme)
})

test('a label that names no programme is none', () => {
  expect(['کشاورزی', '', 'تبصره ۱۶'].map(readProgramme)).toEqual([undefined, undefined, undefined])
})
