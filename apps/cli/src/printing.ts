/** Prints a line of the answer. */
export function print(line: string): void {
  console.log(line)
}

/** Prints a line beside the answer: a refusal, a note, a wait. */
export function note(line: string): void {
  console.error(line)
}

/** Leaves quietly when whoever reads the output has stopped reading. */
export function endWithTheReader(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error
      process.exit(0)
    })
  }
}
