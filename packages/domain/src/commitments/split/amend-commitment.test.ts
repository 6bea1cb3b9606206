import { expect, test } from 'vitest'
import fc from 'fast-check'
import { amendCommitment, type Amendment, type SplitVersion } from './amend-commitment.ts'
import { compareVersions } from './compare-versions.ts'
import { AXES, type Axis, type Pin, type SplitCell, type SplitRequest } from './request.ts'
import { splitCommitment, type Split } from './split-commitment.ts'

const agencies = ['AGRI', 'EMDAD', 'INDUSTRY', 'LABOUR', 'WELFARE']
const counties = ['0301', '0302', '0303', '0304']
const sectors = ['agriculture', 'industry', 'services']
const programmes = ['internship', 'unspecified']
const places = agencies.flatMap((agency) =>
  counties.flatMap((county) =>
    sectors.flatMap((sector) => programmes.map((programme) => ({ agency, county, sector, programme }))),
  ),
)
const weights = places.map((place, at) => ({ ...place, weight: 1 + ((at * 37) % 29) }))

function sumOf(cells: readonly SplitCell[], part: { [axis in Axis]?: string | undefined }): number {
  return cells
    .filter((cell) => AXES.every((axis) => part[axis] === undefined || part[axis] === cell[axis]))
    .reduce((sum, { value }) => sum + value, 0)
}

function cellsOf(split: Split): SplitCell[] {
  if ('refusal' in split) throw new Error(JSON.stringify(split.refusal))
  return split.cells
}

const firstVersion = (total: number): SplitVersion => ({
  agencies,
  counties,
  sectors,
  programmes,
  cells: cellsOf(splitCommitment({ total, agencies, counties, sectors, programmes, weights })),
})

const place = fc.constantFrom(...places)
const amendments: fc.Arbitrary<Amendment> = fc.oneof(
  fc.record({ total: fc.nat(3000) }),
  fc
    .tuple(fc.constantFrom(...AXES), place, fc.nat(900), fc.option(fc.nat(3000), { nil: undefined }))
    .map(([axis, at, value, total]) => ({ total, margins: { [axis]: new Map([[at[axis], value]]) } })),
  fc.tuple(place, fc.nat(60)).map(([at, value]) => ({ cells: [{ ...at, value }] })),
  fc
    .tuple(place, fc.nat(60))
    .map(([{ agency, county, sector }, value]) => ({ cells: [{ agency, county, sector, value }] })),
  fc.tuple(place, fc.nat(120)).map(([{ agency, county }, value]) => ({ cells: [{ agency, county, value }] })),
)

const samePlace = (one: Pin, other: Pin): boolean => AXES.every((axis) => one[axis] === other[axis])

test('through any sequence of amendments and pins every version adds up and keeps what was named and pinned', () => {
  const answers = { amended: 0, refused: 0 }
  const steps = fc.array(fc.record({ amendment: amendments, isPinned: fc.boolean() }), { maxLength: 12 })
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2000 }), steps, (total, sequence) => {
      let version = firstVersion(total)
      for (const { amendment, isPinned } of sequence) {
        const split = amendCommitment(version, { ...amendment, weights })
        if ('refusal' in split) {
          answers.refused++
          continue
        }
        answers.amended++
        const named = amendment.cells ?? []
        const held = (version.pins ?? []).filter((pin) => !named.some((change) => samePlace(pin, change)))
        const whole = amendment.total ?? sumOf(version.cells, {})
        for (const axis of AXES) {
          const members = { agency: agencies, county: counties, sector: sectors, programme: programmes }[axis]
          expect(members.reduce((sum, name) => sum + sumOf(split.cells, { [axis]: name }), 0)).toBe(whole)
          for (const [name, value] of amendment.margins?.[axis] ?? [])
            expect(sumOf(split.cells, { [axis]: name })).toBe(value)
          const isNew = named.some(
            ({ programme, value }) =>
              programme !== undefined && value > 0 && sumOf(version.cells, { programme }) === 0,
          )
          const isKept = whole === sumOf(version.cells, {}) && !(axis === 'programme' && isNew)
          if (isKept && !amendment.margins?.[axis])
            for (const name of members)
              expect(sumOf(split.cells, { [axis]: name })).toBe(sumOf(version.cells, { [axis]: name }))
        }
        for (const pin of [...held, ...named]) expect(sumOf(split.cells, pin)).toBe(pin.value)
        version = { ...version, cells: split.cells, pins: isPinned ? [...held, ...named] : held }
      }
    }),
    { numRuns: 120 },
  )
  expect(Math.min(answers.amended, answers.refused)).toBeGreaterThan(50)
})

test('amending nothing changes nothing', () => {
  fc.assert(
    fc.property(fc.nat(5000), (total) => {
      const version = firstVersion(total)

      expect(amendCommitment(version, {})).toEqual({ cells: version.cells })
    }),
  )
})

