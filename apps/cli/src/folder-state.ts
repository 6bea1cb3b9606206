import { existsSync } from 'node:fs'
import path from 'node:path'
import { CliRefusal } from './cli-refusal.ts'

/** Whether the embedded database lies in a data folder already. */
export function holdsDatabase(folder: string): boolean {
  return existsSync(path.join(folder, 'postgres'))
}

/** Refuses a folder that a broken-off restore has left; only the restore itself goes on there. */
export function refuseHalfRestored(folder: string): void {
  if (existsSync(path.join(folder, 'restoring'))) throw new CliRefusal('folder.half-restored', folder)
}
