import * as papers from '@rasad/contracts/papers'
import type { ContractCase } from './contract-case.ts'
import { csvOf, listRow } from './csv-lists.ts'
import type { World } from './world.ts'

const place = ({ province, period }: World) => ({ province, period })
const NO_PERIOD = { period: '1399' }
const badPlace = (world: World): ['bad-input', { query: object }] => [
  'bad-input',
  { query: { ...place(world), province: 'لرستان' } },
]
const commit = (world: World) => world.commit([{ county: world.county(0), agency: 'AGRI', value: 10 }])

const FIGURE_FILES = [papers.getFigureWorkbook, papers.getFigureCsv, papers.getFigurePdf].map(
  (contract): ContractCase => ({
    contract,
    answered: (world) => ({ query: { ...place(world), by: 'county', also: 'women', language: 'en' } }),
    refused: (world) => [
      badPlace(world),
      ['bad-input', { query: { ...place(world), also: 'children' } }],
      ['figure.batch-unknown', { query: { ...place(world), asOf: '999' } }],
      ['not-found', { query: { ...place(world), ...NO_PERIOD } }],
    ],
  }),
)
const JOB_FILES = [papers.getJobWorkbook, papers.getJobCsv].map((contract): ContractCase => ({
  contract,
  answered: async (world) => {
    await world.register()
    return { query: { ...place(world), state: 'registered' } }
  },
  refused: (world) => [badPlace(world), ['bad-input', { query: { ...place(world), state: 'counted' } }]],
}))
const COMMITMENT_FILES = [papers.getCommitmentWorkbook, papers.getCommitmentNotice].map(
  (contract): ContractCase => ({
    contract,
    answered: async (world) => {
      await commit(world)
      return { query: place(world) }
    },
    refused: (world) => [badPlace(world), ['not-found', { query: { ...place(world), version: '99' } }]],
  }),
)

/** The routes that answer with a file. */
export const PAPER_CASES: ContractCase[] = [
  ...FIGURE_FILES,
  ...JOB_FILES,
  ...COMMITMENT_FILES,
  {
    contract: papers.getImportTemplate,
    answered: (world) => ({ query: { ...place(world), agency: 'AGRI' } }),
    refused: (world) => [
      badPlace(world),
      ['not-found', { query: { ...place(world), agency: 'NOBODY' } }],
      ['not-found', { query: { ...place(world), ...NO_PERIOD, agency: 'AGRI' } }],
    ],
  },
  {
    contract: papers.getImportedFile,
    answered: async (world) => {
      const { importId } = await world.importFile(csvOf([listRow({ county: world.county(0) })]))
      return { params: { province: world.province, importId } }
    },
    refused: ({ province }) => [['not-found', { params: { province, importId: 999 } }]],
  },
]
