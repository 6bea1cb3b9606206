import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { stripVTControlCharacters } from 'node:util'

/** The root of this project, wherever it was unpacked. */
export const PROJECT_ROOT = resolve(import.meta.dirname, '..')

/** How a tool ended and what it printed. */
export type ToolRun = { exitCode: number; stdout: string; stderr: string }

/** The JavaScript file behind a tool's command in this project's node_modules. */
export function toolEntry(packageName: string, command = packageName): string {
  const folder = join(PROJECT_ROOT, 'node_modules', packageName)
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  return join(folder, typeof bin === 'string' ? bin : bin[command])
}

/**
 * Runs a script with the Node of this process and without a shell, so that no path needs quoting; what it prints
 * comes without colours, which some tools write wherever CI is set, whatever NO_COLOR says.
 */
export function runScript(script: string, args: readonly string[], cwd: string): Promise<ToolRun> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [script, ...args], { cwd, stdio: ['ignore', 'pipe', 'pipe'] })
    let stdout = ''
    let stderr = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
    child.on('error', fail)
    child.on('close', (code) => {
      const plain = { stdout: stripVTControlCharacters(stdout), stderr: stripVTControlCharacters(stderr) }
      done({ exitCode: code ?? 1, ...plain })
    })
  })
}

/** Runs a script that talks to the person at the terminal itself; gives its exit code. */
export function showScript(script: string, args: readonly string[], cwd: string): Promise<number> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [script, ...args], { cwd, stdio: ['ignore', 'inherit', 'inherit'] })
    child.on('error', fail)
    child.on('close', (code) => done(code ?? 1))
  })
}

/** The lines of a tool's output that say something. */
export function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trimEnd())
    .filter((line) => line.trim() !== '')
}
