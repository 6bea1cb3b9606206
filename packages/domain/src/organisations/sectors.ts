import { foldText } from '../persian/text.ts'

/** The three economic sectors that commitments are split over (the Statistical Centre's grouping of ISIC sections). */
export const SECTORS = ['agriculture', 'industry', 'services'] as const
export type Sector = (typeof SECTORS)[number]

const LABELS: Record<Sector, readonly string[]> = {
  agriculture: [
    'agriculture',
    'agricultural',
    'کشاورزی',
    'کشاورزی و دامپروری',
    'زراعت',
    'باغبانی',
    'دامپروری',
    'دامداری',
    'شیلات',
  ],
  industry: [
    'industry',
    'industrial',
    'صنعت',
    'صنعتی',
    'صنایع',
    'صنعت و معدن',
    'صنعت معدن',
    'صنایع و معادن',
    'معدن',
    'ساختمان',
  ],
  services: [
    'services',
    'service',
    'خدمات',
    'خدماتی',
    'خدمات و بازرگانی',
    'بازرگانی',
    'بازرگانی و خدمات',
    'گردشگری',
  ],
}

const SECTOR_BY_KEY: ReadonlyMap<string, Sector> = new Map(
  SECTORS.flatMap((sector) => LABELS[sector].map((label): [string, Sector] => [foldText(label), sector])),
)

const LEADING_WORDS = ['بخشاقتصادی', 'بخش'].map(foldText)

/** The sector a label names in any spelling. A label that spans two sectors («صنعت، معدن و تجارت») names none. */
export function readSector(text: string): Sector | undefined {
  const key = foldText(text)
  const known = SECTOR_BY_KEY.get(key)
  if (known !== undefined) return known
  const leading = LEADING_WORDS.find((word) => key.startsWith(word))
  return leading === undefined ? undefined : SECTOR_BY_KEY.get(key.slice(leading.length))
}
