import { expect, test } from 'vitest'
import type { Cell } from './cell.ts'
import type { ImportContext } from './read-row.ts'
import { CONTEXT, readOne } from './test-lists.ts'

const HEADER = ['کد ملی', 'نام', 'نام خانوادگی', 'شهرستان', 'تاریخ شروع']
const CELLS = ['0013542419', 'مریم', 'ملک‌زاده', 'پلدختر', '1404/03/16']
const OF_SEVERAL: ImportContext = { ...CONTEXT, agency: null, mayFileFor: (code) => code !== 'KOMITEH' }

/** What a row says that names its agency so; without a word the list has no such column. */
function reading(context: ImportContext, agency?: Cell) {
  const [header, cells] =
    agency === undefined
      ? [HEADER, CELLS]
      : ([
          [...HEADER, 'دستگاه'],
          [...CELLS, agency],
        ] as const)
  const { job, agency: spokenFor, reasons, corrections } = readOne(header, cells, context)
  return {
    counted: job?.agency ?? null,
    spokenFor,
    codes: [...reasons, ...corrections].map(({ code }) => code),
  }
}

test.each([
  ['AGRI', 'AGRI', []],
  ['جهاد کشاورزی', 'AGRI', []],
  ['سازمان جهاد کشاورزی استان', 'AGRI', []],
  ['صمت', 'SMT', []],
  ['صنعت معدن تجارت', 'SMT', ['agency.read']],
])('in a list of several agencies «%s» is %s', (word, code, codes) => {
  expect(reading(OF_SEVERAL, word)).toEqual({ counted: code, spokenFor: code, codes })
})

test('in a list of several agencies a row without one, an unknown one and one not to be spoken for are refused each by its own reason', () => {
  expect(reading(OF_SEVERAL, '')).toEqual({ counted: null, spokenFor: null, codes: ['agency.missing'] })
  expect(reading(OF_SEVERAL)).toEqual({ counted: null, spokenFor: null, codes: ['agency.missing'] })
  expect(reading(OF_SEVERAL, 'ناشناس')).toEqual({ counted: null, spokenFor: null, codes: ['agency.unknown'] })
  expect(reading(OF_SEVERAL, 'کمیته امداد')).toEqual({
    counted: null,
    spokenFor: 'KOMITEH',
    codes: ['agency.not-allowed'],
  })
})

test('in the list of one agency a row that names none is the sender’s', () => {
  expect(reading(CONTEXT, '')).toEqual({ counted: 'AGRI', spokenFor: 'AGRI', codes: [] })
  expect(reading(CONTEXT)).toEqual({ counted: 'AGRI', spokenFor: 'AGRI', codes: [] })
})

test('a sheet named after an agency speaks for it where nobody sends the list and no column names one', () => {
  const named = (context: ImportContext, sheetAgency = 'SMT') => ({ ...context, sheetAgency })

  expect(reading(named(OF_SEVERAL))).toEqual({
    counted: 'SMT',
    spokenFor: 'SMT',
    codes: ['agency.from-sheet'],
  })
  expect(reading(named(OF_SEVERAL, 'KOMITEH')).codes).toEqual(['agency.not-allowed', 'agency.from-sheet'])
  expect(reading(named(OF_SEVERAL), 'جهاد کشاورزی').counted).toBe('AGRI')
  expect(reading(named(OF_SEVERAL), '').codes).toEqual(['agency.missing'])
  expect(reading(named(CONTEXT)).counted).toBe('AGRI')
})
