import type { Language } from '../../shared/language.ts'
import type { VersionState } from './version-state.ts'

const fa = {
  title: 'تعهدها',
  titleOfVersion: 'تعهد، نسخهٔ',
  about: 'نسخه‌های تعهد این دوره؛ پیش از ابلاغ هیچ نسخه‌ای در رقم‌ها شمرده نمی‌شود',
  baseline: 'مبنا',
  versions: 'نسخه‌ها',
  version: 'نسخه',
  state: 'وضعیت',
  total: 'جمع تعهد',
  change: 'تغییر از نسخهٔ پیش',
  letter: 'نامهٔ ابلاغ',
  noLetter: 'بی‌نامه',
  reason: 'دلیل',
  setBy: 'ثبت‌کننده',
  sourceSplit: 'تقسیم با وزن',
  sourceVersion: 'اصلاح نسخهٔ',
  compare: 'مقایسهٔ نسخه‌ها',
  split: 'تقسیم تازه',
  upload: 'ورود از اکسل',
  empty: 'برای این دوره هنوز تعهدی نیست',
  emptyWhy: 'جمع تعهد استان را با وزن تقسیم کنید یا جدول آماده را از اکسل بیاورید.',
  noPeriod: 'برای این استان هنوز دوره‌ای باز نشده است',
  noPeriodWhy: 'پس از باز شدن دورهٔ تعهد، نسخه‌ها اینجا می‌آید.',
  onlyOne: 'برای مقایسه دو نسخه لازم است.',
  notAllowed: 'اجازهٔ این کار را ندارید.',
  back: 'همهٔ نسخه‌ها',
  beside: 'در برابر نسخهٔ',
  sameAs: 'با نسخهٔ برگزیده یکسان است.',
  changedCells: 'خانهٔ تغییرکرده',
  agency: 'دستگاه',
  county: 'شهرستان',
  sector: 'بخش',
  programme: 'برنامه',
  all: 'همه',
  sum: 'جمع',
  committed: 'تعهدشده',
}

/** The words that all pages about commitments share. */
export const COMMITMENTS_TEXT: Record<Language, Record<keyof typeof fa, string>> = {
  fa,
  en: {
    title: 'Commitments',
    titleOfVersion: 'Commitment, version',
    about: 'The versions of this period’s commitment; before its notice no version counts in any figure',
    baseline: 'Baseline',
    versions: 'Versions',
    version: 'Version',
    state: 'State',
    total: 'Total committed',
    change: 'Change from the one before',
    letter: 'Letter',
    noLetter: 'without a letter',
    reason: 'Reason',
    setBy: 'Set by',
    sourceSplit: 'a split by weights',
    sourceVersion: 'amending version',
    compare: 'Compare versions',
    split: 'New split',
    upload: 'From Excel',
    empty: 'There is no commitment for this period yet',
    emptyWhy: 'Split the total of the province by weights, or bring a finished matrix from Excel.',
    noPeriod: 'No period has been opened for this province',
    noPeriodWhy: 'Versions come here once the commitment period is open.',
    onlyOne: 'It takes two versions to compare.',
    notAllowed: 'You may not do this.',
    back: 'All versions',
    beside: 'beside version',
    sameAs: 'It is the same as the chosen version.',
    changedCells: 'cells changed',
    agency: 'Agency',
    county: 'County',
    sector: 'Sector',
    programme: 'Programme',
    all: 'All',
    sum: 'Total',
    committed: 'Committed',
  },
}

/** Where a version stands. */
export const STATE_TEXT: Record<Language, Record<VersionState, string>> = {
  fa: { draft: 'پیش‌نویس', 'in-force': 'لازم‌الاجرا', amended: 'اصلاح‌شده', overtaken: 'کنارگذاشته' },
  en: { draft: 'draft', 'in-force': 'in force', amended: 'amended since', overtaken: 'passed over' },
}

/** What it means that a version stands there. */
export const STATE_MEANING: Record<Language, Record<VersionState, string>> = {
  fa: {
    draft: 'هنوز در هیچ رقمی شمرده نمی‌شود',
    'in-force': 'رقم «تعهدشده» همین نسخه است',
    amended: 'تا ابلاغ نسخهٔ بعد در رقم‌ها شمرده می‌شد',
    overtaken: 'نسخهٔ تازه‌تری ابلاغ شد و این یکی دیگر ابلاغ‌شدنی نیست',
  },
  en: {
    draft: 'it counts in no figure yet',
    'in-force': 'the figure “committed” is this version',
    amended: 'it was counted until the next was notified',
    overtaken: 'a later version was notified, and this one cannot be any more',
  },
}
