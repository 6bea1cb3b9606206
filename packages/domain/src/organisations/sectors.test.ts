import { expect, test } from 'vitest'
import { readSector, SECTORS } from './sectors.ts'

test.each([
  ['کشاورزی', 'agriculture'],
  ['كشاورزي', 'agriculture'],
  ['بخش کشاورزی', 'agriculture'],
  ['بخش اقتصادی کشاورزی', 'agriculture'],
  [' زراعت ', 'agriculture'],
  ['agriculture', 'agriculture'],
  ['صنعت', 'industry'],
  ['صنعتی', 'industry'],
  ['صنعت و معدن', 'industry'],
  ['بخش صنعت و معدن', 'industry'],
  ['Industry', 'industry'],
  ['خدمات', 'services'],
  ['خدماتی', 'services'],
  ['خدماتي', 'services'],
  ['بخش خدمات', 'services'],
  ['SERVICES', 'services'],
])('%j is the sector %s', (text, sector) => {
  expect(readSector(text)).toBe(sector)
})

test.each(['', '-', 'بخش', 'صنعت، معدن و تجارت', 'صنعت و خدمات', 'کشاورزی و صنعت', 'مزدبگیر', '1'])(
  '%j is no sector',
  (text) => {
    expect(readSector(text)).toBeUndefined()
  },
)

test.each(SECTORS)('the code %s names its own sector', (sector) => {
  expect(readSector(sector)).toBe(sector)
})
