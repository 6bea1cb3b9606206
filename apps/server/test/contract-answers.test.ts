import type { AnyRoute, FileRoute } from '@rasad/contracts/define-route'
import { importDryRun } from '@rasad/contracts/import-runs'
import { startImport } from '@rasad/contracts/imports'
import { streamEvents } from '@rasad/contracts/queues'
import { expect, test } from 'vitest'
import { CONTRACT_CASES, CONTRACTS } from './contract-cases.ts'
import { openWorld } from './world.ts'

test('every contract of the API is asked here', () => {
  const asked = new Set(CONTRACT_CASES.map(({ contract }) => contract))

  expect(CONTRACTS.length).toBeGreaterThan(25)
  expect(
    CONTRACTS.filter((contract) => !asked.has(contract)).map(({ method, path }) => `${method} ${path}`),
  ).toEqual([])
})

test.each(CONTRACT_CASES)(
  '$route answers as its contract shapes it, and a change or a file with people in it leaves one audit row of its province',
  async ({ contract, answered, leaves }) => {
    await using world = await openWorld()
    const words = await answered(world)
    // An import that another case asked for may still enter its own province meanwhile.
    const audits = async () => {
      const { rows } = await world.rasad.pool.query<{ action: string; actor: string; province_id: string }>(
        `select action, actor, province_id from audit
         where province_id is null or province_id = $1 order by audit_id`,
        [world.province],
      )
      return rows
    }
    const before = await audits()

    const response = await world.ask(contract, words)

    expect([response.statusCode, response.statusCode < 300 ? '' : response.body]).toEqual([
      contract === startImport ? 202 : 200,
      '',
    ])
    if (contract.file !== undefined)
      expect(response.headers['content-type']?.toLowerCase()).toBe(contract.file)
    else if (contract !== streamEvents)
      expect(contract.response.safeParse(response.json())).toMatchObject({ success: true })
    // An upload is answered before its import has entered.
    if (contract !== startImport) {
      const action = contract.method === 'GET' ? takenAs(contract) : contract.action
      const row =
        action === undefined
          ? []
          : [
              {
                action,
                actor: expect.stringMatching(leaves?.actor ?? /^operator:/) as string,
                province_id: leaves?.province === null ? null : world.province,
              },
            ]
      const left = (await audits()).slice(before.length)
      // What it asks for may have been done by now, and left a row of its own.
      expect(contract === importDryRun ? left.slice(0, 1) : left).toEqual(row)
    }
  },
)

/** The audit name of a file that is not taken without a trace. */
function takenAs(contract: AnyRoute): string | undefined {
  return (contract as FileRoute).taken?.action
}
