import { expect, test } from 'vitest'
import { chooseLanguage } from './language.ts'

test.each([
  { args: ['--lang', 'en'], language: 'fa', locale: 'fa_IR.UTF-8', chosen: 'en' },
  { args: ['--lang=fa'], language: 'en', locale: 'en_US', chosen: 'fa' },
  { args: ['--lang', 'de'], language: 'en', locale: undefined, chosen: 'en' },
  { args: ['--lang'], language: undefined, locale: undefined, chosen: 'fa' },
  { args: [], language: 'en', locale: 'fa_IR', chosen: 'en' },
  { args: [], language: undefined, locale: 'en_GB.UTF-8', chosen: 'en' },
  { args: [], language: undefined, locale: 'C.UTF-8', chosen: 'fa' },
  { args: [], language: undefined, locale: undefined, chosen: 'fa' },
])(
  '$args with RASAD_LANG $language on a terminal in $locale speaks $chosen',
  ({ args, language, locale, chosen }) => {
    expect(chooseLanguage(args, { language, locale })).toBe(chosen)
  },
)
