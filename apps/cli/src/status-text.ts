import type { Language } from './language.ts'

const fa = {
  status:
    'وضعیت سامانه: نسخه، پایگاه داده، کارهای صف و آخرین پشتیبان، تمرین و وارسی؛ اگر کاری ناموفق باشد کد پایان ۱ است',
  version: 'نسخهٔ رصد',
  database: 'پایگاه داده',
  unsettled: 'سند بیرون از دسته',
  backup: 'آخرین پشتیبان',
  drill: 'آخرین تمرین بازگردانی',
  check: 'آخرین وارسی دفتر',
  agrees: 'همه‌چیز می‌خواند',
  differ: 'ناهمخوان',
  never: 'هنوز نشده است',
  none: '–',
  task: 'کار',
  state: 'وضعیت',
  lastRun: 'آخرین بار',
  nextRun: 'نوبت بعد',
  running: 'در جریان',
  waiting: 'در نوبت',
  retried: 'ناموفق؛ تکرار:',
  failed: 'ناموفق',
  idle: 'آماده',
}

/** The words of `rasad status`. */
export const STATUS_TEXT: Record<Language, Record<keyof typeof fa, string>> = {
  fa,
  en: {
    status:
      'How the system stands: version, database, the queue, and the last backup, drill and check; the exit code is 1 when a task failed',
    version: 'Version of Rasad',
    database: 'Database',
    unsettled: 'Postings outside a batch',
    backup: 'Last backup',
    drill: 'Last drill',
    check: 'Last ledger check',
    agrees: 'everything agrees',
    differ: 'differ',
    never: 'not yet',
    none: '–',
    task: 'Task',
    state: 'State',
    lastRun: 'Last time',
    nextRun: 'Next',
    running: 'running',
    waiting: 'waiting',
    retried: 'failed; tried again',
    failed: 'failed',
    idle: 'idle',
  },
}

/** The tasks by name; another one stands under its own. */
export const TASK_TEXT: Record<Language, Readonly<Record<string, string>>> = {
  fa: {
    settle: 'دسته کردن سندهای دفتر',
    backup: 'پشتیبان‌گیری',
    check: 'وارسی دفتر',
    drill: 'تمرین بازگردانی',
    'import-run': 'ورود فهرست‌ها',
    'import-runs-clear': 'برداشتن بررسی‌های قدیمی فهرست‌ها',
  },
  en: {
    settle: 'settling',
    backup: 'backup',
    check: 'ledger check',
    drill: 'drill',
    'import-run': 'imports',
    'import-runs-clear': 'clearing dry runs',
  },
}
