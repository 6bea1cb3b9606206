import { readEnvironment } from './environment.ts'
import { EXIT } from './exit-codes.ts'
import { FAULT_TEXT } from './failure-text.ts'
import { chooseLanguage } from './language.ts'
import { endWithTheReader, note, print } from './printing.ts'
import { buildProgram } from './program.ts'
import { UsageFault } from './usage-fault.ts'

/** Does what the words after `rasad` say, and leaves the exit code to the process. */
export async function runCommand(words: readonly string[]): Promise<void> {
  const environment = readEnvironment()
  const language = chooseLanguage(words, environment)
  endWithTheReader(() => note(FAULT_TEXT[language].disk))
  try {
    await buildProgram(language, environment).parseAsync(words, { from: 'user' })
  } catch (error) {
    if (!(error instanceof UsageFault)) throw error
    const lines = error.lines(language)
    if (!error.isAnswer && words.includes('--json'))
      print(JSON.stringify({ code: 'usage', detail: lines.join(' ') }, null, 2))
    else for (const line of lines) note(line)
    process.exitCode = error.isAnswer ? EXIT.done : EXIT.usage
  }
}
