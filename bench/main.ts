import { cpus, totalmem } from 'node:os'
import { parseArgs } from 'node:util'
import type { Figure } from './figure.ts'
import { measureBreakdown } from './breakdown.ts'
import { measureSplit } from './commitment-split.ts'
import { measureCsvImport } from './import-csv.ts'
import { measureXlsxImport } from './import-xlsx.ts'
import { measureJobPages } from './job-page.ts'
import { measureJobSteps } from './job-step.ts'
import { measureStart } from './start-up.ts'
import { measureFirstPage } from './first-page.ts'
import { figureTable } from './figure-table.ts'
import { inNewWorld, type Run } from './world.ts'

const MEASURES: Readonly<Record<string, (run: Run) => Promise<Figure[]>>> = {
  import: measureCsvImport,
  xlsx: measureXlsxImport,
  breakdown: measureBreakdown,
  page: measureJobPages,
  step: measureJobSteps,
  start: measureStart,
  split: measureSplit,
  'first-page': measureFirstPage,
}

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    only: { type: 'string', multiple: true, default: [] },
  },
})
const unknown = values.only.filter((name) => MEASURES[name] === undefined)
if (unknown.length > 0) {
  console.error(`No such measure: ${unknown.join(', ')}. There are: ${Object.keys(MEASURES).join(', ')}.`)
  process.exit(1)
}

const machine = await describeMachine()
const figures: Figure[] = []
for (const [name, measure] of Object.entries(MEASURES)) {
  if (values.only.length > 0 && !values.only.includes(name)) continue
  const say = (words: string) => process.stderr.write(`${name}: ${words}\n`)
  figures.push(...(await measure({ quick: values.quick, say })))
}
console.log(
  values.json
    ? JSON.stringify({ ...machine, quick: values.quick, figures }, null, 2)
    : figureTable(machine, figures),
)

async function describeMachine(): Promise<{
  cores: number
  memoryGb: number
  node: string
  postgres: string
}> {
  const postgres = await inNewWorld(async ({ ownerPool }) => {
    const { rows } = await ownerPool.query<{ server_version: string }>('show server_version')
    return rows[0]!.server_version
  })
  return {
    cores: cpus().length,
    memoryGb: Math.round(totalmem() / 1024 ** 3),
    node: process.versions.node,
    postgres,
  }
}
