#!/usr/bin/env node
import { readEnvironment } from './environment.ts'
import { EXIT } from './exit-codes.ts'
import { FAULT_TEXT } from './failure-text.ts'
import { chooseLanguage } from './language.ts'
import { endWithTheReader, note } from './printing.ts'
import { buildProgram } from './program.ts'
import { UsageFault } from './usage-fault.ts'

const args = process.argv.slice(2)
const environment = readEnvironment()
const language = chooseLanguage(args, environment)
endWithTheReader(() => note(FAULT_TEXT[language].disk))
try {
  await buildProgram(language, environment).parseAsync(args, { from: 'user' })
} catch (error) {
  if (!(error instanceof UsageFault)) throw error
  for (const line of error.lines(language)) note(line)
  process.exitCode = error.isAnswer ? EXIT.done : EXIT.usage
}
