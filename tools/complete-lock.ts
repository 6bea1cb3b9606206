import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PROJECT_ROOT } from './run-tool.ts'

/** The part of an entry of package-lock.json that these scripts read or write. */
export type LockEntry = {
  version?: string
  resolved?: string
  link?: boolean
  dev?: boolean
  optional?: boolean
  cpu?: string[]
  os?: string[]
  libc?: string[]
  optionalDependencies?: Record<string, string>
}

/** A lock of npm, version 3: entries by the folder they are installed into. */
export type Lock = { packages: Record<string, LockEntry> }

const SYSTEM = /(android|darwin|win32|windows|linux|freebsd|openbsd|netbsd|openharmony|aix|sunos|wasm32)/
const PROCESSOR = /(arm64|x64|ia32|arm|ppc64|riscv64|s390x|loong64|mips64el)/

/**
 * Entries that a lock made on one system lacks for the others: optional packages of one exact version for a named platform.
 * `npm ci` stops with "Missing: … from lock file" where one of them is not there.
 */
export function missingPlatformEntries(lock: Lock): Record<string, LockEntry> {
  const missing: Record<string, LockEntry> = {}
  for (const [parent, entry] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      if (!/^\d+\.\d+\.\d+[\w.-]*$/.test(version)) continue
      const found = placesFor(parent, name).find((place) => place in lock.packages)
      if (found !== undefined && lock.packages[found]?.version === version) continue
      const platform = platformOf(name)
      if (platform === undefined) continue
      const place = found === undefined ? `node_modules/${name}` : `${parent}/node_modules/${name}`
      missing[place] = { version, ...(entry.dev === true && { dev: true }), optional: true, ...platform }
    }
  }
  return missing
}

/** The folders in which Node looks for a package, nearest first. */
function placesFor(parent: string, name: string): string[] {
  const parts = parent.split('/')
  const folders = parts.map((_, index) => parts.slice(0, parts.length - index).join('/'))
  const looked = folders.filter((folder) => folder !== '' && !folder.endsWith('node_modules'))
  return [...looked.map((folder) => `${folder}/node_modules/${name}`), `node_modules/${name}`]
}

function platformOf(name: string): Pick<LockEntry, 'cpu' | 'os' | 'libc'> | undefined {
  const system = SYSTEM.exec(name)?.[1]
  if (system === undefined) return undefined
  if (system === 'wasm32') return { cpu: ['wasm32'] }
  const libc = system === 'linux' ? { libc: [name.includes('musl') ? 'musl' : 'glibc'] } : {}
  const os = system === 'windows' ? 'win32' : system
  return { cpu: [PROCESSOR.exec(name)?.[1] ?? 'x64'], os: [os], ...libc }
}

if (import.meta.main) {
  const path = join(PROJECT_ROOT, 'package-lock.json')
  const lock: Lock = JSON.parse(readFileSync(path, 'utf8'))
  const added = missingPlatformEntries(lock)
  const entries = Object.entries({ ...lock.packages, ...added })
  const packages = Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)))
  writeFileSync(path, `${JSON.stringify({ ...lock, packages }, null, 2)}\n`)
  console.log(`looked at ${entries.length} entries, added ${Object.keys(added).length}`)
}
