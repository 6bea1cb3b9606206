import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** A small project in a folder of its own, removed at the end of the block that `using` opened. */
export type PlantedTree = Disposable & { root: string }

/** Writes the files, by their paths from the root, and links each workspace folder into `node_modules` under its name. */
export function plantTree(
  files: Record<string, string>,
  workspaces: Record<string, string> = {},
): PlantedTree {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'rasad-planted-')))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  for (const [name, folder] of Object.entries(workspaces)) {
    mkdirSync(dirname(join(root, 'node_modules', name)), { recursive: true })
    symlinkSync(join(root, folder), join(root, 'node_modules', name), 'junction')
  }
  return { root, [Symbol.dispose]: () => rmSync(root, { recursive: true, force: true }) }
}
