import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { findPlace, indexPlaces, type PlaceName } from './place-names.ts'

function place(code: string, name: string, ...alternatives: string[]): PlaceName {
  return { code, name, alternatives }
}

const lorestan = indexPlaces([
  place('1501', 'الیگودرز'),
  place('1502', 'بروجرد'),
  place('1503', 'خرم آباد'),
  place('1504', 'دلفان'),
  place('1505', 'دورود'),
  place('1506', 'کوهدشت'),
  place('1507', 'ازنا'),
  place('1508', 'پلدختر'),
  place('1509', 'سلسله'),
  place('1510', 'چگنی', 'دوره'),
  place('1511', 'رومشکان'),
  place('1512', 'معمولان'),
])

test.each([
  ['خرم آباد', '1503'],
  ['خرم‌آباد', '1503'],
  ['خرمآباد', '1503'],
  ['خرم اباد', '1503'],
  ['  خرم   آباد ', '1503'],
  ['(خرم آباد)', '1503'],
  ['كوهدشت', '1506'],
  ['چگني', '1510'],
  ['دوره', '1510'],
  ['1503', '1503'],
  [1503, '1503'],
  ['۱۵۰۳', '1503'],
  ['١٥٠٣', '1503'],
])('%j says a county of Lorestan itself', (text, code) => {
  expect(findPlace(lorestan, text)).toEqual({ code, exact: true })
})

test.each([
  ['شهرستان خرم آباد', '1503'],
  ['شهرستان‌خرم‌آباد', '1503'],
  ['شهرستانخرمآباد', '1503'],
  ['شهرستان: ازنا', '1507'],
  ['ش. خرم آباد', '1503'],
  ['ش.ازنا', '1507'],
  ['شهر ازنا', '1507'],
  ['خرم آباد (مرکز)', '1503'],
  ['خرم‌آباد [مرکز استان]', '1503'],
  ['شهرستان كوهدشت (بخش مرکزی)', '1506'],
  ['چگنی (دوره)', '1510'],
  ['خرم آباد (1503)', '1503'],
  ['۱۵۰۳ (خرم آباد)', '1503'],
  ['خرم آباد (مرکز) (استان)', '1503'],
])('%j says a county after something is set aside', (text, code) => {
  expect(findPlace(lorestan, text)).toEqual({ code, exact: false })
})

test.each([null, undefined, '', '   ', '-', '—', '\u200c', '...'])('%j says no place', (text) => {
  expect(findPlace(lorestan, text)).toEqual({ refusal: 'missing', candidates: [] })
})

test.each([
  'رابر',
  'رامسر',
  'اهواز',
  'آبادان',
  '0601',
  503,
  150,
  -1503,
  150.3,
  '15-03',
  '15 03',
  '01503',
  'استان لرستان',
  'شهرستان',
  'شهر',
  'ش',
  'شهرازنا',
  'روستای ازنا',
  'بخش چگنی',
  'خرم آباد و ازنا',
])('%j is not a county of Lorestan and resembles none', (text) => {
  expect(findPlace(lorestan, text)).toEqual({ refusal: 'unknown', candidates: [] })
})

test.each([
  ['درود', ['1505']],
  ['شهرستان رمشکان', ['1511']],
  ['خرمابد', ['1503']],
  ['ارنا', ['1507']],
  ['لرستان (ازنا)', ['1507']],
])('%j is refused, and the county it resembles is offered', (text, candidates) => {
  expect(findPlace(lorestan, text)).toEqual({ refusal: 'unknown', candidates })
})

test('at most three near names are offered, the nearest first', () => {
  const index = indexPlaces([
    place('1', 'حسن آباد'),
    place('2', 'حسین آباد'),
    place('3', 'حسن آباد نو'),
    place('4', 'حسنابا'),
    place('5', 'احسن آباد'),
  ])

  expect(findPlace(index, 'حسن آبا')).toEqual({ code: '4', exact: true })
  expect(findPlace(index, 'حسنن آباد')).toEqual({ refusal: 'unknown', candidates: ['1', '2', '4'] })
})

