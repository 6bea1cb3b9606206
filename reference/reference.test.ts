import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ACTIVITY_LINES } from '@rasad/domain/jobs/activity-line'
import { findAgency, indexAgencies, type AgencyName } from '@rasad/domain/organisations/agency-names'
import { readSector, SECTORS } from '@rasad/domain/organisations/sectors'
import {
  findPlace,
  indexPlaces,
  type PlaceIndex,
  type PlaceKind,
  type PlaceName,
} from '@rasad/domain/places/place-names'

type Row = Record<string, string>

const TABLES = {
  provinces: 31,
  counties: 484,
  districts: 1193,
  rural_districts: 2776,
  cities: 1659,
  agencies: 55,
  banks: 37,
  isic4: 766,
  tiles: 515,
  population: 460,
} as const
type Table = keyof typeof TABLES
const NAMES = Object.keys(TABLES) as Table[]

function bytesOf(table: Table): string {
  return readFileSync(new URL(`./${table}.csv`, import.meta.url), 'utf8')
}

const rows = Object.fromEntries(
  NAMES.map((table): [string, Row[]] => [table, parse(bytesOf(table), { columns: true })]),
) as Record<Table, Row[]>

function codesOf(table: Table): Set<string> {
  return new Set(rows[table].map((row) => row['code'] ?? ''))
}

function column(row: Row, name: string): string {
  const value = row[name]
  if (value === undefined) throw new Error(`no column ${name} in ${JSON.stringify(row)}`)
  return value
}

describe.each(NAMES)('the table %s', (table) => {
  test('has all its rows, each under a code of its own', () => {
    expect(rows[table]).toHaveLength(TABLES[table])
    expect(codesOf(table).size).toBe(TABLES[table])
  })

  test('is plain UTF-8 lines with Persian letters and tidy cells', () => {
    expect(bytesOf(table)).not.toMatch(/[\r\uFEFF\u064A\u0643\u0649\u0629\u06C0]/)
    for (const row of rows[table]) {
      for (const cell of Object.values(row)) expect(cell).toBe(cell.trim().replace(/\s+/g, ' '))
    }
  })
})

test.each([
  ['counties', 'provinces', 'province_code', 2, 4],
  ['districts', 'counties', 'county_code', 4, 6],
  ['rural_districts', 'districts', 'district_code', 6, 10],
] as const)(
  'every code of %s begins with the code of its parent in %s',
  (table, parents, parentColumn, parentLength, length) => {
    const known = codesOf(parents)
    for (const row of rows[table]) {
      const parent = column(row, parentColumn)
      expect(column(row, 'code')).toMatch(new RegExp(`^${parent}\\d{${length - parentLength}}$`))
      expect(known).toContain(parent)
    }
  },
)

test('a rural district lies in the county of its district', () => {
  for (const row of rows.rural_districts)
    expect(column(row, 'district_code').slice(0, 4)).toBe(row['county_code'])
})

test('a city lies in its county, in a district where that is known, and a zone in a city of the same county', () => {
  const cities = new Map(rows.cities.map((row) => [row['code'], row]))
  const [counties, districts] = [codesOf('counties'), codesOf('districts')]
  for (const row of rows.cities) {
    const [code, county, district] = [
      column(row, 'code'),
      column(row, 'county_code'),
      column(row, 'district_code'),
    ]
    expect(code).toMatch(/^\d{10}$/)
    expect(code.slice(0, 4)).toBe(county)
    expect(counties).toContain(county)
    if (district !== '') expect(districts).toContain(district)
    expect(district.slice(0, 4)).toBe(district === '' ? '' : county)
    const city = cities.get(column(row, 'city_code'))
    if (row['kind'] === 'city') expect(row['city_code']).toBe('')
    else expect([city?.['kind'], city?.['county_code']]).toEqual(['city', county])
  }
})

test('no validity date is claimed that the sources do not give', () => {
  for (const table of ['provinces', 'counties', 'districts', 'rural_districts'] as const) {
    for (const row of rows[table]) expect([row['valid_from'], row['valid_to']]).toEqual(['', ''])
  }
})

