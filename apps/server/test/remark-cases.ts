import * as remarks from '@rasad/contracts/remarks'
import { LONGEST_REMARK } from '@rasad/domain/remarks/remark'
import type { ContractCase } from './contract-case.ts'
import type { World } from './world.ts'

const ofAgency = ({ province, period }: World) => ({ province, period, agency: 'AGRI' })
const text = '۳۰۰ نفر در انتظار بیمه'
let written = 0
/** Something that does not stand there yet. */
const anew = () => `${text} (${++written})`

/** What is said beside the rows of figures. */
export const REMARK_CASES: readonly ContractCase[] = [
  {
    contract: remarks.listRemarks,
    answered: async (world) => {
      await world.call(remarks.writeRemark, { body: { ...ofAgency(world), text } })
      const { province, period } = world
      return { query: { province, period, by: 'agency' } }
    },
    refused: ({ province, period }) => [
      ['bad-input', { query: { province, period } }],
      ['bad-input', { query: { province, period, by: 'sector' } }],
      ['not-found', { query: { province, period: '1399', by: 'agency' } }],
      ['figure.batch-unknown', { query: { province, period, by: 'county', asOf: '999' } }],
      ['figure.moment-in-future', { query: { province, period, by: 'county', asOf: '1480-01-01' } }],
    ],
  },
  {
    contract: remarks.getRemarkHistory,
    answered: async (world) => {
      await world.call(remarks.writeRemark, { body: { ...ofAgency(world), text } })
      return { query: ofAgency(world) }
    },
    refused: (world) => [
      ['bad-input', { query: { ...ofAgency(world), county: world.county(0) } }],
      ['bad-input', { query: { province: world.province, period: world.period } }],
      ['not-found', { query: { ...ofAgency(world), period: '1399' } }],
    ],
  },
  {
    contract: remarks.writeRemark,
    answered: (world) => ({ body: { ...ofAgency(world), text: anew() } }),
    refused: (world) => {
      const body = { ...ofAgency(world), text: anew() }
      return [
        ['remark.changed-meanwhile', { body: { ...body, version: 900 } }],
        ['remark.too-long', { body: { ...body, text: 'ب'.repeat(LONGEST_REMARK + 1) } }],
        ['remark.names-a-person', { body: { ...body, text: 'با خانم ۰۰۱۳۵۴۲۴۱۹ تماس بگیرید' } }],
        ['bad-input', { body: { ...body, county: world.county(0) } }],
        ['bad-input', { body: { ...body, agency: undefined } }],
        ['bad-input', { body: { ...body, text: 'ب'.repeat(20_001) } }],
        ['not-found', { body: { ...body, agency: 'NOPE' } }],
        ['not-found', { body: { ...body, agency: undefined, county: '9999' } }],
        ['not-found', { body: { ...body, period: '1399' } }],
      ]
    },
  },
]
