import * as bulkSteps from '@rasad/contracts/bulk-steps'
import * as importMappings from '@rasad/contracts/import-mappings'
import * as jobFilter from '@rasad/contracts/job-filter'
import { saveImportMapping } from '@rasad/contracts/import-mappings'
import * as ledger from '@rasad/contracts/ledger'
import * as organisations from '@rasad/contracts/organisations'
import * as periods from '@rasad/contracts/periods'
import * as places from '@rasad/contracts/places'
import * as queues from '@rasad/contracts/queues'
import type { ContractCase } from './contract-case.ts'
import type { World } from './world.ts'

const place = ({ province, period }: World) => ({ province, period })
const ofAgency = ({ province }: World) => ({ province, agency: 'AGRI' })
const NO_MAPPING = ({ province }: World) => ({ params: { province, agency: 'SMT' } })
const mapped = async (world: World) => {
  await world.call(saveImportMapping, { params: ofAgency(world), body: { columns: { شناسه: 'nationalId' } } })
  return { params: ofAgency(world) }
}
const elsewhere = (world: World) => ({ query: { ...place(world), province: 'لرستان' } })

/** What the pages of jobs, queues, imports and maps ask. */
export const PAGE_CASES: ContractCase[] = [
  {
    contract: jobFilter.countJobs,
    answered: (world) => ({ query: { ...place(world), q: 'کریمی', gender: 'female,male' } }),
    refused: (world) => [
      ['bad-input', elsewhere(world)],
      ['bad-input', { query: { ...place(world), month: '1404-13' } }],
    ],
  },
  {
    contract: jobFilter.listRegistrars,
    answered: (world) => ({ query: place(world) }),
    refused: (world) => [['bad-input', elsewhere(world)]],
  },
  {
    contract: bulkSteps.takeJobSteps,
    // Refused for itself: a step that is taken has an audit row of its own beside that of the request.
    answered: async (world) => {
      const { jobId } = await world.register()
      return {
        params: { province: world.province },
        body: { step: 'confirm', jobs: [{ jobId, version: 9 }] },
      }
    },
    refused: ({ province }) => [
      ['bad-input', { params: { province }, body: { step: 'confirm', jobs: [] } }],
      ['bad-input', { params: { province }, body: { step: 'correct', jobs: [{ jobId: 1, version: 1 }] } }],
    ],
  },
  { contract: organisations.listBanks, answered: () => ({}), refused: () => [] },
  {
    contract: periods.changePeriod,
    answered: (world) => ({
      params: place(world),
      body: { title: 'سال ۱۴۰۴', cutoff: '1405-01-31' },
    }),
    refused: (world) => {
      const params = place(world)
      const body = { title: 'سال ۱۴۰۴', cutoff: '1405-01-31' }
      return [
        ['period.changed-meanwhile', { params, body: { ...body, version: 7 } }],
        ['period.cutoff-before-end', { params, body: { ...body, cutoff: '1404-12-28' } }],
        ['not-found', { params: { ...params, period: '1399' }, body }],
        ['bad-input', { params, body: { title: '', cutoff: '1405-01-31' } }],
      ]
    },
  },
  {
    contract: importMappings.listImportMappings,
    answered: async (world) => {
      await mapped(world)
      return { query: { province: world.province } }
    },
    refused: () => [['bad-input', {}]],
  },
  {
    contract: importMappings.nameImportMapping,
    answered: async (world) => ({ ...(await mapped(world)), body: { title: 'فهرست‌های ماهانه' } }),
    refused: (world) => [
      ['not-found', { ...NO_MAPPING(world), body: { title: 'نام' } }],
      ['bad-input', { ...NO_MAPPING(world), body: {} }],
    ],
  },
  {
    contract: importMappings.removeImportMapping,
    answered: async (world) => ({ ...(await mapped(world)), body: {} }),
    refused: (world) => [['not-found', { ...NO_MAPPING(world), body: {} }]],
  },
  {
    contract: places.getMap,
    answered: ({ province }) => ({ query: { province } }),
    refused: () => [['bad-input', {}]],
  },
  {
    contract: places.getOutlines,
    answered: ({ province }) => ({ query: { province } }),
    refused: () => [['bad-input', {}]],
  },
  {
    contract: ledger.listDays,
    answered: async (world) => {
      await world.register()
      await world.settle()
      return { query: place(world) }
    },
    refused: (world) => [['bad-input', { query: { ...place(world), month: 'Mehr' } }]],
  },
  {
    contract: queues.getQueues,
    answered: (world) => ({ query: place(world) }),
    refused: (world) => [
      ['bad-input', elsewhere(world)],
      ['not-found', { query: { ...place(world), period: '1399' } }],
    ],
  },
  {
    contract: queues.streamEvents,
    answered: (world) => ({ query: { ...place(world), once: 'true' } }),
    refused: (world) => [['bad-input', elsewhere(world)]],
  },
]
