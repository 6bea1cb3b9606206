import * as drafts from '@rasad/contracts/commitment-drafts'
import type { ContractCase } from './contract-case.ts'
import type { World } from './world.ts'

const place = ({ province, period }: World) => ({ province, period })
const NO_PERIOD = { period: '1399' }
const matrix = (world: World) => ({
  ...place(world),
  source: 'a.csv',
  cells: [{ county: world.county(0), agency: 'AGRI', value: 10 }],
})

/** What the pages ask that make a version of a commitment. */
export const COMMITMENT_CASES: ContractCase[] = [
  {
    contract: drafts.draftCommitment,
    answered: (world) => ({ body: matrix(world) }),
    refused: (world) => [
      ['not-found', { body: { ...matrix(world), ...NO_PERIOD } }],
      ['commitment.does-not-add-up', { body: { ...matrix(world), stated: [{ stated: 11, line: 4 }] } }],
      ['bad-input', { body: { ...matrix(world), cells: [] } }],
    ],
  },
  {
    contract: drafts.getSplitGround,
    answered: (world) => ({ query: { ...place(world), kind: 'population' } }),
    refused: (world) => [
      ['not-found', { query: { ...place(world), kind: 'last-commitment' } }],
      ['bad-input', { query: { ...place(world), kind: 'chosen' } }],
    ],
  },
]