test('an ISIC code lies below its parent and in the sector of its section', () => {
  const byCode = new Map(rows.isic4.map((row) => [row['code'], row]))
  const lengths: Row = { section: '[A-U]', division: '\\d{2}', group: '\\d{3}', class: '\\d{4}' }
  const parents: Row = { division: 'section', group: 'division', class: 'group' }
  for (const row of rows.isic4) {
    const level = column(row, 'level')
    expect(column(row, 'code')).toMatch(new RegExp(`^${column(lengths, level)}$`))
    const parent = byCode.get(column(row, 'parent_code'))
    expect(parent?.['level']).toBe(parents[level])
    if (level === 'group' || level === 'class')
      expect(row['code']).toMatch(new RegExp(`^${row['parent_code']}`))
    const section = column(row, 'section')
    expect(byCode.get(section)?.['level']).toBe('section')
    expect(parent?.['section'] ?? section).toBe(section)
    const sector = section === 'A' ? 'agriculture' : section <= 'F' ? 'industry' : 'services'
    expect(row['sector']).toBe(sector)
  }
  const divisions = rows.isic4.filter(({ level }) => level === 'division').map(({ code }) => code)
  expect(ACTIVITY_LINES).toEqual(divisions)
})

test('every province and county has one tile, and no two tiles of a map stand on each other', () => {
  expect(codesOf('tiles')).toEqual(new Set([...codesOf('provinces'), ...codesOf('counties')]))
  const positions = rows.tiles.map((row) => {
    const map = row['level'] === 'province' ? 'country' : column(row, 'code').slice(0, 2)
    return `${map} ${row['column']} ${row['row']}`
  })
  expect(new Set(positions).size).toBe(positions.length)
})

function sumOf(level: string, inProvince: string, name: string): number {
  return rows.population
    .filter((row) => row['level'] === level && column(row, 'code').startsWith(inProvince))
    .reduce((sum, row) => sum + Number(column(row, name)), 0)
}

test('the people of the counties are the people of their province', () => {
  const places = new Set([...codesOf('provinces'), ...codesOf('counties')])
  for (const row of rows.population) {
    expect(places).toContain(row['code'])
    expect(Number(row['unemployed'])).toBeLessThan(Number(row['active']))
    expect(Number(row['active'])).toBeLessThan(Number(row['population']))
  }
  for (const province of codesOf('provinces')) {
    for (const name of ['population', 'active', 'unemployed']) {
      expect(sumOf('county', province, name)).toBe(sumOf('province', province, name))
    }
  }
  expect(sumOf('province', '', 'population')).toBe(79_926_270)
})

test('agencies and banks say what they are in known words', () => {
  for (const row of rows.agencies) {
    expect(column(row, 'code')).toMatch(/^[A-Z]+$/)
    expect([...SECTORS, 'mixed']).toContain(row['sector'])
    if (row['sector'] !== 'mixed') expect(readSector(column(row, 'sector'))).toBe(row['sector'])
  }
  for (const row of rows.banks) {
    expect(column(row, 'code')).toMatch(/^\d{3}$/)
    expect(['true', 'false']).toContain(row['active'])
  }
})

function split(cell: string): string[] {
  return cell === '' ? [] : cell.split(';')
}

const placeNames = (table: Table): PlaceName[] =>
  rows[table].map((row) => ({
    code: column(row, 'code'),
    name: column(row, 'name_fa'),
    alternatives: split(row['alternative_names'] ?? ''),
  }))
const counties = placeNames('counties')
const countyIndexes = new Map(
  [...codesOf('provinces')].map((province): [string, PlaceIndex] => [
    province,
    indexPlaces(counties.filter(({ code }) => code.startsWith(province))),
  ]),
)

function findInProvince(province: string, text: string | number) {
  const index = countyIndexes.get(province)
  if (index === undefined) throw new Error(`no province ${province}`)
  return findPlace(index, text)
}

test('every county is found in its province by its code and by each of its names', () => {
  for (const { code, name, alternatives } of counties) {
    for (const text of [code, Number(code), name, ...alternatives, `شهرستان ${name}`]) {
      expect(findInProvince(code.slice(0, 2), text)).toMatchObject({ code })
    }
  }
})

