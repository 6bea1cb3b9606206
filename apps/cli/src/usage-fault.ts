import type { CommanderError } from 'commander'
import { USAGE_HINT, USAGE_SUGGESTION, USAGE_TEXT } from './command-text.ts'
import type { Language } from './language.ts'

/** Words that make no command, or a wish for help; `path` is the command they were said to. */
export class UsageFault extends Error {
  override readonly name = 'UsageFault'
  readonly path: string
  readonly error: CommanderError

  constructor(path: string, error: CommanderError) {
    super(error.code, { cause: error })
    this.path = path
    this.error = error
  }

  /** Help that was asked for is no fault. */
  get isAnswer(): boolean {
    return this.error.exitCode === 0
  }

  lines(language: Language): string[] {
    const { code, message } = this.error
    const sentence = USAGE_TEXT[language][code]
    if (!sentence) return []
    const [, word = ''] = /'([^']+)'/.exec(message) ?? []
    const [, suggestion] = /\(Did you mean (.+)\?\)/.exec(message) ?? []
    const hint =
      suggestion === undefined ? USAGE_HINT[language](this.path) : USAGE_SUGGESTION[language](suggestion)
    return [sentence(word), hint]
  }
}
