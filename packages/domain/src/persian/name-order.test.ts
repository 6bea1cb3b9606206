import { expect, test } from 'vitest'
import { inOrderOfNames } from './name-order.ts'

const named = (language: 'fa' | 'en', names: readonly string[]) =>
  inOrderOfNames(language, names, (name) => name)

test('Persian names stand in the order of the Persian alphabet', () => {
  const names = [
    'یزد',
    'گرگان',
    'کرج',
    'لارستان',
    'پاوه',
    'آمل',
    'بروجرد',
    'ابهر',
    'ژاوه',
    'چابهار',
    'زنجان',
    'جم',
  ]

  expect(named('fa', names)).toEqual([
    'آمل',
    'ابهر',
    'بروجرد',
    'پاوه',
    'جم',
    'چابهار',
    'زنجان',
    'ژاوه',
    'کرج',
    'گرگان',
    'لارستان',
    'یزد',
  ])
})

test('things are put in order by the name that is shown, whichever language it is in', () => {
  const agencies = [
    { nameFa: 'آب و فاضلاب', nameEn: 'Water' },
    { nameFa: 'صمت', nameEn: 'Industry' },
    { nameFa: 'بهزیستی', nameEn: 'Welfare' },
  ]

  const order = (language: 'fa' | 'en') =>
    inOrderOfNames(language, agencies, (one) => (language === 'fa' ? one.nameFa : one.nameEn))

  expect(order('fa').map(({ nameEn }) => nameEn)).toEqual(['Water', 'Welfare', 'Industry'])
  expect(order('en').map(({ nameEn }) => nameEn)).toEqual(['Industry', 'Water', 'Welfare'])
})
