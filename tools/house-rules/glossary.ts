import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Finding } from '../finding.ts'
import { listProjectFiles, readProjectFile } from '../project-files.ts'

const GLOSSARY = 'docs/glossary.md'
/** Contract files about the wire itself; every other one is named after a subject. */
const WIRE_FILES = new Set(['define-route', 'problem-catalogue'])
const VALUE = /^[a-z][A-Za-z0-9-]*(\.[a-z0-9-]+)*$/

/** Every contract and every value of an enum has its line in the glossary, and no term stands there twice (STYLE §5). */
export async function checkGlossary(root: string): Promise<Finding> {
  const rows = glossaryRows(readProjectFile(root, GLOSSARY))
  const known = new Set(rows.map(({ english }) => english))
  const wanted = [...contractNames(root), ...(await enumValues(root))]
  const sources = Map.groupBy(wanted, ({ term }) => term)
  const unknown = [...sources]
    .filter(([term]) => !known.has(term))
    .map(([term, uses]) => `${GLOSSARY} lacks \`${term}\` of ${uses.map(({ source }) => source).join(', ')}`)
  const twice = [...repeated(rows.map((row) => row.persian)), ...repeated(rows.map((row) => row.english))]
  const problems = [...unknown, ...twice.map((term) => `${GLOSSARY} has ${term} twice`)]
  return { checked: wanted.length, unit: `names against ${rows.length} terms`, problems }
}

/** The rows `| Persian | \`english\` | meaning |` of every table. */
function glossaryRows(text: string): { persian: string; english: string }[] {
  return [...text.matchAll(/^\|\s*([^|]+?)\s*\|\s*`([^`|]+)`\s*\|[^|]+\|\s*$/gm)].map((match) => ({
    persian: match[1] ?? '',
    english: match[2] ?? '',
  }))
}

function contractNames(root: string): { term: string; source: string }[] {
  return listProjectFiles(root)
    .filter((path) => /^packages\/contracts\/src\/[^/]+\.ts$/.test(path) && !path.endsWith('.test.ts'))
    .map((source) => ({ term: basename(source, '.ts'), source }))
    .filter(({ term }) => !WIRE_FILES.has(term))
}

async function enumValues(root: string): Promise<{ term: string; source: string }[]> {
  const paths = listProjectFiles(root).filter(
    (path) => /^packages\/domain\/src\/.+\.ts$/.test(path) && !path.endsWith('.test.ts'),
  )
  const perFile = await Promise.all(
    paths.map(async (path) => {
      const exported: Record<string, unknown> = await import(pathToFileURL(join(root, path)).href)
      return Object.entries(exported)
        .filter(([name]) => /^[A-Z][A-Z0-9_]*$/.test(name))
        .flatMap(([name, value]) => termsOf(value).map((term) => ({ term, source: `${path} ${name}` })))
    }),
  )
  return perFile.flat()
}

/** The terms of an array that is an enum: `nationalId` is written `national-id`, `age.unknown` needs `age` only. */
function termsOf(value: unknown): string[] {
  if (!Array.isArray(value) || !value.every((item) => typeof item === 'string' && VALUE.test(item))) return []
  const words = value.map((item: string) => item.replace(/\..*$/, ''))
  return words.map((word) => word.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`))
}

function repeated(terms: readonly string[]): string[] {
  return [...new Set(terms.filter((term, index) => terms.indexOf(term) !== index))]
}
