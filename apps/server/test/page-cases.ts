import * as bulkSteps from '@rasad/contracts/bulk-steps'
import * as importRuns from '@rasad/contracts/import-runs'
import * as jobFilter from '@rasad/contracts/job-filter'
import * as ledger from '@rasad/contracts/ledger'
import * as places from '@rasad/contracts/places'
import * as queues from '@rasad/contracts/queues'
import type { ContractCase } from './contract-case.ts'
import { csvOf, listRow } from './csv-lists.ts'
import type { World } from './world.ts'

const place = ({ province, period }: World) => ({ province, period })
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
  {
    contract: importRuns.listImportRuns,
    answered: ({ province }) => ({ query: { province } }),
    refused: () => [['bad-input', {}]],
  },
  {
    contract: importRuns.listRunRows,
    answered: async (world) => ({
      params: {
        runId: (await world.runImport(csvOf([listRow({ county: 'ناکجا' })]), { dryRun: true })).runId,
      },
      query: { verdict: 'rejected' },
    }),
    refused: () => [['not-found', { params: { runId: 'nobody' } }]],
  },
  {
    contract: importRuns.getRunPreview,
    answered: async (world) => ({
      params: {
        runId: (await world.runImport(csvOf([listRow({ county: 'ناکجا' })]), { dryRun: true })).runId,
      },
    }),
    refused: () => [['not-found', { params: { runId: 'nobody' } }]],
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
