import type { ScheduledTask, TASK_FAULTS } from '@rasad/contracts/system'
import type { Language } from '../../shared/language.ts'

const fa = {
  title: 'کارهای خودکار',
  caption: 'آنچه سامانه خود انجام می‌دهد',
  task: 'کار',
  state: 'وضعیت',
  lastRun: 'آخرین بار',
  nextRun: 'نوبت بعد',
  act: 'اقدام',
  done: 'انجام شد',
  never: 'هنوز انجام نشده است',
  failed: 'ناموفق',
  gaveUp: 'ناموفق؛ دیگر خودکار تکرار نمی‌شود',
  retry: 'ناموفق؛ تکرار خودکار:',
  running: 'در جریان از',
  queued: 'در نوبت انجام',
  settling: 'پیوسته در جریان',
  settlingStopped: 'متوقف است',
  settlingStoppedWhy:
    'رقم‌ها همچنان درست‌اند، اما گزارش‌ها کندتر می‌شوند. سرور را دوباره راه بیندازید: rasad start',
  always: 'پیوسته',
  notScheduled: 'نوبتی تعیین نشده است',
  took: 'مدت',
  seconds: 'ثانیه',
  minutes: 'دقیقه',
  runNow: 'اکنون اجرا شود',
  tryAgain: 'تلاش دوباره',
  asked: 'در نوبت اجرا قرار گرفت.',
  mayNotRun: 'این کار را راهبر سامانه اجرا می‌کند.',
  isRunning: 'هم‌اکنون در جریان است؛ تا پایان آن بمانید.',
}

/** The words of the work that the system does by itself. */
export const TASKS_TEXT: Record<Language, Record<keyof typeof fa, string>> = {
  fa,
  en: {
    title: 'Tasks',
    caption: 'What the system does by itself',
    task: 'Task',
    state: 'State',
    lastRun: 'Last time',
    nextRun: 'Next',
    act: 'Act',
    done: 'Done',
    never: 'Not yet',
    failed: 'Failed',
    gaveUp: 'Failed, and not tried again by itself',
    retry: 'Failed; tried again:',
    running: 'Running since',
    queued: 'Waiting for its turn',
    settling: 'At work',
    settlingStopped: 'Stopped',
    settlingStoppedWhy:
      'Figures are right all the same, but reports grow slower. Start the server again: rasad start',
    always: 'All the time',
    notScheduled: 'Not scheduled',
    took: 'took',
    seconds: 'seconds',
    minutes: 'minutes',
    runNow: 'Run now',
    tryAgain: 'Try again',
    asked: 'It is waiting for its turn.',
    mayNotRun: 'The operator of the system runs this.',
    isRunning: 'It is under way; wait for its end.',
  },
}

const names = {
  settle: 'دسته کردن سندهای دفتر',
  backup: 'پشتیبان‌گیری',
  check: 'وارسی دفتر',
  drill: 'تمرین بازگردانی',
  'import-run': 'ورود فهرست‌ها',
  'import-runs-clear': 'برداشتن بررسی‌های قدیمی فهرست‌ها',
} satisfies Record<ScheduledTask | 'settle' | 'import-run' | 'import-runs-clear', string>

/** The tasks by name; one of a later version stands under its own. */
export const TASK_NAME_TEXT: Record<Language, Readonly<Record<string, string>>> = {
  fa: names,
  en: {
    settle: 'Settling the ledger',
    backup: 'Backup',
    check: 'Ledger check',
    drill: 'Restore drill',
    'import-run': 'Imports of lists',
    'import-runs-clear': 'Clearing old dry runs',
  } satisfies Record<keyof typeof names, string>,
}

type Fault =
  | (typeof TASK_FAULTS)[number]
  | 'backup.running'
  | 'backup.none'
  | 'backup.damaged'
  | 'drill.running'

/** Why a task failed, and what to do about it. */
export const TASK_FAULT_TEXT: Record<Language, Record<Fault, string>> = {
  fa: {
    'disk-full': 'دیسک سرور پر است. جا باز کنید، مثلاً با برداشتن پشتیبان‌های قدیمی، و دوباره تلاش کنید.',
    'no-access': 'سرور اجازهٔ نوشتن در پوشهٔ داده یا پایگاه داده را ندارد. مالکیت و اجازهٔ پوشه‌ها را درست کنید.',
    'database-gone':
      'ارتباط با پایگاه داده قطع شد. اگر باز پیش آمد روشن بودن آن و گزارش server.log را ببینید.',
    unforeseen: 'علت آن شناخته نیست. گزارش سرور (رویداد schedule) را ببینید و دوباره تلاش کنید.',
    'backup.running': 'پشتیبان‌گیری دیگری در جریان بود. پس از پایان آن دوباره تلاش کنید.',
    'backup.none': 'پشتیبانی نیست که بازگردانده شود. نخست پشتیبان بگیرید.',
    'backup.damaged': 'پشتیبان آسیب دیده است. همین حالا پشتیبان تازه‌ای بگیرید و دیسک را بررسی کنید.',
    'drill.running': 'تمرین دیگری در جریان بود. پس از پایان آن دوباره تلاش کنید.',
  },
  en: {
    'disk-full': 'The disk of the server is full. Make room, by removing old backups for one, and try again.',
    'no-access':
      'The server may not write to its data folder or database. Correct owner and rights of the folders.',
    'database-gone':
      'The connection to the database broke. If it does so again, see that it runs, and its server.log.',
    unforeseen: 'The cause is not known. Look into the log of the server (event schedule) and try again.',
    'backup.running': 'Another backup was being made. Try again after its end.',
    'backup.none': 'There is no backup to restore. Make one first.',
    'backup.damaged': 'The backup is damaged. Make a new one now, and examine the disk.',
    'drill.running': 'Another drill was being run. Try again after its end.',
  },
}
