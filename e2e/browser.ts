import { spawnSync } from 'node:child_process'
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, dirname, join, resolve } from 'node:path'
import { chromium, type BrowserServer } from 'playwright-core'

const PROJECT_ROOT = resolve(import.meta.dirname, '..')
const SYSTEM_NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--font-render-hinting=none',
]

type Found = { executablePath: string; env: Record<string, string> }

// Where no language is set, Chromium calls a file with a Persian name "download".
const LANGUAGE = { LC_ALL: 'C.UTF-8' }

/** Starts one browser for a whole run; test files connect to it. */
export async function startBrowser(): Promise<BrowserServer> {
  const { executablePath, env } = findBrowser()
  return chromium.launchServer({
    executablePath,
    args: FLAGS,
    env: { ...definedEnvironment(), ...LANGUAGE, ...env },
  })
}

/** A Chromium: the one that CHROMIUM_PATH names, else the system's, else the one that came from npm. */
function findBrowser(): Found {
  const named = process.env['CHROMIUM_PATH']
  const system = process.env['NO_SYSTEM_BROWSER'] === undefined ? whichOf(SYSTEM_NAMES) : undefined
  const executablePath = named ?? system
  return executablePath === undefined ? unpackBrowser() : { executablePath, env: {} }
}

function unpackBrowser(): Found {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium')
  const packageFolder = resolve(dirname(entry), '../..')
  const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'))
  const folder = join(PROJECT_ROOT, `node_modules/.cache/chromium-${version}`)
  if (!existsSync(join(folder, 'chromium'))) unpackInto(folder)
  return { executablePath: join(folder, 'chromium'), env: environmentOf(folder) }
}

// The package decides on its folder and libraries when it is imported, so it gets a process of its own.
function unpackInto(folder: string): void {
  mkdirSync(dirname(folder), { recursive: true })
  const beside = mkdtempSync(`${folder}-`)
  const script = "await (await import('@sparticuz/chromium')).default.executablePath()"
  const run = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: PROJECT_ROOT,
    env: { ...process.env, TMPDIR: beside, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' },
    stdio: 'inherit',
  })
  if (run.status !== 0) throw new Error('the browser could not be unpacked')
  try {
    renameSync(beside, folder)
  } catch (error) {
    rmSync(beside, { recursive: true, force: true })
    if (!existsSync(join(folder, 'chromium'))) throw error
  }
}

// The fonts.conf of the package names a folder of its own maker: without another one text has no width and web fonts fail.
function environmentOf(folder: string): Record<string, string> {
  const conf = join(folder, 'fonts.conf')
  const dirs = [join(folder, 'fonts'), '/usr/share/fonts', '/usr/local/share/fonts'].map(
    (dir) => `<dir>${dir}</dir>`,
  )
  writeFileSync(
    conf,
    `<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n<fontconfig>${dirs.join('')}<cachedir>${join(folder, 'fontconfig')}</cachedir></fontconfig>\n`,
  )
  const libraries = [join(folder, 'al2023/lib'), process.env['LD_LIBRARY_PATH']].filter(
    (path) => path !== undefined,
  )
  return { LD_LIBRARY_PATH: libraries.join(delimiter), FONTCONFIG_FILE: conf }
}

function whichOf(names: readonly string[]): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable)
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
}
