import type { Language } from './language.ts'

const fa = {
  program: 'رصد: تعهد اشتغال استان، از وعده تا رقم اثبات‌شدنی',
  usage: 'کاربرد:',
  options: 'گزینه‌ها:',
  arguments: 'ورودی‌ها:',
  commands: 'فرمان‌ها:',
  help: 'همین راهنما',
  helpCommand: 'راهنمای یک فرمان',
  exitCodes:
    'کدهای پایان: ۰ انجام شد · ۱ پذیرفته نشد · ۲ کاربرد نادرست · ۳ از پیش در حال اجراست · ۴ درگاه گرفته است · ۵ خطای پیش‌بینی‌نشده',
  commonExitCodes: 'کدهای پایان: ۰ انجام شد · ۱ پذیرفته نشد · ۲ کاربرد نادرست · ۵ خطای پیش‌بینی‌نشده',
  examples: 'نمونه:',
  required: 'الزامی',
  making: 'پوشهٔ داده تازه ساخته می‌شود:',
  opening: 'باز کردن پایگاه داده',
  working: 'در حال انجام',
}

/** The words of the command that belong to no subject. */
export const COMMAND_TEXT: Record<Language, Record<keyof typeof fa, string>> = {
  fa,
  en: {
    program: "Rasad: a province's employment commitment, from the promise to a figure that can be proved",
    usage: 'Usage:',
    options: 'Options:',
    arguments: 'Arguments:',
    commands: 'Commands:',
    help: 'this help',
    helpCommand: 'help for a command',
    exitCodes:
      'Exit codes: 0 done · 1 refused · 2 wrong usage · 3 already running · 4 port taken · 5 unforeseen fault',
    commonExitCodes: 'Exit codes: 0 done · 1 refused · 2 wrong usage · 5 unforeseen fault',
    examples: 'Example:',
    required: 'required',
    making: 'Making a new data folder:',
    opening: 'Opening the database',
    working: 'Working',
  },
}

/** What is wrong with the words of a command, by commander's own code. */
export const USAGE_TEXT: Record<Language, Record<string, (word: string) => string>> = {
  fa: {
    'commander.unknownOption': (word) => `گزینه ${word} شناخته نیست.`,
    'commander.unknownCommand': (word) => `فرمان ${word} شناخته نیست.`,
    'commander.missingArgument': (word) => `ورودی ${word} داده نشده است.`,
    'commander.missingMandatoryOptionValue': (word) => `گزینه ${word} لازم است.`,
    'commander.optionMissingArgument': (word) => `گزینه ${word} مقدار می‌خواهد.`,
    'commander.invalidArgument': (word) => `مقدار گزینه ${word} پذیرفته نیست.`,
    'commander.excessArguments': () => 'ورودی‌ها بیش از اندازه است.',
  },
  en: {
    'commander.unknownOption': (word) => `The option ${word} is not known.`,
    'commander.unknownCommand': (word) => `The command ${word} is not known.`,
    'commander.missingArgument': (word) => `The argument ${word} is missing.`,
    'commander.missingMandatoryOptionValue': (word) => `The option ${word} is needed.`,
    'commander.optionMissingArgument': (word) => `The option ${word} needs a value.`,
    'commander.invalidArgument': (word) => `The value of ${word} is not accepted.`,
    'commander.excessArguments': () => 'There are too many arguments.',
  },
}

/** Where to look when the words of a command were wrong. */
export const USAGE_HINT: Record<Language, (path: string) => string> = {
  fa: (path) => `راهنما: ${path} --help`,
  en: (path) => `Help: ${path} --help`,
}

/** What was perhaps meant. */
export const USAGE_SUGGESTION: Record<Language, (word: string) => string> = {
  fa: (word) => `شاید منظور این است: ${word}`,
  en: (word) => `Perhaps this is meant: ${word}`,
}
