import type { Language } from '../../shared/language.ts'
import type { Cut } from './figures-query.ts'

const fa = {
  title: 'تفکیک رقم‌ها',
  about: 'سه رقم، هر یک با نام خود و لحظهٔ خود',
  by: 'تفکیک',
  now: 'اکنون',
  asOfDay: 'در پایان روز',
  backToNow: 'بازگشت به اکنون',
  truths: 'سه رقم',
  shares: 'نسبت‌ها (درصد)',
  standing: 'وضعیت ثبت‌شده‌ها',
  outside: 'بیرون از شمار',
  total: 'جمع',
  ofCommitted: 'از تعهد',
  ofRegistered: 'از ثبت‌شده',
  target: 'هدف تا امروز',
  gap: 'فاصله',
  chart: 'تعهدشده، ثبت‌شده و تأییدشده',
  batch: 'دستهٔ',
  unsettled: 'سند هنوز در دسته‌ای نیست',
  empty: 'برای این استان و دوره هنوز رقمی نیست',
  emptyWhy: 'با ثبت تعهد یا نخستین فهرست شغل‌ها، رقم‌ها اینجا می‌آید.',
  noPeriod: 'برای این استان هنوز دوره‌ای باز نشده است',
  noPeriodWhy: 'پس از باز شدن دورهٔ تعهد، رقم‌ها اینجا می‌آید.',
}

/** The words of the breakdown. */
export const FIGURES_TEXT: Record<Language, Record<keyof typeof fa, string>> = {
  fa,
  en: {
    title: 'Breakdown',
    about: 'Three truths, each under its own name and as of its own moment',
    by: 'Cut by',
    now: 'Now',
    asOfDay: 'At the end of',
    backToNow: 'Back to now',
    truths: 'The three truths',
    shares: 'Shares (per cent)',
    standing: 'Where registered jobs stand',
    outside: 'Not counted',
    total: 'Total',
    ofCommitted: 'of committed',
    ofRegistered: 'of registered',
    target: 'Target to date',
    gap: 'gap',
    chart: 'Committed, registered and verified',
    batch: 'batch',
    unsettled: 'postings that no batch holds yet',
    empty: 'There is no figure for this province and period yet',
    emptyWhy: 'Figures come here with the commitment or the first list of jobs.',
    noPeriod: 'No period has been opened for this province',
    noPeriodWhy: 'Figures come here once the commitment period is open.',
  },
}

/** What the breakdown can be cut by. */
export const CUT_TEXT: Record<Language, Record<Cut, string>> = {
  fa: { county: 'شهرستان', agency: 'دستگاه' },
  en: { county: 'County', agency: 'Agency' },
}
