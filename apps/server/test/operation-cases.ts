import * as ledger from '@rasad/contracts/ledger'
import * as system from '@rasad/contracts/system'
import { startQueue } from '../src/tasks/queue.ts'
import type { ContractCase } from './contract-case.ts'

/** The ledger and the system itself. */
export const OPERATION_CASES: readonly ContractCase[] = [
  {
    contract: ledger.checkLedger,
    answered: ({ province }) => ({ query: { province } }),
    refused: () => [['bad-input', { query: { province: 'x' } }]],
  },
  {
    contract: ledger.runLedgerCheck,
    answered: ({ province }) => ({ body: { province } }),
    refused: () => [
      ['bad-input', { body: { province: 'x' } }],
      ['not-found', { body: { province: '99' } }],
    ],
  },
  {
    contract: ledger.rebuildLedger,
    answered: ({ province }) => ({ body: { province } }),
    refused: () => [
      ['bad-input', { body: { province: 15 } }],
      ['not-found', { body: { province: '99' } }],
    ],
  },
  {
    contract: ledger.listBatches,
    answered: ({ province }) => ({ query: { province } }),
    refused: () => [['bad-input', {}]],
  },
  {
    contract: system.getSystem,
    answered: () => ({}),
    refused: () => [],
  },
  {
    contract: system.runTask,
    leaves: { province: null },
    answered: async ({ rasad }) => {
      const queue = await startQueue(rasad, undefined)
      await queue.stop()
      return { params: { task: 'check' } }
    },
    refused: () => [['bad-input', { params: { task: 'sweep' } }]],
  },
]
