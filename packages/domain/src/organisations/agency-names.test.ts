import { expect, test } from 'vitest'
import { findAgency, indexAgencies, type AgencyName } from './agency-names.ts'

const AGENCIES: readonly AgencyName[] = [
  { code: 'AGRI', name: 'سازمان جهاد کشاورزی استان', alternatives: ['جهاد کشاورزی'] },
  { code: 'SMT', name: 'سازمان صنعت، معدن و تجارت استان', alternatives: ['صمت'] },
  { code: 'KOMITEH', name: 'کمیته امداد امام خمینی(ره) استان', alternatives: ['کمیته امداد'] },
  { code: 'TVTO', name: 'اداره کل آموزش فنی و حرفه‌ای استان', alternatives: ['فنی و حرفه‌ای'] },
  {
    code: 'LABOR',
    name: 'اداره کل تعاون، کار و رفاه اجتماعی استان',
    alternatives: ['تعاون، کار و رفاه اجتماعی', 'اداره کار'],
  },
  { code: 'ACECR', name: 'جهاد دانشگاهی استان', alternatives: [] },
  { code: 'GOV', name: 'استانداری (معاونت هماهنگی امور اقتصادی)', alternatives: ['استانداری'] },
  { code: 'OIL', name: 'شرکت‌های نفت، گاز و پتروشیمی مستقر در استان', alternatives: [] },
  { code: 'GAS', name: 'شرکت گاز استان', alternatives: ['شرکت گاز'] },
]

const anywhere = indexAgencies(AGENCIES)
const inLorestan = indexAgencies(AGENCIES, ['لرستان', 'خرم آباد', 'بروجرد'])

test.each([
  ['AGRI', 'AGRI'],
  ['agri', 'AGRI'],
  [' Agri ', 'AGRI'],
  ['جهاد کشاورزی', 'AGRI'],
  ['جهاد كشاورزي', 'AGRI'],
  ['جهادکشاورزی', 'AGRI'],
  ['صمت', 'SMT'],
  ['فنی‌وحرفه‌ای', 'TVTO'],
  ['تعاون کار و رفاه اجتماعی', 'LABOR'],
  ['کمیته امداد امام خمینی (ره) استان', 'KOMITEH'],
])('%j is the name or code of an agency', (text, code) => {
  expect(findAgency(anywhere, text)).toEqual({ code, exact: true })
})

test.each([
  ['سازمان جهاد کشاورزی استان لرستان', 'AGRI'],
  ['سازمان جهاد کشاورزی', 'AGRI'],
  ['اداره جهاد کشاورزی', 'AGRI'],
  ['مدیریت جهاد کشاورزی شهرستان بروجرد', 'AGRI'],
  ['جهاد کشاورزی استان لرستان شهرستان خرم آباد', 'AGRI'],
  ['سازمان صمت', 'SMT'],
  ['صنعت معدن تجارت', 'SMT'],
  ['کمیته امداد امام خمینی', 'KOMITEH'],
  ['کمیته امداد امام خمینی (ره)', 'KOMITEH'],
  ['کمیته امداد امام خمینی (ره) استان لرستان', 'KOMITEH'],
  ['کمیته امداد (خرم آباد)', 'KOMITEH'],
  ['فنی حرفه ای', 'TVTO'],
  ['اداره‌کل آموزش فنی و حرفه ای', 'TVTO'],
  ['اداره کل تعاون کار رفاه اجتماعی', 'LABOR'],
  ['شرکت‌های نفت، گاز و پتروشیمی', 'OIL'],
])('%j is an agency whose name is longer or shorter', (text, code) => {
  expect(findAgency(anywhere, text)).toEqual({ code, exact: false })
  expect(findAgency(inLorestan, text)).toEqual({ code, exact: false })
})

test.each(['جهاد', 'سازمان', 'استان', 'اداره کل', 'لرستان', 'شرکت', 'بانک ملی', 'وزارت نیرو'])(
  '%j is no agency',
  (text) => {
    expect(findAgency(inLorestan, text)).toMatchObject({ refusal: 'unknown' })
  },
)

test('a name that ends in the province is understood where the province is known', () => {
  expect(findAgency(inLorestan, 'جهاد کشاورزی لرستان')).toEqual({ code: 'AGRI', exact: false })
  expect(findAgency(inLorestan, 'استانداری لرستان')).toEqual({ code: 'GOV', exact: false })
  expect(findAgency(inLorestan, 'کمیته امداد خرم‌آباد')).toEqual({ code: 'KOMITEH', exact: false })
  expect(findAgency(anywhere, 'جهاد کشاورزی لرستان')).toMatchObject({ refusal: 'unknown' })
})

test('an agency of another province is not ours', () => {
  expect(findAgency(inLorestan, 'سازمان جهاد کشاورزی استان ایلام')).toMatchObject({ refusal: 'unknown' })
  expect(findAgency(inLorestan, 'جهاد کشاورزی ایلام')).toMatchObject({ refusal: 'unknown' })
})

test('a misspelt agency is refused, and the one it resembles is offered', () => {
  expect(findAgency(anywhere, 'جهاد کشاورز')).toEqual({ refusal: 'unknown', candidates: ['AGRI'] })
  expect(findAgency(anywhere, null)).toEqual({ refusal: 'missing', candidates: [] })
})
