import path from 'node:path'
import { BackupWords, DrillWords, type Drill } from '@rasad/contracts/system'
import { localOperator } from '@rasad/server/open-rasad'
import { settleAll } from '@rasad/server/modules/ledger/ledger.commands'
import { makeBackup } from '@rasad/server/modules/system/backup.commands'
import { runDrill } from '@rasad/server/modules/system/drill.commands'
import { restoreBackup } from '@rasad/server/modules/system/restore.commands'
import { findLastDrill } from '@rasad/server/modules/system/system.queries'
import { readSnapshot } from '@rasad/server/platform/db'
import { addCommand, addDeskCommand, type Answer, type Branch } from './command.ts'
import { EXIT } from './exit-codes.ts'
import { readWords } from './failure.ts'
import type { Language } from './language.ts'
import { backupLines, drillLines, restoredLines } from './operation-printing.ts'
import { OPERATION_TEXT } from './operation-text.ts'
import { openProgressBar } from './progress-bar.ts'

/** `rasad backup`, `restore` and `drill`. */
export function addOperationCommands(branch: Branch): void {
  const { language } = branch
  const text = OPERATION_TEXT[language]
  const backup = { name: 'backup', summary: text.backup, optional: ['backupTo', 'keep'] } as const
  addDeskCommand(branch, backup, async ({ rasad, actor, now, bar }, words) => {
    const { to, keep } = readWords(BackupWords, words)
    const order = { to: to === undefined ? undefined : path.resolve(to), keep }
    // A drill compares the figures of the last batch: what stands outside of one would not be among them.
    await settleAll(rasad.database)
    const onProgress = ({ phase, progress }: { phase: 'tables' | 'files'; progress: number }) =>
      bar.show(text[phase], progress)
    const value = await makeBackup(rasad, order, { actor, now, onProgress })
    const exitCode = value.damagedFiles.length === 0 ? EXIT.done : EXIT.refused
    return { value, lines: () => backupLines(language, value), exitCode }
  })

  const restore = {
    name: 'restore',
    summary: text.restore,
    inputs: [['<BACKUP>', text.restoreInput]],
    details: text.restoreDetails,
  } as const
  addCommand(
    branch,
    restore,
    async ({ folder, databaseUrl: url, databaseOwnerUrl: ownerUrl }, _words, [from = '']) => {
      const bar = openProgressBar(language)
      try {
        const value = await restoreBackup(
          { backup: path.resolve(from), folder, url, ownerUrl },
          { actor: localOperator(), onProgress: ({ phase, progress }) => bar.show(text[phase], progress) },
        )
        const exitCode = value.check.wrong === 0 ? EXIT.done : EXIT.refused
        return { value, lines: () => restoredLines(language, value), exitCode }
      } finally {
        bar.end()
      }
    },
  )

  const drill = { name: 'drill', summary: text.drill, optional: ['backup', 'last'] } as const
  addDeskCommand(branch, drill, async ({ rasad, actor, now, bar }, words) => {
    const { backup: named, last } = readWords(DrillWords, words)
    if (last) return drillAnswer(language, await readSnapshot(rasad.database, findLastDrill))
    const order = { backup: named === undefined ? undefined : path.resolve(named) }
    const found = await runDrill(rasad, order, {
      actor,
      now,
      onProgress: ({ phase, progress }) => bar.show(text[phase], progress),
    })
    return drillAnswer(language, found)
  })
}

function drillAnswer(language: Language, drill: Drill | null): Answer {
  if (!drill) return { value: null, lines: () => [OPERATION_TEXT[language].none] }
  const exitCode = drill.wrong === 0 ? EXIT.done : EXIT.refused
  return { value: drill, lines: () => drillLines(language, drill), exitCode }
}
