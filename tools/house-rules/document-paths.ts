import { dirname, matchesGlob, posix } from 'node:path'
import type { Finding } from '../finding.ts'
import { listProjectFiles, readProjectFile } from '../project-files.ts'

const FROM_THE_ROOT = /^(packages|apps|docs|tools|bench|reference|e2e|\.ci)\//
const SOURCE_NAME = /^[\w@.*-][\w@./*-]*\.(ts|tsx|cjs|sql|md|jsonc)$/
const PLACEHOLDER = /[<>{}$…]|YYYY|(^|\/)x\./

/**
 * Every path that a document names is a file or folder of the project: in a link, in back-ticks, or in a block
 * of commands. What is only built is not there on a fresh checkout, and counts as missing everywhere.
 */
export function checkDocumentPaths(root: string): Finding {
  const files = listProjectFiles(root)
  const documents = files.filter((path) => /^(README|CONTRIBUTING|CHANGELOG)\.md$|^docs\/.+\.md$/.test(path))
  const named = documents.flatMap((document) => {
    const text = readProjectFile(root, document)
    return [
      ...linksIn(text).map((path) => ({ document, path, exists: linkLeads(files, document, path) })),
      ...pathsIn(text).map((path) => ({ document, path, exists: isKnown(files, document, path) })),
    ]
  })
  const problems = named
    .filter(({ exists }) => !exists)
    .map(({ document, path }) => `${document} names ${path}, which does not exist`)
  return { checked: named.length, unit: `paths in ${documents.length} documents`, problems }
}

function linksIn(text: string): string[] {
  return [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .map((match) => (match[1] ?? '').replace(/#.*$/, ''))
    .filter((target) => target !== '' && !/^[a-z]+:/.test(target))
}

function linkLeads(files: readonly string[], document: string, target: string): boolean {
  return isOurs(files, posix.join(dirname(document), decodeURIComponent(target)))
}

function pathsIn(text: string): string[] {
  const blocks = [...text.matchAll(/^```[^\n]*\n([\s\S]*?)^```/gm)].flatMap((match) =>
    wordsOf(match[1] ?? ''),
  )
  const spans = [...text.replaceAll(/^```[\s\S]*?^```/gm, '').matchAll(/`([^`\n]+)`/g)]
  const inBlocks = blocks.filter((word) => FROM_THE_ROOT.test(word))
  const inSpans = spans
    .flatMap((match) => wordsOf(match[1] ?? ''))
    .filter((word) => FROM_THE_ROOT.test(word) || SOURCE_NAME.test(word))
  return [...inBlocks, ...inSpans].filter((word) => !PLACEHOLDER.test(word) && !word.startsWith('../'))
}

function wordsOf(text: string): string[] {
  return text.split(/[\s"'()]+/).map((word) => word.replace(/[.,;:]+$/, '').replace(/:\d+$/, ''))
}

function isKnown(files: readonly string[], document: string, path: string): boolean {
  if (path.includes('*')) return files.some((file) => matchesGlob(file, path))
  return (
    isOurs(files, path) ||
    isOurs(files, posix.join(dirname(document), path)) ||
    files.some((file) => file.endsWith(`/${path}`))
  )
}

function isOurs(files: readonly string[], path: string): boolean {
  const wanted = posix.normalize(path).replace(/\/$/, '')
  return files.some((file) => file === wanted || file.startsWith(`${wanted}/`))
}
