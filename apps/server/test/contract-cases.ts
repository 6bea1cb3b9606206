import * as access from '@rasad/contracts/access'
import * as audit from '@rasad/contracts/audit'
import * as commitmentDrafts from '@rasad/contracts/commitment-drafts'
import * as commitments from '@rasad/contracts/commitments'
import type { AnyRoute } from '@rasad/contracts/define-route'
import * as figures from '@rasad/contracts/figures'
import * as bulkSteps from '@rasad/contracts/bulk-steps'
import * as importRuns from '@rasad/contracts/import-runs'
import * as importMappings from '@rasad/contracts/import-mappings'
import * as imports from '@rasad/contracts/imports'
import * as jobs from '@rasad/contracts/jobs'
import * as jobFilter from '@rasad/contracts/job-filter'
import * as ledger from '@rasad/contracts/ledger'
import * as organisations from '@rasad/contracts/organisations'
import * as papers from '@rasad/contracts/papers'
import * as periods from '@rasad/contracts/periods'
import * as places from '@rasad/contracts/places'
import * as queues from '@rasad/contracts/queues'
import * as remarks from '@rasad/contracts/remarks'
import * as system from '@rasad/contracts/system'
import * as users from '@rasad/contracts/users'
import type { ProblemCode } from '@rasad/contracts/problem-catalogue'
import { ACCESS_CASES } from './access-cases.ts'
import { COMMITMENT_CASES } from './commitment-cases.ts'
import type { ContractCase, Words } from './contract-case.ts'
import { csvOf, listRow } from './csv-lists.ts'
import { IMPORT_RUN_CASES } from './import-run-cases.ts'
import { newNationalId } from './national-ids.ts'
import { OPERATION_CASES } from './operation-cases.ts'
import { PAPER_CASES } from './paper-cases.ts'
import { PAGE_CASES } from './page-cases.ts'
import { REMARK_CASES } from './remark-cases.ts'
import type { World } from './world.ts'

const place = ({ province, period }: World) => ({ province, period })
const entry = (world: World, more: object = {}) => ({
  ...place(world),
  agency: 'AGRI',
  nationalId: newNationalId(),
  lastName: 'آزمون',
  county: world.county(0),
  startDate: '1404-05-03',
  ...more,
})
const imported = async (world: World) =>
  (await world.importFile(csvOf([listRow({ county: world.county(0) }), listRow({ county: 'ناکجا' })])))
    .importId!
const claimed = async (world: World) => {
  const nationalId = newNationalId()
  await world.register({ nationalId })
  return world.call(jobs.claimJob, { body: entry(world, { nationalId, agency: 'SMT' }) })
}
const NO_PERIOD = { period: '1399' }
const BAD = (world: World): [ProblemCode, Words][] => [
  ['bad-input', { query: { ...place(world), province: 'لرستان' } }],
]

