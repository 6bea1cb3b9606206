import type { Finding } from '../finding.ts'
import { listProjectFiles, readProjectFile } from '../project-files.ts'

const GROUPS = [
  'dependencies',
  'devDependencies',
  'optionalDependencies',
  'peerDependencies',
  'overrides',
] as const
const EXACT = /^\d+\.\d+\.\d+(?:-[\w.]+)?$/

/** Every package is asked for by one version: a range lets npm choose another on an older Node (STYLE §13). */
export function checkExactVersions(root: string): Finding {
  const files = listProjectFiles(root).filter((path) => /(^|\/)package\.json$/.test(path))
  const wanted = files.flatMap((path) => {
    const manifest: Partial<Record<string, Record<string, unknown>>> = JSON.parse(readProjectFile(root, path))
    return GROUPS.flatMap((group) =>
      Object.entries(manifest[group] ?? {}).map(([name, version]) => ({
        path,
        name,
        version: JSON.stringify(version),
      })),
    )
  })
  const problems = wanted
    .filter(({ version }) => !EXACT.test(version.slice(1, -1)))
    .map(({ path, name, version }) => `${path} asks for ${name} ${version}, which is not one version`)
  return { checked: wanted.length, unit: 'dependencies', problems }
}
