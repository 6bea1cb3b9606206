import type { ImportRun } from '@rasad/contracts/imports'
import { useText } from '../../shared/language.ts'
import { useMe } from '../../shared/session.ts'
import { NEW_IMPORT_TEXT } from './new-import-text.ts'

/** Why a list that was checked cannot be mended or entered by whoever looks at it; undefined where it can. */
export function useMendRefusal(run: ImportRun): string | undefined {
  const text = useText(NEW_IMPORT_TEXT)
  const isAllowed = useMe().may('import.run')
  if (!isAllowed) return text.enterDenied
  if (run.importingRunId !== null) return text.isEntering
  if (run.checkingRunId !== null) return text.isChecking
  return run.keptUntil === null ? text.notKept : undefined
}
