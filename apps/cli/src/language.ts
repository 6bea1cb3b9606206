import { LANGUAGES, type Language } from '@rasad/domain/imports/verdict-text'
import type { Environment } from './environment.ts'

export { LANGUAGES, type Language }

/** The language of the output: `--lang`, else the environment's wish, else English on an English terminal, else Persian. */
export function chooseLanguage(
  args: readonly string[],
  { language, locale }: Pick<Environment, 'language' | 'locale'>,
): Language {
  const asked = args.flatMap((arg, index) => {
    if (arg === '--lang') return [args[index + 1]]
    return arg.startsWith('--lang=') ? [arg.slice('--lang='.length)] : []
  })
  const named = [...asked, language].flatMap((name) => LANGUAGES.filter((known) => known === name))
  if (named[0]) return named[0]
  return locale?.toLowerCase().startsWith('en') ? 'en' : 'fa'
}
