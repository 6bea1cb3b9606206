import { existsSync, statfsSync } from 'node:fs'
import { dirname } from 'node:path'
import { asProblem, Problem, problemBody } from '@rasad/server/platform/problem'
import { CliRefusal } from './cli-refusal.ts'
import { USAGE_SUGGESTION } from './command-text.ts'
import { EXIT } from './exit-codes.ts'
import { FAULT_TEXT, type FaultKind } from './failure-text.ts'
import type { Language } from './language.ts'
import { NamedRefusal } from './named-refusal.ts'
import { OPTION_TEXT } from './option-text.ts'
import { longFlag, optionOfField, type OptionName } from './options.ts'
import type { Names } from '@rasad/server/modules/places/names.queries'
import { note, print } from './printing.ts'
import { problemSentence } from './problem-text.ts'

type Telling = {
  language: Language
  json: boolean
  verbose: boolean
  options: readonly OptionName[]
  /** The data folder; where its disk is full, a fault that says nothing of it is told as that. */
  folder: string
  /** The words before the options, `<ID>`, each with its meaning. */
  inputs: readonly (readonly [flags: string, text: string])[]
}

/** Says why a command failed and what to do, and answers with its exit code. */
export function reportFailure(thrown: unknown, telling: Telling): number {
  const { language, json } = telling
  const error = thrown instanceof NamedRefusal ? thrown.problem : asProblem(thrown)
  if (error instanceof Problem) {
    if (json) print(JSON.stringify(problemBody(error), null, 2))
    else for (const line of refusalLines(error, telling, thrown)) note(line)
    return error.code === 'bad-input' ? EXIT.usage : EXIT.refused
  }
  if (error instanceof CliRefusal) {
    const { code, exitCode } = error
    if (json) print(JSON.stringify({ code, detail: error.sentence(language) }, null, 2))
    else note(error.sentence(language))
    return exitCode
  }
  if (json) print(JSON.stringify({ code: 'fault' }))
  note(FAULT_TEXT[language][faultKindOf(error, telling.folder)])
  if (telling.verbose) note(error instanceof Error ? (error.stack ?? error.message) : String(error))
  return EXIT.fault
}

type Issue = { path: readonly PropertyKey[]; message: string }
type Shape<T> = {
  safeParse: (
    value: unknown,
  ) => { success: true; data: T } | { success: false; error: { issues: readonly Issue[] } }
}

/**
 * Reads the words of a command as a contract shapes them, folded like those of the API. `toldAs` gives, for a field of the
 * contract whose value was put together from an option of another name, that option.
 */
export function readWords<T>(
  shape: Shape<T>,
  words: unknown,
  toldAs: Readonly<Record<string, OptionName>> = {},
): T {
  const parsed = shape.safeParse(words)
  if (parsed.success) return parsed.data
  const fields = parsed.error.issues.map(({ path, message }) => {
    const named = toldAs[String(path[0])] ?? path.findLast((part) => typeof part === 'string')
    return { field: typeof named === 'string' ? named : 'words', message }
  })
  throw new Problem('bad-input', { fields })
}

function refusalLines(problem: Problem, telling: Telling, thrown: unknown): string[] {
  if (!(thrown instanceof NamedRefusal)) return [sentenceOf(problem, telling, undefined)]
  const near = thrown.near.length === 0 ? [] : [USAGE_SUGGESTION[telling.language](thrown.near.join(' · '))]
  return [sentenceOf(problem, telling, thrown.names), ...near]
}

function sentenceOf(
  problem: Problem,
  { language, options, inputs }: Telling,
  names: Names | undefined,
): string {
  if (!isBadInput(problem)) return problemSentence(language, problem, names)
  const lines = problem.params.fields.map(({ field, message }) => {
    const option = optionOfField(field.replace(/^(?:query|body|path)\./, ''), options)
    if (option) return `${longFlag(option)}: ${OPTION_TEXT[language][option]}`
    const input = inputOfField(field, inputs)
    return input ? `${input[0]}: ${input[1]}` : `${field}: ${message}`
  })
  return [FAULT_TEXT[language].usage, ...new Set(lines)].join('\n')
}

/** The word before the options that a field comes from: `jobId` from `<ID>`; the only one there is has any other name. */
function inputOfField(field: string, inputs: Telling['inputs']): Telling['inputs'][number] | undefined {
  const named = inputs.find(([flags]) =>
    field.toLowerCase().endsWith(flags.replaceAll(/[^A-Z]/g, '').toLowerCase()),
  )
  return named ?? (inputs.length === 1 && !field.includes('.') ? inputs[0] : undefined)
}

function isBadInput(problem: Problem): problem is Problem<'bad-input'> {
  return problem.code === 'bad-input'
}

const KIND_OF_CODE: Record<string, FaultKind> = {
  ECONNREFUSED: 'database',
  ECONNRESET: 'database',
  ENOTFOUND: 'database',
  ETIMEDOUT: 'database',
  '28P01': 'database',
  '28000': 'database',
  '3D000': 'database',
  '57P03': 'database',
  '08006': 'database',
  ENOSPC: 'disk',
  '53100': 'disk',
  ENOTDIR: 'folder',
  ENOENT: 'folder',
  EEXIST: 'folder',
  EACCES: 'permission',
  EPERM: 'permission',
  EROFS: 'permission',
}

function faultKindOf(error: unknown, folder: string): FaultKind {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const kind = KIND_OF_CODE[code] ?? 'unforeseen'
  // A database whose disk is full ends, and its clients hear of no more than that.
  return (kind === 'unforeseen' || kind === 'database') && isFull(folder) ? 'disk' : kind
}

const LEAST_FREE_BYTES = 20 * 1024 ** 2

function isFull(folder: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(existsSync(folder) ? folder : dirname(folder))
    return bavail * bsize < LEAST_FREE_BYTES
  } catch {
    return false
  }
}
