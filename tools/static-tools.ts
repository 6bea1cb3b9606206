import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Finding } from './finding.ts'
import { linesOf, runScript, toolEntry } from './run-tool.ts'

/** Formatting by Oxfmt, on one thread: two would print their file names into one another's lines. */
export async function checkFormat(root: string): Promise<Finding> {
  const run = await runScript(toolEntry('oxfmt'), ['--check', '--threads=1'], root)
  const lines = linesOf(run.stdout)
  const wrong = lines.flatMap((line) => /^(.+) \(\d+ms\)$/.exec(line)?.[1] ?? [])
  const unexplained = run.exitCode !== 0 && wrong.length === 0 ? linesOf(run.stdout + run.stderr) : []
  return {
    checked: Number(/on (\d+) files/.exec(run.stdout)?.[1] ?? 0),
    unit: 'files',
    problems: [...wrong.map((path) => `${path} is not formatted (npm run format)`), ...unexplained],
  }
}

type LintReport = {
  diagnostics: { message: string; code?: string; filename: string; labels: { span: { line: number } }[] }[]
  number_of_files: number
}

/** Oxlint with every complaint of the compiler, each file by the `tsconfig.json` that includes it. */
export async function checkLint(root: string): Promise<Finding> {
  const run = await runScript(toolEntry('oxlint'), ['--type-aware', '--type-check', '--format', 'json'], root)
  if (!run.stdout.startsWith('{')) {
    return { checked: 0, unit: 'files', problems: linesOf(run.stdout + run.stderr) }
  }
  const report: LintReport = JSON.parse(run.stdout)
  const problems = report.diagnostics.map(({ message, code, filename, labels }) => {
    const line = labels[0]?.span.line ?? 1
    return `${filename}:${line} ${code ?? 'directive'}: ${message.replaceAll(/\s+/g, ' ')}`
  })
  const unexplained =
    run.exitCode !== 0 && problems.length === 0 ? linesOf(run.stderr || 'oxlint failed') : []
  return { checked: report.number_of_files, unit: 'files', problems: [...problems, ...unexplained] }
}

/** One TypeScript project by the compiler itself; counts the files of ours that were compiled. */
export async function checkTypes(root: string, project: string): Promise<Finding> {
  const args = ['--project', join(root, project), '--noEmit', '--listFiles', '--pretty', 'false']
  const run = await runScript(toolEntry('typescript', 'tsc'), args, root)
  const lines = linesOf(run.stdout + run.stderr)
  const files = lines.filter((line) => /^(\/|[A-Za-z]:[/\\]).*\.[cm]?tsx?$/.test(line))
  return {
    checked: files.filter((path) => !path.includes('node_modules')).length,
    unit: 'files',
    problems: run.exitCode === 0 ? [] : lines.filter((line) => !files.includes(line)),
  }
}

type DeadCodeReport = { processed: number; problems: string[] }

/** Unused files, exports and dependencies, by Knip. */
export async function checkDeadCode(root: string): Promise<Finding> {
  const reporter = join(import.meta.dirname, 'knip-reporter.ts')
  const run = await runScript(toolEntry('knip'), ['--reporter', reporter, '--no-progress'], root)
  const last = linesOf(run.stdout).at(-1) ?? ''
  if (!last.startsWith('{')) {
    return { checked: 0, unit: 'files', problems: linesOf(run.stdout + run.stderr) }
  }
  const report: DeadCodeReport = JSON.parse(last)
  return { checked: report.processed, unit: 'files', problems: report.problems }
}

/** True where the project has a script that generates files. */
export function hasGenerator(root: string): boolean {
  return existsSync(join(root, 'tools/generate.ts'))
}

/** Generated files are as their generator would write them now; its last line begins with how many there are. */
export async function checkGenerated(root: string): Promise<Finding> {
  const run = await runScript(join(root, 'tools/generate.ts'), ['--check', '--threads=1'], root)
  const lines = linesOf(run.stdout)
  const checked = Number(/\d+/.exec(lines.at(-1) ?? '')?.[0] ?? 0)
  return { checked, unit: 'files', problems: run.exitCode === 0 ? [] : [...lines, ...linesOf(run.stderr)] }
}
