import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const NEVER_OURS = new Set(['node_modules', '.git', 'dist', 'artefacts'])
const MADE_AT_THE_ROOT = new Set(['data', '.cache', 'coverage'])

/** Every file of the project as a path from its root with forward slashes, sorted; what git ignores is left out. */
export function listProjectFiles(root: string, folder = ''): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter(({ name }) => !NEVER_OURS.has(name) && !(folder === '' && MADE_AT_THE_ROOT.has(name)))
    .flatMap((entry) => {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`
      if (entry.isDirectory()) return listProjectFiles(root, path)
      return entry.isFile() && !entry.name.endsWith('.log') ? [path] : []
    })
    .toSorted()
}

/** The text of a file named by its path from the root. */
export function readProjectFile(root: string, path: string): string {
  return readFileSync(join(root, path), 'utf8')
}
