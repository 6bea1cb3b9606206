import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { listLabourForce } from '@rasad/contracts/places'
import { expect, onTestFinished, test } from 'vitest'
import { openWorld } from '../../../test/world.ts'
import { loadReferenceFiles } from './reference.commands.ts'

function operatorTable(content: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'rasad-labour-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const file = path.join(folder, 'labour.csv')
  writeFileSync(file, content)
  return file
}

test('the census answers until an operator knows better, each with its year and source; who is unknown is absent', async () => {
  await using world = await openWorld({ province: '15' })
  const ask = async () => {
    const { known } = await world.call(listLabourForce, { query: { province: '15' } })
    return new Map(known.map(({ code, ...rest }) => [code, rest]))
  }
  const census = await ask()

  await loadReferenceFiles(world.rasad, [
    operatorTable('code,year,active,unemployment_rate,source\n1501,۱۴۰۳,,۱۱.۴,«طرح نیروی کار»\n'),
  ])
  const loaded = await ask()

  expect(census.get('1501')).toMatchObject({ year: 1395, source: null })
  expect(census.get('1501')!.unemploymentRate).toBeGreaterThan(0)
  expect(census.has('1512')).toBe(false)
  expect(loaded.get('1501')).toEqual({
    year: 1403,
    active: null,
    unemploymentRate: 11.4,
    source: '«طرح نیروی کار»',
  })
  expect(loaded.get('1502')).toEqual(census.get('1502'))
})
