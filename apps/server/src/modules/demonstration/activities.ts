import type { Sector } from '@rasad/domain/organisations/sectors'
import { chanceOf } from './chance.ts'

/** Shares of activities by their ISIC code, of which only the proportions count. */
export type Activities = Readonly<Record<string, number>>

// Assumptions of the demonstration, as the shares of the agencies are.
const USUAL: Record<Sector, Activities> = {
  agriculture: {
    '0111': 14,
    '0113': 9,
    '0119': 3,
    '0124': 8,
    '0128': 5,
    '0130': 4,
    '0141': 14,
    '0144': 18,
    '0146': 12,
    '0149': 7,
    '0150': 3,
    '0161': 2,
    '0322': 1,
  },
  industry: {
    '0810': 4,
    '1030': 5,
    '1050': 6,
    '1071': 10,
    '1079': 5,
    '1312': 4,
    '1393': 7,
    '1410': 16,
    '1520': 3,
    '1622': 4,
    '2220': 4,
    '2392': 4,
    '2396': 6,
    '2511': 6,
    '3100': 6,
    '4100': 5,
    '4322': 3,
    '4330': 2,
  },
  services: {
    '4520': 7,
    '4711': 16,
    '4751': 5,
    '4771': 9,
    '4922': 5,
    '4923': 6,
    '5610': 12,
    '6201': 5,
    '6202': 3,
    '7410': 3,
    '8130': 2,
    '8510': 4,
    '8549': 6,
    '8690': 3,
    '8890': 3,
    '9521': 3,
    '9529': 2,
    '9602': 6,
  },
}

/** What particular agencies are for. */
const OF_AGENCY: Readonly<Record<string, Partial<Record<Sector, Activities>>>> = {
  CARPET: { industry: { '1393': 97, '1392': 3 } },
  FISH: { agriculture: { '0322': 92, '0312': 8 } },
  MCTH: {
    industry: { '1393': 30, '1629': 25, '2393': 15, '3211': 10, '3290': 20 },
    services: { '5510': 20, '5590': 45, '5610': 20, '7912': 15 },
  },
  NOMAD: { agriculture: { '0144': 80, '0149': 12, '0128': 8 } },
  OIL: { industry: { '0610': 15, '0910': 45, '1920': 20, '4290': 20 } },
  ROAD: { industry: { '4100': 35, '4210': 40, '4290': 15, '4312': 10 } },
}

const WITHOUT_CODE = 0.14

/** The ISIC code a list writes for a person's job; empty where it leaves it out. The same for the same person and sector. */
export function activityCell(agency: string, sector: Sector, nationalId: string): string {
  const chance = chanceOf(`${nationalId} ${agency} ${sector}`)
  if (chance.next() < WITHOUT_CODE) return ''
  return chance.weighted(OF_AGENCY[agency]?.[sector] ?? USUAL[sector])
}
