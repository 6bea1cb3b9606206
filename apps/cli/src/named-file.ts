import { accessSync, constants, statSync } from 'node:fs'
import path from 'node:path'
import { CliRefusal } from './cli-refusal.ts'

/** Refuses a file that is not there, is a folder or may not be read, before anything is opened for it. */
export function refuseUnreadable(file: string): void {
  try {
    accessSync(file, constants.R_OK)
    if (statSync(file).isFile()) return
  } catch (cause) {
    throw new CliRefusal('file.unreadable', file, { cause })
  }
  throw new CliRefusal('file.unreadable', file)
}

/** Refuses a file that could not be written, before the work for it begins. */
export function refuseUnwritable(file: string): void {
  try {
    accessSync(path.dirname(path.resolve(file)), constants.W_OK)
  } catch (cause) {
    throw new CliRefusal('file.not-writable', file, { cause })
  }
  if (statSync(file, { throwIfNoEntry: false })?.isDirectory())
    throw new CliRefusal('file.not-writable', file)
}

/** Refuses to write over the file that is read. */
export function refuseSame(out: string, input: string): void {
  const written = statSync(out, { throwIfNoEntry: false })
  const read = statSync(input)
  if (written && written.ino === read.ino && written.dev === read.dev)
    throw new CliRefusal('file.is-the-input', out)
}

/** The kind that the name of a file to be written ends with, once it is known that it can be written. */
export function kindOfFile<Kind extends string>(file: string, kinds: readonly Kind[]): Kind {
  const ending = path.extname(file).slice(1).toLowerCase()
  const kind = kinds.find((each) => each === ending)
  if (kind === undefined) throw new CliRefusal('file.kind-unknown', file)
  refuseUnwritable(file)
  return kind
}
