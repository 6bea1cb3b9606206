import { localOperator, openRasad } from '../src/app.ts'
import { makeBackup } from '../src/modules/system/backup.commands.ts'

// A process of its own that makes a backup: `backup-child.ts DATA TO [PHASE]`. It stands still in the middle of PHASE.
const [, , folder = '', to = '', phase] = process.argv
const rasad = await openRasad({ folder })
try {
  await makeBackup(
    rasad,
    { to },
    {
      actor: localOperator(),
      now: Date.now(),
      onProgress: (told) => {
        if (told.phase !== phase || told.progress < 0.5) return
        process.stdout.write('halfway\n')
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
      },
    },
  )
} catch (error) {
  process.stdout.write(
    `refused ${error instanceof Error && 'code' in error ? String(error.code) : String(error)}\n`,
  )
  process.exitCode = 1
} finally {
  await rasad.close()
}