test('a note that names another county leaves the choice open', () => {
  expect(findPlace(lorestan, 'پلدختر (معمولان)')).toEqual({
    refusal: 'ambiguous',
    candidates: ['1508', '1512'],
  })
})

test('a year in a note is no county, though it is also the code of one', () => {
  const chaharmahal = indexPlaces([place('1402', 'شهرکرد'), place('1404', 'لردگان')])

  expect(findPlace(chaharmahal, 'شهرکرد (۱۴۰۴)')).toEqual({ code: '1402', exact: false })
})

test('two villages of one name are told apart by their code only', () => {
  const villages = indexPlaces(
    [place('158001', 'ده نو'), place('158002', 'دهنو'), place('158003', 'نو')],
    'village',
  )

  expect(findPlace(villages, 'روستای ده نو')).toEqual({
    refusal: 'ambiguous',
    candidates: ['158001', '158002'],
  })
  expect(findPlace(villages, 158002)).toEqual({ code: '158002', exact: true })
})

test('a name keeps the leading word that belongs to it', () => {
  const counties = indexPlaces([
    place('1402', 'شهرکرد'),
    place('0210', 'قایم شهر', 'قائم شهر'),
    place('1016', 'شاهین شهرو میمه', 'شاهین شهر و میمه'),
    place('0102', 'آستانه اشرفیه'),
    place('1003', 'شهرضا'),
  ])

  expect(findPlace(counties, 'شهر کرد')).toEqual({ code: '1402', exact: true })
  expect(findPlace(counties, 'شهرستان شهرکرد')).toEqual({ code: '1402', exact: false })
  expect(findPlace(counties, 'قائم‌شهر')).toEqual({ code: '0210', exact: true })
  expect(findPlace(counties, 'شاهین‌شهر و میمه')).toEqual({ code: '1016', exact: true })
  expect(findPlace(counties, 'استانه اشرفیه')).toEqual({ code: '0102', exact: true })
  expect(findPlace(counties, 'شهر رضا')).toEqual({ refusal: 'unknown', candidates: ['1003'] })
})

test('a name with a title in brackets is known without it', () => {
  const ruralDistricts = indexPlaces([place('0730020002', 'امامزاده علی (ع)')], 'rural-district')

  expect(findPlace(ruralDistricts, 'امامزاده علی (ع)')).toEqual({ code: '0730020002', exact: true })
  expect(findPlace(ruralDistricts, 'دهستان امامزاده علی (ع)')).toEqual({ code: '0730020002', exact: false })
  expect(findPlace(ruralDistricts, 'امام‌زاده علی')).toEqual({ code: '0730020002', exact: false })
})

test('a code that lost its leading zeros is read where only one code can be meant', () => {
  const eastAzerbaijan = indexPlaces([place('0303', 'تبریز'), place('0329', 'ترکمانچای')])

  expect(findPlace(eastAzerbaijan, '303')).toEqual({ code: '0303', exact: false })
  expect(findPlace(eastAzerbaijan, 329)).toEqual({ code: '0329', exact: false })
  expect(findPlace(eastAzerbaijan, '0303')).toEqual({ code: '0303', exact: true })
  expect(findPlace(eastAzerbaijan, '00303')).toMatchObject({ refusal: 'unknown' })
})

test('a code is ambiguous where its lost zeros could belong to two places', () => {
  const mixed = indexPlaces([place('0303', 'تبریز'), place('00303', 'اهر')])

  expect(findPlace(mixed, '303')).toEqual({ refusal: 'ambiguous', candidates: ['0303', '00303'] })
})

test('any text gets an answer, and the second asking gets the same', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: 'binary', maxLength: 400 }), fc.double(), fc.integer()),
      (text) => {
        const first = findPlace(lorestan, text)

        expect(findPlace(lorestan, text)).toEqual(first)
      },
    ),
  )
})
