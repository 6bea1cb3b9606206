import { EXIT } from './exit-codes.ts'

/** Prints a line of the answer. */
export function print(line: string): void {
  console.log(line)
}

/** Prints a line beside the answer: a refusal, a note, a wait. */
export function note(line: string): void {
  console.error(line)
}

/** Leaves quietly when whoever reads the output has stopped reading, and with `onFull` when the disk takes no more of it. */
export function endWithTheReader(onFull: () => void): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit(0)
      if (error.code !== 'ENOSPC' || stream === process.stderr) throw error
      onFull()
      process.exit(EXIT.fault)
    })
  }
}
