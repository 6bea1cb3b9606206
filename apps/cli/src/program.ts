import { Command } from 'commander'
import { prepareGroup, type Branch } from './command.ts'
import { COMMAND_TEXT } from './command-text.ts'
import { addCommitmentCommands } from './commitment-command.ts'
import { addConflictsCommands } from './conflicts-command.ts'
import type { Environment } from './environment.ts'
import { addDemoCommand } from './demo-command.ts'
import { addExplainCommands } from './explain-command.ts'
import { addFiguresCommand } from './figures-command.ts'
import { addImportCommands } from './import-command.ts'
import { addInitCommands } from './init-command.ts'
import { addJobsCommands } from './jobs-command.ts'
import type { Language } from './language.ts'
import { addLedgerCommands } from './ledger-command.ts'
import { addOperationCommands } from './operation-command.ts'
import { addPeriodCommands } from './period-command.ts'
import { addRemarkCommands } from './remark-command.ts'
import { addServiceCommands } from './start-command.ts'
import { addStatusCommand } from './status-command.ts'
import { addTokenCommands } from './token-command.ts'
import { addUserCommands } from './user-command.ts'
import { displayWidth } from './table-printing.ts'

/** The whole of `rasad`, in one language. */
export function buildProgram(language: Language, environment: Environment): Command {
  const text = COMMAND_TEXT[language]
  const titles: Readonly<Record<string, string>> = {
    'Usage:': text.usage,
    'Options:': text.options,
    'Arguments:': text.arguments,
    'Commands:': text.commands,
  }
  const program = new Command('rasad')
    .description(text.program)
    .enablePositionalOptions()
    .configureOutput({ outputError: () => {} })
    .configureHelp({
      styleTitle: (title) => titles[title] ?? title,
      displayWidth,
      optionDescription: ({ description }) => description,
    })
    .addHelpText('after', `\n${text.exitCodes}`)
  const branch: Branch = { command: program, language, environment }
  prepareGroup(program, language)
  addServiceCommands(branch)
  addInitCommands(branch)
  addDemoCommand(branch)
  addUserCommands(branch)
  addTokenCommands(branch)
  addPeriodCommands(branch)
  addCommitmentCommands(branch)
  addImportCommands(branch)
  addJobsCommands(branch)
  addConflictsCommands(branch)
  addFiguresCommand(branch)
  addRemarkCommands(branch)
  addExplainCommands(branch)
  addLedgerCommands(branch)
  addOperationCommands(branch)
  addStatusCommand(branch)
  return program
}
