import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Remark, RemarkHistory } from '@rasad/contracts/remarks'
import { commandsOn, makeFolder, rasad } from './rasad.ts'

const folder = makeFolder()
const place = ['--province', '15', '--period', '1404']
const { on, answer } = commandsOn(folder.path)
const example = path.join(import.meta.dirname, '../../../docs/example/commitment-1404.csv')

beforeAll(async () => {
  await rasad(['init', '--data', folder.path])
  await answer('period', 'add', '1404', '--province', '15', '--from', '1404-01-01', '--to', '1404-12-29')
  await answer('commitment', 'set', example, ...place)
})

afterAll(() => folder.remove())

test('a remark is set, stands below the figures, is told with its versions, and is withdrawn', async () => {
  const ofAgency = [...place, '--agency', 'AGRI']
  const said = await on('remark', 'set', '۳۰۰ نفر در انتظار بیمه', ...ofAgency)
  expect(said).toMatchObject({ code: 0, out: expect.stringContaining('۳۰۰ نفر در انتظار بیمه') })

  const figures = await on('figures', ...place, '--by', 'agency')
  expect(figures.out).toMatch(/توضیح‌ها\nجهاد کشاورزی AGRI\n {2}۳۰۰ نفر در انتظار بیمه\n {2}operator:/)
  expect((await on('figures', ...place, '--by', 'county')).out).not.toContain('توضیح‌ها')

  const late = await on('remark', 'withdraw', ...ofAgency, '--version', '0')
  expect(late).toMatchObject({ code: 1, err: expect.stringContaining('نسخهٔ ۱') })
  await answer('remark', 'withdraw', ...ofAgency, '--version', '1')
  expect(await answer<{ remarks: Remark[] }>('remark', 'show', ...place)).toEqual({ remarks: [] })
  const { versions } = await answer<RemarkHistory>('remark', 'show', ...ofAgency)
  expect(versions.map(({ text }) => text)).toEqual(['', '۳۰۰ نفر در انتظار بیمه'])
})

test('a remark is of an agency or of a county, and one that is too long says how long it may be', async () => {
  const both = await on('remark', 'set', 'متن', ...place, '--agency', 'AGRI', '--county', '1503')
  expect(both).toMatchObject({ code: 2, err: expect.stringContaining('--agency') })

  const long = await on('remark', 'set', 'ب'.repeat(501), ...place, '--county', '1503')
  expect(long).toMatchObject({ code: 1, err: expect.stringContaining('۵۰۰ نویسه') })
})
