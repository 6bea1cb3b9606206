import * as drafts from '@rasad/contracts/commitment-drafts'
import * as commitments from '@rasad/contracts/commitments'
import type { ContractCase } from './contract-case.ts'
import type { World } from './world.ts'

const place = ({ province, period }: World) => ({ province, period })
const NO_PERIOD = { period: '1399' }
const matrix = (world: World) => ({
  ...place(world),
  source: 'a.csv',
  cells: [{ county: world.county(0), agency: 'AGRI', value: 10 }],
})

const split = (world: World, more: object = {}) => ({
  ...place(world),
  total: 90,
  counties: [world.county(0), world.county(1)],
  agencies: ['AGRI', 'SMT'],
  factors: [
    {
      kind: 'chosen',
      values: [
        { agency: 'AGRI', value: 2 },
        { agency: 'SMT', value: 1 },
      ],
    },
  ],
  ...more,
})
const drafted = async (world: World, words: object = {}) =>
  (await world.call(commitments.splitCommitment, { body: split(world, words) as never })).version
const LETTER = { letterNumber: '۱۲۳/۴', letterDate: '1404-02-01' }

/** What is asked of commitments. */
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
  {
    contract: commitments.listCommitmentVersions,
    answered: async (world) => {
      await drafted(world)
      return { query: place(world) }
    },
    refused: () => [['bad-input', {}]],
  },
  {
    contract: commitments.splitCommitment,
    answered: (world) => ({ body: split(world) }),
    refused: (world) => [
      ['not-found', { body: split(world, NO_PERIOD) }],
      ['bad-input', { body: split(world, { total: -1 }) }],
      ['commitment.cannot-hold', { body: split(world, { margins: { agency: { AGRI: 91 } } }) }],
      ['commitment.weights-unusable', { body: split(world, { factors: [{ kind: 'chosen', values: [] }] }) }],
    ],
  },
  {
    contract: commitments.readCommitmentMatrix,
    answered: ({ province, county }) => ({
      query: { province, name: 'matrix.csv' },
      body: Buffer.from(`دستگاه,${county(0)},جمع\nAGRI,12,12\n`),
    }),
    refused: ({ province, county }) => [
      ['import.no-file', { query: { province, name: 'matrix.csv' } }],
      ['bad-input', { query: { province } }],
      [
        'commitment.unreadable',
        { query: { province, name: 'matrix.csv' }, body: Buffer.from(`دستگاه,${county(0)}\nناکجا,12\n`) },
      ],
    ],
  },
  {
    contract: commitments.amendCommitment,
    answered: async (world) => {
      await drafted(world)
      return { body: { ...place(world), total: 120, reason: 'افزایش' } }
    },
    refused: async (world) => {
      const version = await drafted(world)
      const body = { ...place(world), version, reason: 'افزایش' }
      return [
        ['not-found', { body: { ...body, version: 99 } }],
        ['bad-input', { body: { ...body, reason: '' } }],
        ['commitment.cannot-hold', { body: { ...body, margins: { agency: { AGRI: 91 } }, total: 90 } }],
      ]
    },
  },
  {
    contract: commitments.notifyCommitment,
    answered: async (world) => ({ body: { ...place(world), version: await drafted(world), ...LETTER } }),
    refused: async (world) => {
      const first = await drafted(world)
      const version = await drafted(world, { reason: 'بار دیگر' })
      const body = { ...place(world), version, ...LETTER }
      await world.call(commitments.notifyCommitment, { body })
      return [
        ['commitment.already-notified', { body }],
        ['commitment.overtaken', { body: { ...body, version: first } }],
        ['not-found', { body: { ...body, version: 99 } }],
        ['bad-input', { body: { ...body, letterDate: '1404-12-30' } }],
      ]
    },
  },
  {
    contract: commitments.compareCommitments,
    answered: async (world) => {
      const from = await drafted(world)
      return { query: { ...place(world), from, to: await drafted(world, { reason: 'بار دیگر' }) } }
    },
    refused: (world) => [
      ['not-found', { query: { ...place(world), from: '1', to: '99' } }],
      ['bad-input', { query: place(world) }],
    ],
  },
  {
    contract: commitments.setCommitment,
    answered: (world) => ({
      body: {
        ...place(world),
        source: 'a.csv',
        cells: [{ county: world.county(0), agency: 'AGRI', value: 10 }],
      },
    }),
    refused: (world) => {
      const cells = [{ county: world.county(0), agency: 'AGRI', value: 10 }]
      const body = { ...place(world), source: 'a.csv', cells }
      return [
        ['not-found', { body: { ...body, ...NO_PERIOD } }],
        ['commitment.does-not-add-up', { body: { ...body, stated: [{ stated: 11, line: 4 }] } }],
        ['commitment.unreadable', { body: { ...body, cells: [{ ...cells[0], county: '9999' }] } }],
        ['commitment.unreadable', { body: { ...body, cells: [{ ...cells[0], agency: 'NOPE' }] } }],
        ['bad-input', { body: { ...body, cells: [{ ...cells[0], value: -1 }] } }],
        ['bad-input', { body: { ...body, cells: [] } }],
      ]
    },
  },
  {
    contract: commitments.getCommitment,
    answered: async (world) => {
      await world.commit([{ county: world.county(0), agency: 'AGRI', value: 10 }])
      return { query: { ...place(world), version: '1' } }
    },
    refused: (world) => [
      ['not-found', { query: { ...place(world), baseline: 'national' } }],
      ['not-found', { query: { ...place(world), version: '99' } }],
      ['bad-input', { query: { ...place(world), province: 'لرستان' } }],
    ],
  },
]
