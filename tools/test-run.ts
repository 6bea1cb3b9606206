import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { showScript, toolEntry } from './run-tool.ts'

/** What Vitest counted; a test file that could not be loaded is one failure. */
export type TestCount = { passed: number; failed: number; skipped: number }

type VitestReport = {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
  testResults: { status: string; assertionResults: { status: string }[] }[]
}

/** Runs every test with its progress on the terminal, and counts from the report that Vitest wrote. */
export async function runTests(root: string): Promise<TestCount> {
  const folder = mkdtempSync(join(tmpdir(), 'rasad-check-'))
  const reportFile = join(folder, 'report.json')
  try {
    const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${reportFile}`]
    const exitCode = await showScript(toolEntry('vitest'), ['run', ...reporters], root)
    return countTests(JSON.parse(readFileSync(reportFile, 'utf8')), exitCode)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** An exit code that no failed test explains is counted as one failure. */
export function countTests(report: VitestReport, exitCode: number): TestCount {
  const unloaded = report.testResults.filter(({ status, assertionResults }) => {
    return status === 'failed' && !assertionResults.some((result) => result.status === 'failed')
  })
  const failed = report.numFailedTests + unloaded.length
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && exitCode !== 0 ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

/** The last line of the check. */
export function describeCount({ passed, failed, skipped }: TestCount): string {
  return `${passed} passed, ${failed} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`
}
