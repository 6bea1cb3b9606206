import { EXIT } from './exit-codes.ts'
import type { Language } from './language.ts'

type Sentence = (word: string) => string

/** What the command itself refuses, before or beside the rules of the server. */
export type CliRefusalCode =
  | 'file.unreadable'
  | 'file.not-writable'
  | 'file.is-the-input'
  | 'file.kind-unknown'
  | 'folder.empty'
  | 'folder.half-restored'
  | 'service.running'
  | 'service.port-taken'
  | 'service.not-stopping'
  | 'service.nobody-may-enter'
  | 'service.unencrypted'

const EXIT_CODES: Record<CliRefusalCode, number> = {
  'file.unreadable': EXIT.refused,
  'file.not-writable': EXIT.refused,
  'file.is-the-input': EXIT.usage,
  'file.kind-unknown': EXIT.usage,
  'folder.empty': EXIT.refused,
  'folder.half-restored': EXIT.refused,
  'service.running': EXIT.running,
  'service.port-taken': EXIT.portTaken,
  'service.not-stopping': EXIT.fault,
  'service.nobody-may-enter': EXIT.refused,
  'service.unencrypted': EXIT.refused,
}

const SENTENCES: Record<Language, Record<CliRefusalCode, Sentence>> = {
  fa: {
    'file.unreadable': (file) => `فایل ${file} پیدا یا خوانده نشد. نام و مسیر آن را بررسی کنید.`,
    'file.not-writable': (file) =>
      `در ${file} نمی‌توان نوشت. پوشه و دسترسی آن را بررسی کنید، و اگر فایل باز است آن را ببندید.`,
    'file.is-the-input': (file) => `${file} خود فهرستی است که خوانده می‌شود؛ برای ایرادها نام دیگری بدهید.`,
    'file.kind-unknown': (file) => `از نام ${file} نوع فایل پیدا نیست؛ پسوندی بدهید که این فرمان می‌نویسد.`,
    'folder.empty': (folder) =>
      `در پوشهٔ ${folder} رصدی نیست. --data و RASAD_DATA را بررسی کنید؛ پوشهٔ تازه را rasad init می‌سازد.`,
    'folder.half-restored': (folder) =>
      `بازگرداندن پشتیبان در ${folder} نیمه‌کاره مانده است. همان را دوباره اجرا کنید: rasad restore`,
    'service.running': (url) => `رصد از پیش در حال اجراست: ${url}`,
    'service.port-taken': (port) =>
      `درگاه ${port} در دست برنامه دیگری است. درگاه دیگری بدهید، مانند: rasad start --port ${Number(port) + 1}`,
    'service.not-stopping': (pid) => `رصد (فرایند ${pid}) هنوز در حال پایان‌دادن است.`,
    'service.nobody-may-enter': (host) =>
      `پیش از گشودن ${host} به روی دیگران دست‌کم یک کاربر لازم است: rasad init --operator نام`,
    'service.unencrypted': (host) =>
      `روی ${host} گذرواژه‌ها رمزنشده می‌گذرند. نشانی https را در RASAD_URL بگویید (با یک پروکسی)، یا اگر شبکه از آن خودتان است RASAD_PLAIN_HTTP=allowed.`,
  },
  en: {
    'file.unreadable': (file) => `The file ${file} was not found or cannot be read. Check its name and path.`,
    'file.not-writable': (file) =>
      `${file} cannot be written. Check the folder and its permissions, and close the file if it is open.`,
    'file.is-the-input': (file) => `${file} is the list that is read itself; give the errors another name.`,
    'file.kind-unknown': (file) =>
      `The name ${file} does not say which kind of file; end it with one that this command writes.`,
    'folder.empty': (folder) =>
      `There is no Rasad in the folder ${folder}. Check --data and RASAD_DATA; rasad init makes a new one.`,
    'folder.half-restored': (folder) =>
      `A restore into ${folder} was broken off. Run it again: rasad restore`,
    'service.running': (url) => `Rasad is already running: ${url}`,
    'service.port-taken': (port) =>
      `Port ${port} is taken by another program. Name another, such as: rasad start --port ${Number(port) + 1}`,
    'service.not-stopping': (pid) => `Rasad (process ${pid}) has not finished stopping yet.`,
    'service.nobody-may-enter': (host) =>
      `Before others reach ${host} there must be a user: rasad init --operator NAME`,
    'service.unencrypted': (host) =>
      `On ${host} passwords would cross the network unencrypted. Say the https address in RASAD_URL (behind a proxy), or, where the network is yours alone, RASAD_PLAIN_HTTP=allowed.`,
  },
}

/** A refusal of the command line, with the one word that completes its sentence. */
export class CliRefusal extends Error {
  override readonly name = 'CliRefusal'
  readonly code: CliRefusalCode
  readonly word: string

  constructor(code: CliRefusalCode, word: string, options?: ErrorOptions) {
    super(code, options)
    this.code = code
    this.word = word
  }

  get exitCode(): number {
    return EXIT_CODES[this.code]
  }

  sentence(language: Language): string {
    return SENTENCES[language][this.code](this.word)
  }
}