test('jobs added to one cell and to the total leave every other cell as it is', () => {
  fc.assert(
    fc.property(place, fc.integer({ min: 1, max: 500 }), (at, more) => {
      const version = firstVersion(2000)
      const value = sumOf(version.cells, at) + more

      const cells = cellsOf(amendCommitment(version, { total: 2000 + more, cells: [{ ...at, value }] }))

      expect(compareVersions(version.cells, cells).cells).toEqual([
        { ...at, before: value - more, after: value, difference: more },
      ])
    }),
  )
})

test('jobs added to one agency and to the total leave the other agencies as they are', () => {
  const version = firstVersion(2000)
  const before = sumOf(version.cells, { agency: 'EMDAD' })

  const margins = { agency: new Map([['EMDAD', before + 100]]) }
  const cells = cellsOf(amendCommitment(version, { total: 2100, margins }))

  const change = compareVersions(version.cells, cells)
  expect(change.total).toEqual({ before: 2000, after: 2100, difference: 100 })
  expect(change.margins.agency).toEqual([{ name: 'EMDAD', before, after: before + 100, difference: 100 }])
  expect(change.cells.filter(({ agency }) => agency !== 'EMDAD')).toEqual([])
})

test('a new value for a pinned place replaces its pin, and the other pins stay', () => {
  const version = firstVersion(2000)
  const pins = version.cells.slice(10, 12).map((cell) => ({ ...cell, value: cell.value + 1 }))

  const change = { cells: pins.slice(0, 1).map((pin) => ({ ...pin, value: 90 })) }
  const cells = cellsOf(amendCommitment({ ...version, pins }, change))

  for (const pin of [...change.cells, ...pins.slice(1)]) expect(sumOf(cells, pin)).toBe(pin.value)
})

test('a cell moved within the total is made up for by its own agency, county, sector and programme', () => {
  const version = firstVersion(2000)
  const cell = { agency: 'LABOUR', county: '0302', sector: 'services', programme: 'internship' }

  const value = sumOf(version.cells, cell) + 7
  const change = compareVersions(
    version.cells,
    cellsOf(amendCommitment(version, { cells: [{ ...cell, value }] })),
  )

  expect(change.margins).toEqual({ agency: [], county: [], sector: [], programme: [] })
  expect(change.cells.find((changed) => AXES.every((axis) => changed[axis] === cell[axis]))?.difference).toBe(
    7,
  )
})

test('what is empty in a version stays empty unless weights say what may stand there', () => {
  const version: SplitVersion = {
    agencies: ['A', 'B'],
    counties: ['C', 'D'],
    sectors: ['unspecified'],
    cells: [{ agency: 'A', county: 'C', sector: 'unspecified', value: 10 }],
  }
  const margins: SplitRequest['margins'] = { agency: new Map([['B', 4]]) }
  const even = ['A', 'B'].flatMap((agency) =>
    ['C', 'D'].map((county) => ({ agency, county, sector: 'unspecified', weight: 1 })),
  )

  expect(amendCommitment(version, { margins })).toEqual({
    refusal: { code: 'split.weights-empty', of: 'agency', name: 'B', wanted: 4, possible: 0 },
  })
  expect(cellsOf(amendCommitment(version, { margins, weights: even }))).toEqual([
    { agency: 'A', county: 'C', sector: 'unspecified', programme: 'unspecified', value: 6 },
    { agency: 'B', county: 'C', sector: 'unspecified', programme: 'unspecified', value: 4 },
  ])
})

test('the differences of two versions add up to the difference of their totals on every axis', () => {
  fc.assert(
    fc.property(fc.nat(3000), fc.nat(3000), (before, after) => {
      const change = compareVersions(firstVersion(before).cells, firstVersion(after).cells)

      for (const list of [change.cells, ...AXES.map((axis) => change.margins[axis])])
        expect(list.reduce((sum, { difference }) => sum + difference, 0)).toBe(after - before)
      expect(change.total).toEqual({ before, after, difference: after - before })
    }),
  )
})

const withoutProgrammes = (cells: readonly SplitCell[]): SplitCell[] =>
  cells.map((cell) => ({ ...cell, programme: undefined }))

test('a cell of a programme that is named for the first time takes from the others, and every other whole stays', () => {
  const version: SplitVersion = { ...firstVersion(2000), programmes: [...programmes, 'greenhouses'] }
  const at = { agency: 'AGRI', county: '0301', sector: 'agriculture', programme: 'greenhouses' }

  const value = Math.floor(sumOf(version.cells, { ...at, programme: undefined }) / 2)
  const cells = cellsOf(amendCommitment(version, { cells: [{ ...at, value }] }))

  const { total, margins } = compareVersions(version.cells, cells)
  expect([total.difference, margins.agency, margins.county, margins.sector]).toEqual([0, [], [], []])
  expect(margins.programme).toContainEqual({
    name: 'greenhouses',
    before: 0,
    after: value,
    difference: value,
  })
  expect(compareVersions(withoutProgrammes(version.cells), withoutProgrammes(cells)).cells).toEqual([])
})
