import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Finding } from './finding.ts'
import { listProjectFiles, readProjectFile } from './project-files.ts'
import { PROJECT_ROOT } from './run-tool.ts'

const FOLDER = 'apps/server/migrations'
const RECORD = `${FOLDER}/checksums.txt`

/** A merged migration's bytes never change: each file is as `checksums.txt` recorded it (STYLE §9). */
export function checkMigrations(root: string): Finding {
  const recorded = readRecord(root)
  const present = checksumsOf(root)
  const problems = [
    ...[...present].flatMap(([name, checksum]) => {
      const known = recorded.get(name)
      if (known === undefined)
        return [`${FOLDER}/${name} is not recorded (node tools/migration-checksums.ts --write)`]
      return known === checksum ? [] : [`${FOLDER}/${name} was changed after it was recorded`]
    }),
    ...[...recorded.keys()]
      .filter((name) => !present.has(name))
      .map((name) => `${FOLDER}/${name} was recorded and is gone`),
  ]
  return { checked: present.size, unit: 'migrations', problems }
}

/** Records the migrations that are new and gives their names; refuses while a recorded one differs or is gone. */
export function recordNewMigrations(root: string): string[] {
  const recorded = readRecord(root)
  const present = checksumsOf(root)
  const broken = [...recorded]
    .filter(([name, checksum]) => present.get(name) !== checksum)
    .map(([name]) => name)
  if (broken.length > 0) throw new Error(`these were recorded and differ now: ${broken.join(', ')}`)
  const lines = [...present].map(([name, checksum]) => `${checksum}  ${name}\n`)
  writeFileSync(join(root, RECORD), lines.join(''))
  return [...present.keys()].filter((name) => !recorded.has(name))
}

function checksumsOf(root: string): Map<string, string> {
  const paths = listProjectFiles(root).filter(
    (path) => path.startsWith(`${FOLDER}/`) && path.endsWith('.sql'),
  )
  return new Map(
    paths.map((path) => [
      path.slice(FOLDER.length + 1),
      createHash('sha256')
        .update(readFileSync(join(root, path)))
        .digest('hex'),
    ]),
  )
}

function readRecord(root: string): Map<string, string> {
  if (!existsSync(join(root, RECORD))) return new Map()
  const lines = readProjectFile(root, RECORD).split('\n')
  return new Map(lines.filter((line) => line !== '').map((line) => [line.slice(66), line.slice(0, 64)]))
}

if (import.meta.main) {
  if (process.argv[2] === '--write') {
    const added = recordNewMigrations(PROJECT_ROOT)
    console.log(`recorded ${added.length} new migrations ${added.join(' ')}`)
  } else {
    const { checked, problems } = checkMigrations(PROJECT_ROOT)
    console.log([`checked ${checked} migrations`, ...problems].join('\n'))
    process.exitCode = problems.length === 0 ? 0 : 1
  }
}
