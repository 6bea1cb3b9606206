import { checkDecisionCitations, checkDecisionRecords } from './house-rules/decision-records.ts'
import { checkDocumentPaths } from './house-rules/document-paths.ts'
import { checkExactVersions } from './house-rules/exact-versions.ts'
import { checkFileNames } from './house-rules/file-names.ts'
import { checkGlossary } from './house-rules/glossary.ts'
import { checkLockFile } from './house-rules/lock-file.ts'
import { checkLogicalDirections } from './house-rules/logical-directions.ts'
import { checkMachinePaths } from './house-rules/machine-paths.ts'
import { checkNoCatch } from './house-rules/no-catch.ts'
import type { Step } from './finding.ts'
import { checkMigrations } from './migration-checksums.ts'

/** The rules of the house that no bought tool checks. */
export function houseRules(root: string): Step[] {
  return [
    { name: 'rule: nobody catches', run: () => checkNoCatch(root) },
    { name: 'rule: names say something', run: () => checkFileNames(root) },
    { name: 'rule: documents are true', run: () => checkDocumentPaths(root) },
    { name: 'rule: decisions have a form', run: () => checkDecisionRecords(root) },
    { name: 'rule: decisions exist', run: () => checkDecisionCitations(root) },
    { name: 'rule: migrations stand', run: () => checkMigrations(root) },
    { name: 'rule: one word per term', run: () => checkGlossary(root) },
    { name: 'rule: versions are exact', run: () => checkExactVersions(root) },
    { name: 'rule: the lock is whole', run: () => checkLockFile(root) },
    { name: 'rule: start and end', run: () => checkLogicalDirections(root) },
    { name: 'rule: no machine is named', run: () => checkMachinePaths(root) },
  ]
}
