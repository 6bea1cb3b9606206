import * as importRuns from '@rasad/contracts/import-runs'
import { getImportRun } from '@rasad/contracts/imports'
import type { ContractCase } from './contract-case.ts'
import { csvOf, listRow } from './csv-lists.ts'
import type { World } from './world.ts'

const checked = async (world: World) => {
  const list = csvOf([listRow({ county: 'ناکجا' }), listRow({ county: world.county(0) })])
  return (await world.runImport(list, { dryRun: true })).runId
}
const imported = async (world: World) => {
  const run = await world.call(importRuns.importDryRun, {
    params: { runId: await checked(world) },
    body: {},
  })
  return world.ended(run.runId)
}
const discarded = async (world: World) => {
  const runId = await checked(world)
  await world.call(importRuns.discardDryRun, { params: { runId }, body: {} })
  return runId
}
const FIRST_ROW = { sheetNumber: 0, row: 2 }
const NOBODY = { params: { runId: 'nobody' } }

/** Runs of imports: how they go on, and what is done to the rows of a dry one. */
export const IMPORT_RUN_CASES: ContractCase[] = [
  {
    contract: getImportRun,
    answered: async (world) => ({ params: { runId: await checked(world) } }),
    refused: () => [['not-found', NOBODY]],
  },
  {
    contract: importRuns.listImportRuns,
    answered: async (world) => {
      await checked(world)
      return { query: { province: world.province, period: world.period, kept: 'true', limit: '5' } }
    },
    refused: ({ province }) => [
      ['bad-input', {}],
      ['bad-input', { query: { province, kept: 'perhaps' } }],
    ],
  },
  {
    contract: importRuns.getRunPreview,
    answered: async (world) => ({ params: { runId: await checked(world) } }),
    refused: () => [['not-found', NOBODY]],
  },
  {
    contract: importRuns.listRunRows,
    answered: async (world) => ({
      params: { runId: await checked(world) },
      query: { verdict: 'rejected', county: 'none', mended: 'false', after: '0.1' },
    }),
    refused: async (world) => [
      ['not-found', NOBODY],
      ['bad-input', { params: { runId: await checked(world) }, query: { after: 'the second' } }],
    ],
  },
  {
    contract: importRuns.getRunRow,
    answered: async (world) => ({ params: { runId: await checked(world), ...FIRST_ROW } }),
    refused: async (world) => [
      ['not-found', { params: { runId: 'nobody', ...FIRST_ROW } }],
      ['not-found', { params: { runId: await checked(world), sheetNumber: 0, row: 99 } }],
      ['not-found', { params: { runId: await checked(world), sheetNumber: 3, row: 2 } }],
      ['import.run-not-kept', { params: { runId: await discarded(world), ...FIRST_ROW } }],
    ],
  },
  {
    contract: importRuns.revealRunRow,
    answered: async (world) => ({ params: { runId: await checked(world), ...FIRST_ROW }, body: {} }),
    refused: async (world) => [
      ['not-found', { params: { runId: 'nobody', ...FIRST_ROW }, body: {} }],
      ['not-found', { params: { runId: await checked(world), sheetNumber: 0, row: 99 }, body: {} }],
      ['import.run-not-kept', { params: { runId: await discarded(world), ...FIRST_ROW }, body: {} }],
    ],
  },
  {
    contract: importRuns.mendRunRow,
    answered: async (world) => ({
      params: { runId: await checked(world), ...FIRST_ROW },
      body: { version: 0, values: { county: world.county(0) } },
    }),
    refused: async (world) => {
      const params = { runId: await checked(world), ...FIRST_ROW }
      const body = { version: 0, values: { county: world.county(0) } }
      return [
        ['import.row-mended-meanwhile', { params, body: { ...body, version: 7 } }],
        ['bad-input', { params, body: { version: 0, values: { shoeSize: '43' } } }],
        ['not-found', { params: { ...params, row: 99 }, body }],
        ['not-found', { params: { ...params, runId: 'nobody' }, body }],
        ['import.run-not-kept', { params: { ...params, runId: await discarded(world) }, body }],
      ]
    },
  },
  {
    contract: importRuns.importDryRun,
    answered: async (world) => ({ params: { runId: await checked(world) }, body: {} }),
    refused: async (world) => [
      ['not-found', { ...NOBODY, body: {} }],
      ['import.run-not-kept', { params: { runId: await discarded(world) }, body: {} }],
      ['import.run-not-kept', { params: { runId: (await imported(world)).fromRunId! }, body: {} }],
    ],
  },
  {
    contract: importRuns.checkRunAgain,
    answered: async (world) => ({
      params: { runId: await checked(world) },
      body: { agency: 'AGRI', columns: { جنسیت: 'ignore' } },
    }),
    refused: async (world) => [
      ['not-found', { ...NOBODY, body: {} }],
      ['bad-input', { params: { runId: await checked(world) }, body: { columns: { جنسیت: 'shoeSize' } } }],
      ['import.run-not-free', { params: { runId: (await imported(world)).fromRunId! }, body: {} }],
    ],
  },
  {
    contract: importRuns.discardDryRun,
    answered: async (world) => ({ params: { runId: await checked(world) }, body: {} }),
    refused: async (world) => [
      ['not-found', { ...NOBODY, body: {} }],
      ['import.run-not-kept', { params: { runId: await discarded(world) }, body: {} }],
    ],
  },
  {
    contract: importRuns.getRunErrors,
    // Its path names no province; what the audit tells does.
    leaves: { province: null },
    answered: async (world) => ({ params: { runId: await checked(world) } }),
    refused: async (world) => [
      ['not-found', NOBODY],
      ['import.run-not-kept', { params: { runId: await discarded(world) } }],
    ],
  },
  {
    contract: importRuns.listImportMendings,
    answered: async (world) => ({
      params: { province: world.province, importId: (await imported(world)).outcome!.importId },
      query: { limit: '5' },
    }),
    refused: ({ province }) => [['bad-input', { params: { province, importId: 1 }, query: { limit: '0' } }]],
  },
  {
    contract: importRuns.cancelImportRun,
    answered: async (world) => ({ params: { runId: await world.waitingRun() }, body: {} }),
    refused: async (world) => [
      ['not-found', { ...NOBODY, body: {} }],
      ['import.run-ended', { params: { runId: await checked(world) }, body: {} }],
    ],
  },
]