test.each([
  [
    '15',
    [
      'الیگودرز',
      'بروجرد',
      'خرم‌آباد',
      'دلفان',
      'دورود',
      'کوهدشت',
      'ازنا',
      'پلدختر',
      'سلسله',
      'چگنی',
      'رومشکان',
      'معمولان',
    ],
  ],
  [
    '06',
    [
      'آبادان',
      'اندیمشک',
      'اهواز',
      'ایذه',
      'بندرماهشهر',
      'بهبهان',
      'خرمشهر',
      'دزفول',
      'دشت آزادگان',
      'رامهرمز',
    ],
  ],
])('the counties of province %s have the names and the order of the official list', (province, names) => {
  const codes = names.map((_, place) => `${province}${String(place + 1).padStart(2, '0')}`)
  expect(names.map((name) => findInProvince(province, name))).toEqual(
    codes.map((code) => ({ code, exact: true })),
  )
})

const LETTERS: Record<string, readonly string[]> = {
  ی: ['ی', 'ي', 'ى', 'ئ'],
  ئ: ['ئ', 'ی', 'ي'],
  ک: ['ک', 'ك'],
  آ: ['آ', 'ا'],
  ا: ['ا', 'آ', 'أ'],
  ' ': [' ', '', '\u200c', '  ', '\u00a0'],
}
const ADDED = [
  '%',
  ' %  ',
  'شهرستان %',
  'شهرستان‌%',
  'شهرستان%',
  'ش. %',
  '% (مرکز)',
  'شهرستان % [۱۴۰۴]',
] as const

test('every county is found in its province by any spelling of any of its names', () => {
  const spelling = fc.record({
    county: fc.constantFrom(...counties),
    called: fc.nat(),
    choices: fc.array(fc.nat(), { minLength: 40, maxLength: 40 }),
    added: fc.constantFrom(...ADDED),
  })
  fc.assert(
    fc.property(spelling, ({ county, called, choices, added }) => {
      const names = [county.name, ...county.alternatives]
      const name = names[called % names.length] ?? county.name
      const typed = Array.from(name, (letter, place) => {
        const forms = LETTERS[letter] ?? [letter]
        return forms[(choices[place] ?? 0) % forms.length]
      })
      const text = added.replace('%', typed.join(''))

      expect(findInProvince(county.code.slice(0, 2), text)).toMatchObject({ code: county.code })
    }),
    { numRuns: 3000 },
  )
})

test('a county of another province is unknown, unless this province has one of the same name', () => {
  for (const province of codesOf('provinces')) {
    const own = counties.filter(({ code }) => code.startsWith(province))
    for (const { code, name, alternatives } of counties) {
      if (code.startsWith(province)) continue
      const finding = findInProvince(province, name)
      expect(findInProvince(province, code)).toMatchObject({ refusal: 'unknown' })
      if ('code' in finding) {
        const namesake = own.find((county) => county.code === finding.code)
        expect([name, ...alternatives]).toContain(namesake?.name)
      }
    }
  }
})

test.each([
  ['districts', 'district', 'بخش'],
  ['rural_districts', 'rural-district', 'دهستان'],
] as const)('within its county each of the %s has a name of its own', (table, kind: PlaceKind, word) => {
  const byCounty = Map.groupBy(placeNames(table), ({ code }) => code.slice(0, 4))
  for (const places of byCounty.values()) {
    const index = indexPlaces(places, kind)
    for (const { code, name } of places) {
      expect(findPlace(index, name)).toEqual({ code, exact: true })
      expect(findPlace(index, `${word} ${name}`)).toMatchObject({ code })
    }
  }
})

test('every agency is found by its code and by each of its names, in every province', () => {
  const agencies = rows.agencies.map((row): AgencyName => {
    const alternatives = [column(row, 'short_fa'), ...split(column(row, 'alternative_names'))]
    return { code: column(row, 'code'), name: column(row, 'name_fa'), alternatives }
  })
  for (const province of placeNames('provinces')) {
    const seats = counties.filter(({ code }) => code.startsWith(province.code)).map(({ name }) => name)
    const index = indexAgencies(agencies, [province.name, ...seats])
    for (const { code, name, alternatives } of agencies) {
      for (const text of [code, code.toLowerCase(), name, ...alternatives]) {
        expect(findAgency(index, text)).toEqual({ code, exact: true })
      }
      for (const text of alternatives.map((called) => `${called} استان ${province.name}`)) {
        expect(findAgency(index, text)).toEqual({ code, exact: false })
      }
    }
  }
})
