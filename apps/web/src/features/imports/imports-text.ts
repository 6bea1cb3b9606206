import type { Verdict } from '@rasad/domain/imports/verdict'
import type { Language } from '../../shared/language.ts'
import type { View } from './imports-search.ts'

const fa = {
  title: 'ورود فهرست‌ها',
  about: 'فهرست‌هایی که دستگاه‌ها فرستاده‌اند، تازه‌ترین نخست',
  start: 'ورود فهرست تازه',
  startDenied: 'نقش شما ورود فهرست را در بر ندارد.',
  table: 'ورودهای این دوره',
  number: 'شماره',
  file: 'فایل',
  agency: 'دستگاه',
  several: 'چند دستگاه',
  allAgencies: 'همهٔ دستگاه‌ها',
  rows: 'ردیف',
  at: 'زمان',
  by: 'واردکننده',
  state: 'وضعیت',
  entered: 'در دفتر',
  undone: 'برگردانده',
  more: 'ورودهای پیش‌تر',
  empty: 'هنوز فهرستی وارد نشده است',
  emptyWhy: 'فایل دستگاه را بیاورید؛ نخست آزمایشی بررسی می‌شود و تا نخواهید چیزی ثبت نمی‌شود.',
  notOfCounty: 'فهرست‌ها در گسترهٔ یک شهرستان نیست',
  notOfCountyWhy: 'فهرست هر دستگاه از همهٔ شهرستان‌هاست و دستگاه و استان آن را می‌بینند.',
  jobsOfCounty: 'دیدن شغل‌های شهرستان',
  emptyOfAgency: 'از این دستگاه هنوز فهرستی وارد نشده است',
  noPeriod: 'برای این استان هنوز دوره‌ای باز نشده است',
  noPeriodWhy: 'پس از باز شدن دورهٔ تعهد می‌توان فهرست وارد کرد.',
  runs: 'در جریان و بررسی‌های تازه',
  checking: 'بررسی آزمایشی',
  importing: 'ورود',
  checked: 'بررسی شد؛ چیزی ثبت نشده است',
  refused: 'پذیرفته نشد',
  failed: 'به خطا خورد',
  cancelled: 'لغو شد',
  waiting: 'در نوبت',
  reading: 'در حال خواندن',
  entering: 'در حال ثبت',
}

/** The words of the list of imports. */
export const IMPORTS_TEXT: Record<Language, Record<keyof typeof fa, string>> = {
  fa,
  en: {
    title: 'Imports',
    about: 'The lists that agencies sent, newest first',
    start: 'Import a list',
    startDenied: 'Your role does not include importing lists.',
    table: 'Imports of this period',
    number: 'No.',
    file: 'File',
    agency: 'Agency',
    several: 'Several agencies',
    allAgencies: 'All agencies',
    rows: 'Rows',
    at: 'At',
    by: 'Imported by',
    state: 'State',
    entered: 'In the register',
    undone: 'Taken back',
    more: 'Earlier imports',
    empty: 'No list has been imported yet',
    emptyWhy:
      'Bring the file of an agency; it is only checked at first, and nothing is registered until you say so.',
    notOfCounty: 'Lists are not of one county',
    notOfCountyWhy: 'A list is of all the counties of its agency; the agency and the province see it.',
    jobsOfCounty: 'See the jobs of the county',
    emptyOfAgency: 'No list of this agency has been imported yet',
    noPeriod: 'No period has been opened for this province',
    noPeriodWhy: 'Lists can be imported once the commitment period is open.',
    runs: 'Under way and lately checked',
    checking: 'Check',
    importing: 'Import',
    checked: 'Checked; nothing was registered',
    refused: 'Not accepted',
    failed: 'Failed',
    cancelled: 'Cancelled',
    waiting: 'Waiting',
    reading: 'Reading',
    entering: 'Entering',
  },
}

/** The parts of a report. */
export const VIEW_TEXT: Record<Language, Record<View, string>> = {
  fa: { rows: 'ردیف‌ها', columns: 'برگه‌ها و ستون‌ها', first: 'نخستین ردیف‌ها' },
  en: { rows: 'Rows', columns: 'Sheets and columns', first: 'First rows' },
}

/** What a verdict means for the list. */
export const VERDICT_MEANING: Record<Language, Record<Verdict, string>> = {
  fa: {
    accepted: 'شغل ثبت می‌شود',
    rejected: 'باید درست و دوباره فرستاده شود',
    duplicate: 'شخص از پیش شمرده شده است',
    conflict: 'دستگاه دیگری هم مدعی است؛ پرونده باز می‌شود',
  },
  en: {
    accepted: 'The job is registered',
    rejected: 'To be corrected and sent again',
    duplicate: 'The person is counted already',
    conflict: 'Another agency claims the person too; a case is opened',
  },
}
