import { missingPlatformEntries } from '../complete-lock.ts'
import type { Lock } from '../complete-lock.ts'
import type { Finding } from '../finding.ts'
import { listProjectFiles, readProjectFile } from '../project-files.ts'

/** The lock names no registry, agrees with every package.json, and holds the binaries of every platform. */
export function checkLockFile(root: string): Finding {
  const lock: Lock = JSON.parse(readProjectFile(root, 'package-lock.json'))
  const entries = Object.entries(lock.packages)
  const hosts = entries
    .filter(([, entry]) => entry.resolved !== undefined && entry.link !== true)
    .map(([place, entry]) => `package-lock.json takes ${place} from ${entry.resolved}`)
  const missing = Object.entries(missingPlatformEntries(lock)).map(
    ([place, { version }]) => `package-lock.json lacks ${place} ${version} (node tools/complete-lock.ts)`,
  )
  return {
    checked: entries.length,
    unit: 'lock entries',
    problems: [...hosts, ...missing, ...disagreements(root, lock)],
  }
}

const GROUPS = ['dependencies', 'devDependencies', 'optionalDependencies'] as const
type Manifest = Partial<Record<(typeof GROUPS)[number], Record<string, string>>>

function disagreements(root: string, lock: Lock): string[] {
  const files = listProjectFiles(root).filter((path) =>
    /^((packages|apps)\/[^/]+\/)?package\.json$/.test(path),
  )
  return files.flatMap((path) => {
    const wanted: Manifest = JSON.parse(readProjectFile(root, path))
    const locked: Manifest = lock.packages[path.replace(/\/?package\.json$/, '')] ?? {}
    return GROUPS.flatMap((group) => {
      const names = new Set([...Object.keys(wanted[group] ?? {}), ...Object.keys(locked[group] ?? {})])
      return [...names]
        .filter((name) => wanted[group]?.[name] !== locked[group]?.[name])
        .map((name) => `package-lock.json does not know what ${path} asks of ${name} (npm install)`)
    })
  })
}
