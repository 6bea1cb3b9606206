import { getCommitment, notifyCommitment, setCommitment, splitCommitment } from '@rasad/contracts/commitments'
import { getCommitmentNotice, getCommitmentWorkbook } from '@rasad/contracts/papers'
import { writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { testPath } from '../../platform/workbook/test-files.ts'
import { bookOf, fileOf } from '../../../test/paper-files.ts'
import { openWorld, type World } from '../../../test/world.ts'
import { readSnapshot } from '../../platform/db.ts'
import { readCommitmentFile } from './commitment-file.commands.ts'
import { prepareNotice } from './notice.commands.ts'

const place = ({ province, period }: World) => ({ province, period })
const cellsOf = (world: World) => [
  { county: world.county(0), agency: 'AGRI', sector: 'unspecified' as const, value: 30 },
  { county: world.county(1), agency: 'AGRI', sector: 'unspecified' as const, value: 20 },
  { county: world.county(1), agency: 'SMT', sector: 'unspecified' as const, value: 10 },
]

test('the workbook of a commitment is read back as the commitment it was', async () => {
  await using world = await openWorld()
  await world.commit(cellsOf(world))
  const { content, name } = await fileOf(world, getCommitmentWorkbook, { query: place(world) })
  const path = testPath('matrix.xlsx')
  writeFileSync(path, content)

  const { cells, stated } = await readSnapshot(world.rasad.database, (db) =>
    readCommitmentFile(db, path, { province: world.province, fileName: 'matrix.xlsx' }),
  )

  expect(name).toMatch(/^تعهد-.*-1404-نسخه-1\.xlsx$/)
  const body = { ...place(world), cells, stated, source: 'matrix.xlsx' }
  expect(await world.call(setCommitment, { body })).toMatchObject({ version: 2, total: 60 })
  const { cells: again } = await world.call(getCommitment, { query: place(world) })
  expect(again).toMatchObject(cellsOf(world).toSorted((one, other) => (one.county < other.county ? -1 : 1)))
  expect((await bookOf(content)).worksheets[0]?.views[0]).toMatchObject({
    rightToLeft: true,
    state: 'frozen',
  })
})

test('a draft is marked on paper and in its name, and loses the mark with the letter', async () => {
  await using world = await openWorld()
  const factors = [{ kind: 'chosen' as const, values: [{ agency: 'AGRI', value: 1 }] }]
  const split = { ...place(world), total: 30, counties: [world.county(0)], agencies: ['AGRI'], factors }
  const { version } = await world.call(splitCommitment, { body: split })

  const draft = await fileOf(world, getCommitmentNotice, { query: place(world) })
  const letter = { letterNumber: '۱۲/۳۴', letterDate: '1404-02-01' }
  await world.call(notifyCommitment, { body: { ...place(world), version, ...letter } })
  const notified = await fileOf(world, getCommitmentNotice, { query: place(world) })

  expect(draft.name).toContain('پیش‌نویس')
  expect(notified.name).not.toContain('پیش‌نویس')
  expect(draft.content.equals(notified.content)).toBe(false)
  for (const { content } of [draft, notified]) expect(content.subarray(0, 5).toString()).toBe('%PDF-')
})

test('each agency has a letter; one that holds no share has none', async () => {
  await using world = await openWorld()
  await world.commit(cellsOf(world))
  const pagesOf = async (more: object) => {
    const { content } = await fileOf(world, getCommitmentNotice, { query: { ...place(world), ...more } })
    return content.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length
  }

  expect(await pagesOf({})).toBe(3)
  expect(await pagesOf({ agency: 'SMT' })).toBe(1)
  const refusal = await world.refuse(getCommitmentNotice, { query: { ...place(world), agency: 'BEHZ' } })
  expect(refusal.code).toBe('not-found')
})

test('the letters are written from the commitment of the JSON answer', async () => {
  await using world = await openWorld()
  await world.commit(cellsOf(world))

  const notice = await readSnapshot(world.rasad.database, (db) =>
    prepareNotice(db, { ...place(world), baseline: 'provincial', language: 'fa' }, { level: 'national' }),
  )

  expect(notice.version).toEqual(await world.call(getCommitment, { query: place(world) }))
  expect([
    notice.matrix.ofAgency('AGRI'),
    notice.matrix.ofCounty(world.county(1)),
    notice.matrix.total,
  ]).toEqual([50, 30, 60])
  expect(notice.addressOf('AGRI')).toBe('سازمان جهاد کشاورزی استان')
})
