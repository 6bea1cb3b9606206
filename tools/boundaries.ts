import { join } from 'node:path'
import type { ICruiseResult } from 'dependency-cruiser'
import type { Finding } from './finding.ts'
import { listProjectFiles } from './project-files.ts'
import { PROJECT_ROOT, runScript, toolEntry } from './run-tool.ts'

const RULES = join(PROJECT_ROOT, '.dependency-cruiser.cjs')
const CRUISED = ['packages', 'apps', 'tools', 'bench', 'e2e']

/** The boundaries of STYLE §13 in the tree at `root`. Every source file there must have been cruised. */
export async function checkBoundaries(root: string, config = RULES): Promise<Finding> {
  const sources = listProjectFiles(root).filter(
    (path) => /\.tsx?$/.test(path) && CRUISED.includes(path.split('/')[0] ?? ''),
  )
  const folders = CRUISED.filter((folder) => sources.some((path) => path.startsWith(`${folder}/`)))
  const args = ['--config', config, '--output-type', 'json', ...folders]
  const run = await runScript(toolEntry('dependency-cruiser', 'depcruise'), args, root)
  if (!run.stdout.startsWith('{')) {
    return { checked: 0, unit: 'modules', problems: [`dependency-cruiser gave no result: ${run.stderr}`] }
  }
  const result: ICruiseResult = JSON.parse(run.stdout)
  const cruised = new Set(result.modules.map((module) => module.source))
  const missed = sources.filter((path) => !cruised.has(path))
  const problems = [
    ...missed.map((path) => `${path} was not cruised`),
    ...result.summary.violations.map(({ rule, from, to, cycle }) => {
      const steps = cycle?.map((step) => step.name) ?? [to]
      return `${rule.name}: ${from} → ${steps.join(' → ')}`
    }),
  ]
  return { checked: sources.length - missed.length, unit: 'modules', problems }
}
