import path from 'node:path'
import type { Actor } from '@rasad/domain/access/scope'
import { localOperator, openRasad, type Rasad } from '@rasad/server/open-rasad'
import { Option, type Command } from 'commander'
import { CliRefusal } from './cli-refusal.ts'
import { COMMAND_TEXT } from './command-text.ts'
import { holdsDatabase, refuseHalfRestored } from './folder-state.ts'
import type { Environment } from './environment.ts'
import { EXAMPLES } from './examples.ts'
import { EXIT } from './exit-codes.ts'
import { reportFailure } from './failure.ts'
import { LANGUAGES, type Language } from './language.ts'
import { refusingByName } from './named-refusal.ts'
import { OPTION_TEXT } from './option-text.ts'
import { OPTION_FLAGS, REPEATED_OPTIONS, SHARED_OPTIONS, type OptionName } from './options.ts'
import { note, print } from './printing.ts'
import { openProgressBar, type ProgressBar } from './progress-bar.ts'
import { UsageFault } from './usage-fault.ts'
import type { Words } from './words.ts'

/** A command that commands are added to. */
export type Branch = { command: Command; language: Language; environment: Environment }

/** How a command is called. */
export type CommandShape = {
  name: string
  summary: string
  /** Positional words, `<FILE>` or `[STEP]`, each with its meaning. */
  inputs?: readonly (readonly [flags: string, text: string])[]
  required?: readonly OptionName[]
  optional?: readonly OptionName[]
  /** More for the help: examples, rules. */
  details?: string
  /** Whether the command may be the first on a data folder, and makes it. */
  beginsFolder?: true
}

/** What a command answers: the value for programs, the lines for people. */
export type Answer = { value: unknown; lines: () => readonly string[]; exitCode?: number }

/** What a command knows before anything is open. */
export type Setting = Environment & { language: Language; folder: string; json: boolean; now: number }

/** What a command works on: an open Rasad and who acts. */
export type Desk = Setting & { rasad: Rasad; actor: Actor; bar: ProgressBar }

/** Adds a command that works on an open Rasad, which is closed before the answer is printed. */
export function addDeskCommand(
  branch: Branch,
  shape: CommandShape,
  run: (desk: Desk, words: Words, inputs: readonly string[]) => Promise<Answer>,
): void {
  addCommand(branch, shape, async (setting, words, inputs) => {
    const text = COMMAND_TEXT[setting.language]
    const { folder, databaseUrl: url, databaseOwnerUrl: ownerUrl } = setting
    const bar = openProgressBar(setting.language)
    try {
      bar.show(text.opening)
      if (!url) refuseHalfRestored(folder)
      if (!url && !holdsDatabase(folder)) {
        if (shape.beginsFolder !== true) throw new CliRefusal('folder.empty', folder)
        note(`${text.making} ${folder}`)
      }
      const rasad = await openRasad({ folder, url, ownerUrl })
      try {
        bar.show(text.working)
        const actor = localOperator()
        const asker = { language: setting.language, actor, words }
        return await refusingByName(rasad, asker, () => run({ ...setting, rasad, actor, bar }, words, inputs))
      } finally {
        await rasad.close()
      }
    } finally {
      bar.end()
    }
  })
}

/** Adds a command; one that answers nothing has printed its own lines. */
export function addCommand(
  branch: Branch,
  shape: CommandShape,
  run: (setting: Setting, words: Words, inputs: readonly string[]) => Promise<Answer | undefined>,
): void {
  const { language, environment } = branch
  const command = branch.command.command(shape.name).description(shape.summary)
  const options = [...(shape.required ?? []), ...(shape.optional ?? []), ...SHARED_OPTIONS]
  for (const [flags, text] of shape.inputs ?? []) command.argument(flags, text)
  for (const name of options)
    command.addOption(optionOf(name, language, shape.required?.includes(name) ?? false))
  prepare(command, language)
  command.addHelpText('after', `\n${afterOptions(command, language, shape).join('\n\n')}`)
  command.action(async () => {
    const words = command.opts<Record<string, unknown>>()
    const folder = path.resolve(
      typeof words['data'] === 'string' ? words['data'] : (environment.folder ?? 'data'),
    )
    const json = words['json'] === true
    try {
      const answer = await run(
        { ...environment, language, folder, json, now: Date.now() },
        words,
        command.args,
      )
      if (!answer) return
      if (json) print(JSON.stringify(answer.value, null, 2))
      else for (const line of answer.lines()) print(line)
      process.exitCode = answer.exitCode ?? EXIT.done
    } catch (error) {
      const { inputs = [] } = shape
      const verbose = words['verbose'] === true
      process.exitCode = reportFailure(error, { language, json, verbose, options, folder, inputs })
    }
  })
}

function afterOptions(command: Command, language: Language, { name, details }: CommandShape): string[] {
  const text = COMMAND_TEXT[language]
  const [program, ...words] = pathOf(command).split(' ')
  const examples = (EXAMPLES[words.join(' ')] ?? []).map((example) => `  ${program} ${example}`)
  return [
    ...(details === undefined ? [] : [details]),
    [text.examples, ...examples].join('\n'),
    name === 'start' ? text.exitCodes : text.commonExitCodes,
  ]
}

/** Adds a command that only holds others. */
export function addGroup(branch: Branch, name: string, summary: string): Branch {
  const command = branch.command.command(name).description(summary)
  prepareGroup(command, branch.language)
  return { ...branch, command }
}

/** Gives a command that holds others its help and its own way to fail. */
export function prepareGroup(command: Command, language: Language): void {
  command
    .addOption(optionOf('lang', language, false))
    .helpCommand('help [COMMAND]', COMMAND_TEXT[language].helpCommand)
  prepare(command, language)
}

function prepare(command: Command, language: Language): void {
  command.helpOption('-h, --help', COMMAND_TEXT[language].help)
  command.exitOverride((error) => {
    throw new UsageFault(pathOf(command), error)
  })
}

function optionOf(name: OptionName, language: Language, required: boolean): Option {
  const text = OPTION_TEXT[language][name]
  const option = new Option(
    OPTION_FLAGS[name],
    required ? `${text} (${COMMAND_TEXT[language].required})` : text,
  )
  if (name === 'lang') option.choices(LANGUAGES)
  if (REPEATED_OPTIONS.includes(name))
    option.argParser<string[] | undefined>((word, before) => [...(before ?? []), word])
  return option.makeOptionMandatory(required)
}

function pathOf(command: Command): string {
  return command.parent ? `${pathOf(command.parent)} ${command.name()}` : command.name()
}