const CASES: ContractCase[] = [
  ...PAPER_CASES,
  ...IMPORT_RUN_CASES,
  ...COMMITMENT_CASES,
  { contract: places.listProvinces, answered: () => ({}), refused: () => [] },
  {
    contract: places.listCounties,
    answered: ({ province }) => ({ query: { province } }),
    refused: () => [
      ['bad-input', { query: { province: '1' } }],
      ['bad-input', {}],
    ],
  },
  {
    contract: places.listLabourForce,
    answered: ({ province }) => ({ query: { province } }),
    refused: () => [['bad-input', { query: { province: '1' } }]],
  },
  { contract: organisations.listAgencies, answered: () => ({}), refused: () => [] },
  {
    contract: organisations.listActivities,
    answered: () => ({ query: { level: 'division' } }),
    refused: () => [['bad-input', { query: { level: 'line' } }]],
  },
  {
    contract: periods.listPeriods,
    answered: ({ province }) => ({ query: { province } }),
    refused: () => [['bad-input', {}]],
  },
  {
    contract: periods.addPeriod,
    answered: ({ province }) => ({
      body: { province, period: '1405', from: '۱۴۰۵-۰۱-۰۱', to: '1405-12-29', cutoff: '1406-01-15' },
    }),
    refused: ({ province }) => {
      const body = { province, period: '1406', from: '1406-01-01', to: '1406-12-29' }
      return [
        ['period.exists', { body: { ...body, period: '1404' } }],
        ['period.ends-before-it-begins', { body: { ...body, to: '1406-01-01' } }],
        ['period.cutoff-before-end', { body: { ...body, cutoff: '1406-12-28' } }],
        ['bad-input', { body: { ...body, from: '1404-12-30' } }],
        ['bad-input', { body: {} }],
        ['bad-input', {}],
        ['not-found', { body: { ...body, province: '99' } }],
      ]
    },
  },
  {
    contract: jobs.registerJob,
    answered: (world) => ({ body: entry(world) }),
    refused: async (world) => {
      const nationalId = newNationalId()
      await world.register({ nationalId })
      return [
        ['job.refused', { body: entry(world, { nationalId: '123' }) }],
        ['not-found', { body: entry(world, { agency: 'NOPE' }) }],
        ['job.person-already-counted', { body: entry(world, { nationalId }) }],
        ['job.claimed-elsewhere', { body: entry(world, { nationalId, agency: 'SMT' }) }],
        ['not-found', { body: entry(world, NO_PERIOD) }],
        ['bad-input', { body: entry(world, { nationalId: 12 }) }],
        ['bad-input', { body: entry(world, { agency: 'lower case' }) }],
      ]
    },
  },
  {
    contract: jobs.listJobs,
    answered: (world) => ({ query: place(world) }),
    refused: (world) => [
      ...BAD(world),
      ['bad-input', { query: { ...place(world), state: 'lost' } }],
      ['bad-input', { query: { ...place(world), limit: '501' } }],
    ],
  },
  {
    contract: jobs.getJob,
    answered: async (world) => ({
      params: { province: world.province, jobId: (await world.register()).jobId },
    }),
    refused: ({ province }) => [
      ['not-found', { params: { province, jobId: 999_999 } }],
      ['bad-input', { params: { province, jobId: 'x' } }],
    ],
  },
  {
    contract: jobs.takeJobStep,
    answered: async (world) => ({
      params: { province: world.province, jobId: (await world.register()).jobId },
      body: { step: 'confirm' },
    }),
    refused: async (world) => {
      const { province } = world
      const params = { province, jobId: (await world.register()).jobId }
      return [
        ['not-found', { params: { province, jobId: 999_999 }, body: { step: 'confirm' } }],
        ['job.wrong-state', { params, body: { step: 'verify' } }],
        ['job.reason-missing', { params, body: { step: 'withdraw' } }],
        ['job.changed-meanwhile', { params, body: { step: 'confirm', version: 7 } }],
        ['job.nothing-to-correct', { params, body: { step: 'correct', reason: 'اشتباه' } }],
        [
          'job.refused',
          { params, body: { step: 'correct', reason: 'اشتباه', corrections: { county: '9999' } } },
        ],
        ['bad-input', { params, body: { step: 'undo' } }],
      ]
    },
  },
  {
    contract: jobs.revealPerson,
    answered: async (world) => ({
      params: { province: world.province, jobId: (await world.register()).jobId },
      body: { reason: 'تماس برای راستی‌آزمایی' },
    }),
    refused: ({ province }) => [
      ['not-found', { params: { province, jobId: 999_999 }, body: { reason: 'تماس' } }],
      ['bad-input', { params: { province, jobId: 1 }, body: {} }],
      ['bad-input', { params: { province, jobId: 1 }, body: { reason: '۵۶۶۷۳۶۹۳۶۲' } }],
    ],
  },
  {
    contract: jobs.claimJob,
    answered: async (world) => {
      const nationalId = newNationalId()
      await world.register({ nationalId })
      return { body: entry(world, { nationalId, agency: 'SMT' }) }
    },
    refused: (world) => [
      ['job.nobody-else-holds', { body: entry(world) }],
      ['job.refused', { body: entry(world, { county: 'ناکجا' }) }],
      ['not-found', { body: entry(world, NO_PERIOD) }],
      ['bad-input', { body: {} }],
    ],
  },
  {
    contract: jobs.listConflicts,
    answered: (world) => ({ query: { ...place(world), state: 'decided' } }),
    refused: BAD,
  },
  {
    contract: jobs.getConflict,
    answered: async (world) => ({
      params: { province: world.province, caseId: (await claimed(world)).caseId },
    }),
    refused: ({ province }) => [['not-found', { params: { province, caseId: 999_999 } }]],
  },
  {
    contract: jobs.decideConflict,
    answered: async (world) => {
      const { caseId, claims } = await claimed(world)
      return {
        params: { province: world.province, caseId },
        body: { claimId: claims[1]!.claimId, reason: 'سند' },
      }
    },
    refused: async (world) => {
      const { caseId, claims, jobId } = await claimed(world)
      const order = {
        params: { province: world.province, caseId },
        body: { claimId: claims[0]!.claimId, reason: 'سند' },
      }
      await world.step(jobId, 'withdraw', { reason: 'انصراف' })
      return [
        ['conflict.job-not-counted', order],
        ['not-found', { ...order, body: { ...order.body, claimId: 999_999 } }],
        ['bad-input', { ...order, body: { reason: 'سند' } }],
      ]
    },
  },
  {
    contract: imports.startImport,
    answered: (world) => ({
      query: { ...place(world), agency: 'AGRI', name: 'a.csv' },
      body: Buffer.from(csvOf([listRow({ county: world.county(0) })])),
    }),
    refused: (world) => {
      const query = { ...place(world), agency: 'AGRI', name: 'a.csv' }
      return [
        ['bad-input', { query: place(world), body: Buffer.from('x') }],
        [
          'bad-input',
          { query: { ...query, agency: importMappings.SEVERAL_AGENCIES }, body: Buffer.from('x') },
        ],
        ['import.no-file', { query, body: { not: 'a file' } }],
        ['import.no-file', { query }],
      ]
    },
  },
  { contract: imports.listImports, answered: (world) => ({ query: place(world) }), refused: BAD },
  {
    contract: imports.getImport,
    answered: async (world) => ({ params: { province: world.province, importId: await imported(world) } }),
    refused: ({ province }) => [['not-found', { params: { province, importId: 999 } }]],
  },
  {
    contract: imports.listImportRows,
    answered: async (world) => ({
      params: { province: world.province, importId: await imported(world) },
      query: { verdict: 'rejected' },
    }),
    refused: ({ province }) => [
      ['bad-input', { params: { province, importId: 1 }, query: { verdict: 'lost' } }],
    ],
  },
  {
    contract: imports.getErrorWorkbook,
    answered: async (world) => ({ params: { province: world.province, importId: await imported(world) } }),
    refused: ({ province }) => [['not-found', { params: { province, importId: 999 } }]],
  },
  {
    contract: imports.undoImport,
    answered: async (world) => ({
      params: { province: world.province, importId: await imported(world) },
      body: { reason: 'اشتباه' },
    }),
    refused: async (world) => {
      const params = { province: world.province, importId: await imported(world) }
      await world.call(imports.undoImport, { params, body: { reason: 'اشتباه' } })
      return [
        ['import.already-undone', { params, body: { reason: 'باز' } }],
        ['not-found', { params: { ...params, importId: 999 }, body: { reason: 'باز' } }],
        ['bad-input', { params, body: {} }],
      ]
    },
  },
  {
    contract: importMappings.getImportMapping,
    answered: ({ province }) => ({ params: { province, agency: 'AGRI' } }),
    refused: ({ province }) => [['bad-input', { params: { province, agency: 'جهاد' } }]],
  },
  {
    contract: importMappings.saveImportMapping,
    answered: ({ province }) => ({
      params: { province, agency: 'AGRI' },
      body: { columns: { شناسه: 'nationalId' } },
    }),
    refused: ({ province }) => [
      ['bad-input', { params: { province, agency: 'AGRI' }, body: { columns: { شناسه: 'shoeSize' } } }],
      ['not-found', { params: { province, agency: 'NOPE' }, body: { columns: {} } }],
      ['not-found', { params: { province: '99', agency: 'AGRI' }, body: { columns: {} } }],
    ],
  },
  {
    contract: figures.getFigures,
    answered: (world) => ({ query: { ...place(world), by: 'county,agency,job-type' } }),
    refused: (world) => [
      ['bad-input', { query: { ...place(world), by: 'planet' } }],
      ['bad-input', { query: { ...place(world), month: '1404-05..1404-01' } }],
      ['bad-input', { query: { ...place(world), asOf: 'yesterday' } }],
      ['not-found', { query: { ...place(world), ...NO_PERIOD } }],
      ['figure.batch-unknown', { query: { ...place(world), asOf: '999' } }],
      ['figure.batch-needs-a-province', { query: { period: '1404', asOf: '1' } }],
      ['figure.moment-in-future', { query: { ...place(world), asOf: '1480-01-01' } }],
    ],
  },
  {
    contract: figures.getDifference,
    answered: (world) => ({ query: { ...place(world), from: '0' } }),
    refused: (world) => [
      ['figure.batch-unknown', { query: { ...place(world), from: '999' } }],
      ['not-found', { query: { ...place(world), ...NO_PERIOD, from: '0' } }],
      ['bad-input', { query: place(world) }],
    ],
  },
  {
    contract: figures.getPassport,
    answered: (world) => ({ query: { ...place(world), truth: 'verified' } }),
    refused: (world) => [
      ['bad-input', { query: { ...place(world), truth: 'estimated' } }],
      ['figure.batch-unknown', { query: { ...place(world), asOf: '999' } }],
      ['not-found', { query: { ...place(world), ...NO_PERIOD } }],
    ],
  },
  ...OPERATION_CASES,
  ...ACCESS_CASES,
  ...PAGE_CASES,
  ...REMARK_CASES,
]

const modules = {
  access,
  audit,
  bulkSteps,
  commitments,
  commitmentDrafts,
  figures,
  importRuns,
  imports,
  jobFilter,
  jobs,
  ledger,
  organisations,
  papers,
  periods,
  places,
  queues,
  remarks,
  system,
  users,
}
/** Every contract there is. */
export const CONTRACTS = Object.values(modules).flatMap((module) =>
  Object.values<unknown>(module).filter(
    (value): value is AnyRoute => typeof value === 'object' && value !== null && 'permission' in value,
  ),
)
/** Every case by the name of its route. */
export const CONTRACT_CASES = CASES.map((each) => ({
  ...each,
  route: `${each.contract.method} ${each.contract.path}`,
}))
