import {
  CONFLICT_REASONS,
  CORRECTIONS,
  DUPLICATE_REASONS,
  REJECTION_REASONS,
  ROW_WARNINGS,
  VERDICTS,
} from '@rasad/domain/imports/verdict'
import { COLUMNS } from '@rasad/domain/imports/columns'
import { PROBLEMS } from '@rasad/contracts/problem-catalogue'
import { expect, test } from 'vitest'
import { readProjectFile } from './project-files.ts'
import { PROJECT_ROOT } from './run-tool.ts'

const LIST_CODES = [
  ...VERDICTS,
  ...REJECTION_REASONS,
  ...DUPLICATE_REASONS,
  ...CONFLICT_REASONS,
  ...CORRECTIONS,
  ...ROW_WARNINGS,
  ...COLUMNS,
]

test.each(['docs/importing.md', 'docs/importing.fa.md'])(
  '%s says what every code of a list means',
  (page) => {
    expect(missingFrom(page, LIST_CODES)).toEqual([])
  },
)

test('docs/api.md names every refusal of the API', () => {
  expect(missingFrom('docs/api.md', Object.keys(PROBLEMS))).toEqual([])
})

test.each(['docs/importing.md', 'docs/importing.fa.md'])(
  '%s names no code that a list cannot get',
  (page) => {
    const known = new Set<string>(LIST_CODES)
    const codes = codesIn(page).filter((code) => /^[a-z-]+\.[a-z-]+$/.test(code) && !/\.(md|fa)$/.test(code))

    expect(codes.length).toBeGreaterThan(0)
    expect(codes.filter((code) => !known.has(code))).toEqual([])
  },
)

function missingFrom(page: string, codes: readonly string[]): string[] {
  const named = new Set(codesIn(page))
  return codes.filter((code) => !named.has(code))
}

function codesIn(page: string): string[] {
  return [...readProjectFile(PROJECT_ROOT, page).matchAll(/`([^`\n]+)`/g)].map((match) => match[1] ?? '')
}
