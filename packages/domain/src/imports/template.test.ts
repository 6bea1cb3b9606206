import { expect, test } from 'vitest'
import { findHeader } from './header.ts'
import {
  readDirectness,
  readGender,
  readJobType,
  readNovelty,
  readServiceType,
  readSettlement,
} from './kind-words.ts'
import { readSector } from '../organisations/sectors.ts'
import { readEducation } from './education.ts'
import { templateColumns } from './template.ts'

const READERS: Record<string, (text: string) => string | undefined> = {
  gender: readGender,
  settlement: readSettlement,
  sector: readSector,
  jobType: readJobType,
  novelty: readNovelty,
  directness: readDirectness,
  serviceType: readServiceType,
  education: readEducation,
}

test.each(['fa', 'en'] as const)(
  'every header of the %s template is read as the column it is meant for',
  (language) => {
    const columns = templateColumns(language)
    const mapping = findHeader([columns.map(({ header }) => header)])

    expect(mapping?.columns).toEqual(Object.fromEntries(columns.map(({ column }, index) => [column, index])))
    expect(mapping?.unknown).toEqual([])
    expect(mapping?.amountUnit).toBe('million-rial')
  },
)

test.each(['fa', 'en'] as const)(
  'every word of the %s drop-downs is understood when it comes back',
  (language) => {
    const chosen = templateColumns(language).filter(({ choices }) => Array.isArray(choices))

    expect(chosen.map(({ column }) => column).toSorted()).toEqual(Object.keys(READERS).toSorted())
    for (const { column, choices } of chosen)
      for (const word of choices ?? []) expect([word, READERS[column]?.(word)]).not.toEqual([word, undefined])
  },
)

test('of the degrees to choose from, those of a university make a graduate', () => {
  for (const language of ['fa', 'en'] as const) {
    const degrees = templateColumns(language).find(({ column }) => column === 'education')?.choices ?? []
    const graduates = [...degrees].map((degree) => readEducation(degree) === 'graduate')
    expect(graduates).toEqual([false, false, true, true, true, true])
  }
})

test.each(['fa', 'en'] as const)(
  'the %s template of several agencies has one column more, which names the agency of the row and is read as such',
  (language) => {
    const columns = templateColumns(language, true)
    const more = columns.filter(({ column }) => column === 'agency')

    expect(more).toMatchObject([{ needed: true, choices: 'agencies' }])
    expect(columns.filter(({ column }) => column !== 'agency')).toEqual(templateColumns(language))
    const mapping = findHeader([columns.map(({ header }) => header)])
    expect(mapping?.columns).toEqual(Object.fromEntries(columns.map(({ column }, index) => [column, index])))
  },
)
