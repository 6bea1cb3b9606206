import type { Language } from '../../shared/language.ts'
import type { Queue } from './queue-query.ts'

const fa = {
  list: 'آنچه در صف است',
  waiting: 'مانده',
  decided: 'تصمیم در این نشست',
  unsent: 'در راه سرور',
  shortcuts: 'کلیدها',
  shortcutsAbout: 'کلیدها تا وقتی کار می‌کنند که این صف در دست باشد؛ با صفحه‌کلید فارسی هم همین جای کلیدهاست.',
  next: 'بعدی',
  previous: 'قبلی',
  open: 'باز کردن صفحهٔ شغل',
  takeBack: 'پس گرفتن تصمیم آخر',
  help: 'این راهنما',
  takenBack: 'پس گرفته شد:',
  nothingToTakeBack: 'تصمیمی نیست که بتوان پس گرفت؛ آنچه ثبت شده از صفحهٔ همان شغل دنبال می‌شود.',
  canTakeBack: 'تا چند ثانیه با این کلید پس گرفتنی است:',
  recorded: 'ثبت شد',
  later: 'از این پس می‌شود:',
  waitsForConnection: 'تصمیم‌ها نگه داشته شده و با برگشتن اتصال فرستاده می‌شود.',
  refused: 'تصمیم پذیرفته نشد',
  seen: 'دیدم',
  chooseAgency: 'همهٔ دستگاه‌ها',
  chooseCounty: 'همهٔ شهرستان‌ها',
  chooseState: 'همهٔ وضعیت‌ها',
  state: 'وضعیت',
  agency: 'دستگاه',
  county: 'شهرستان',
  more: 'در حال آوردن بقیه',
  done: 'چیزی در این صف نمانده است',
  record: 'شغل در دست بررسی',
  cancel: 'لغو',
}

/** The words of the queues. */
export const QUEUE_TEXT: Record<Language, Record<keyof typeof fa, string>> = {
  fa,
  en: {
    list: 'What waits in the queue',
    waiting: 'waiting',
    decided: 'decided in this sitting',
    unsent: 'on the way to the server',
    shortcuts: 'Keys',
    shortcutsAbout: 'The keys work while this queue has the focus, with a Persian layout at the same places.',
    next: 'Next',
    previous: 'Previous',
    open: 'Open the page of the job',
    takeBack: 'Take the last decision back',
    help: 'This list',
    takenBack: 'Taken back:',
    nothingToTakeBack:
      'There is no decision to take back; what is recorded is followed up on the page of the job.',
    canTakeBack: 'For a few seconds it can be taken back with',
    recorded: 'Recorded',
    later: 'From here:',
    waitsForConnection: 'The decisions are kept, and sent when the connection is back.',
    refused: 'A decision was not accepted',
    seen: 'Seen',
    chooseAgency: 'All agencies',
    chooseCounty: 'All counties',
    chooseState: 'All states',
    state: 'State',
    agency: 'Agency',
    county: 'County',
    more: 'Fetching the rest',
    done: 'Nothing is left in this queue',
    record: 'Job at hand',
    cancel: 'Cancel',
  },
}

/** The queues: what they are called, what is done there, and what to do when one is empty. */
export const QUEUE_NAMES: Record<Language, Record<Queue, { title: string; about: string; done: string }>> = {
  fa: {
    confirmation: {
      title: 'صف تأیید دستگاه',
      about: 'شغل‌های ثبت‌شده که دستگاه باید پشتشان بایستد',
      done: 'شغل‌های تازه پس از ورود فهرست‌ها اینجا می‌آیند.',
    },
    verification: {
      title: 'صف راستی‌آزمایی',
      about: 'شغل‌هایی که دستگاه تأیید کرده است و باید واقعی‌بودنشان روشن شود',
      done: 'شغل‌ها پس از تأیید دستگاه اینجا می‌آیند.',
    },
  },
  en: {
    confirmation: {
      title: 'To confirm',
      about: 'Registered jobs that the agency must stand by',
      done: 'New jobs come here when lists are imported.',
    },
    verification: {
      title: 'To verify',
      about: 'Jobs an agency has confirmed; check whether each of them is real',
      done: 'Jobs come here when their agency has confirmed them.',
    },
  },
}
