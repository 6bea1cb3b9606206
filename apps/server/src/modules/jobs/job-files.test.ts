import { readFileSync } from 'node:fs'
import { listJobs } from '@rasad/contracts/jobs'
import { getImportedFile, getJobCsv, getJobWorkbook } from '@rasad/contracts/papers'
import { expect, test } from 'vitest'
import { csvOf, listRow } from '../../../test/csv-lists.ts'
import { newNationalId } from '../../../test/national-ids.ts'
import { bookOf, csvRecords, fileOf, recordsOf } from '../../../test/paper-files.ts'
import { openWorld, type World } from '../../../test/world.ts'
import { readSnapshot } from '../../platform/db.ts'
import { testPath } from '../../platform/workbook/test-files.ts'
import { writeJobCsv, writeJobWorkbook } from './job-files.commands.ts'

const place = ({ province, period }: World) => ({ province, period })

test('the files hold exactly the jobs of the filtered list, in its order', async () => {
  await using world = await openWorld()
  for (let index = 0; index < 7; index += 1) {
    const { jobId } = await world.register({ county: world.county(index % 2) })
    if (index % 3 === 0) await world.step(jobId, 'confirm')
  }
  const query = { ...place(world), county: world.county(0), state: 'registered' }
  const { jobs } = await world.call(listJobs, { query })
  expect(jobs.length).toBeGreaterThan(1)

  const csv = csvRecords((await fileOf(world, getJobCsv, { query })).content)
  const book = await bookOf(
    (await fileOf(world, getJobWorkbook, { query: { ...query, language: 'en' } })).content,
  )

  expect(csv.map((row) => Number(row['شناسه']))).toEqual(jobs.map(({ jobId }) => jobId))
  const written = recordsOf(book.worksheets[0]!, 3)
  expect(written.map((row) => [row['Job'], row['County code'], row['Name']])).toEqual(
    jobs.map(({ jobId, county, name }) => [jobId, county, name]),
  )
})

test('a list that is read page by page leaves no job out and writes none twice', async () => {
  await using world = await openWorld()
  for (let index = 0; index < 7; index += 1) await world.register()
  const { jobs } = await world.call(listJobs, { query: place(world) })
  const order = { ...place(world), order: 'newest' as const, language: 'en' as const }

  for (const pageSize of [1, 3, 7]) {
    const files = { csv: testPath(`jobs-${pageSize}.csv`), xlsx: testPath(`jobs-${pageSize}.xlsx`) }
    await readSnapshot(world.rasad.database, async (db) => {
      const circumstances = { scope: { level: 'national' as const }, now: 0, pageSize }
      await writeJobCsv(db, order, { ...circumstances, out: files.csv })
      await writeJobWorkbook(db, order, { ...circumstances, out: files.xlsx })
    })
    const book = await bookOf(readFileSync(files.xlsx))
    const ids = jobs.map(({ jobId }) => jobId)
    expect(csvRecords(readFileSync(files.csv)).map((row) => Number(row['Job']))).toEqual(ids)
    expect(recordsOf(book.worksheets[0]!, 3).map((row) => row['Job'])).toEqual(ids)
  }
})

test('no file of jobs gives away a national ID', async () => {
  await using world = await openWorld()
  const nationalId = newNationalId()
  await world.register({ nationalId })

  const csv = await fileOf(world, getJobCsv, { query: place(world) })
  const book = await bookOf((await fileOf(world, getJobWorkbook, { query: place(world) })).content)

  expect(csv.content.toString()).not.toContain(nationalId)
  const id = recordsOf(book.worksheets[0]!, 3)[0]!['کد ملی (پوشیده)']
  expect(id).toBe(`${nationalId.slice(0, 3)}*****${nationalId.slice(-2)}`)
})

test('a name that a spreadsheet would run as a formula stays text', async () => {
  await using world = await openWorld()
  await world.register({ lastName: 'آزمون', employer: '=HYPERLINK("http://x")' })

  const csv = csvRecords((await fileOf(world, getJobCsv, { query: place(world) })).content)
  const book = await bookOf((await fileOf(world, getJobWorkbook, { query: place(world) })).content)

  expect(csv[0]!['کارفرما']).toBe('\'=HYPERLINK("http://x")')
  expect(recordsOf(book.worksheets[0]!, 3)[0]!['کارفرما']).toBe('=HYPERLINK("http://x")')
})

test.each(['فهرست جهاد "نهایی".csv', 'a; b=../c.csv'])(
  'the file of an import comes back byte for byte, under its name %j as far as that is safe',
  async (name) => {
    await using world = await openWorld()
    const sent = Buffer.from(csvOf([listRow({ county: world.county(0) })]))
    const { importId } = await world.importFile(sent, { name })

    const kept = await fileOf(world, getImportedFile, { params: { province: world.province, importId } })

    expect(kept.content.equals(sent)).toBe(true)
    expect(kept.name).toBe(name.replaceAll(/["/]/g, '_'))
  },
)
