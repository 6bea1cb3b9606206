import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { listImportRows } from '@rasad/contracts/imports'
import { expect, test } from 'vitest'
import { openWorld } from '../../../test/world.ts'

const SAMPLES = path.join(import.meta.dirname, '../../../../../../shared/samples')
// Lists of one province, in the order in which their agencies sent them: the claims of the last are on persons of the others.
const LISTS = [
  'lorestan-agriculture',
  'lorestan-emdad-by-county',
  'lorestan-industry-letterhead',
  'lorestan-labour-claims',
]

type Expected = {
  agency: string
  rows: number
  accepted: number
  rejected: number
  duplicate: number
  conflict: number
  reasons: Record<string, number>
  byCounty: Record<string, number>
  women: number
  acceptedIds: string[]
}

test.skipIf(!existsSync(SAMPLES))(
  'every sample gives exactly the verdicts, counties, women and persons that are expected of it (skipped without the samples)',
  async () => {
    await using world = await openWorld({ province: '15' })
    let accepted = 0

    for (const list of LISTS) {
      const expected = JSON.parse(
        readFileSync(path.join(SAMPLES, `${list}.expected.json`), 'utf8'),
      ) as Expected
      const file = readFileSync(path.join(SAMPLES, `${list}.xlsx`))
      const words = { agency: expected.agency, name: `${list}.xlsx` }
      const dry = await world.importFile(file, { ...words, dryRun: true })
      const outcome = await world.importFile(file, words)
      const again = await world.importFile(file, words)
      accepted += expected.accepted

      const { rows, rejected, duplicate, conflict, reasons, agency } = expected
      expect(outcome).toMatchObject({
        rows,
        accepted: expected.accepted,
        rejected,
        duplicate,
        conflict,
        reasons,
      })
      expect(Object.keys(outcome.reasons).toSorted()).toEqual(Object.keys(reasons).toSorted())
      expect(dry).toEqual({ ...outcome, dryRun: true, importId: null, batch: null })
      expect(again.accepted).toBe(0)
      const { rows: counties } = await world.figures({ by: 'county', agency })
      expect(Object.fromEntries(counties.map(({ county, registered }) => [county, registered]))).toEqual(
        expected.byCounty,
      )
      expect(await world.figure({ agency, gender: 'female' })).toMatchObject({ registered: expected.women })
      const entered = await world.rasad.pool.query<{ national_id: string }>(
        `select national_id from job join person using (province_id, person_id) where province_id = '15' and agency_id = $1`,
        [agency],
      )
      expect(entered.rows.map((row) => row.national_id).toSorted()).toEqual(expected.acceptedIds.toSorted())
      const told = await world.call(listImportRows, {
        params: { province: '15', importId: outcome.importId! },
        query: { verdict: 'rejected', limit: '1000' },
      })
      expect(told.count).toBe(rejected)
    }

    expect(await world.figure()).toMatchObject({ registered: accepted })
    await world.check()
  },
)
