import type { FigureTable } from '@rasad/contracts/figures'
import type { Language } from './language.ts'

/** The parts of a figure that are one number each. */
export type FigurePart = Exclude<keyof FigureTable['total'], 'estimated'>

/** The names of the truths and of what is computed from them. */
export const PART_TEXT: Record<Language, Record<FigurePart, string>> = {
  fa: {
    committed: 'تعهدشده',
    registered: 'ثبت‌شده',
    verified: 'تأییدشده',
    underReview: 'در دست بررسی',
    rejected: 'ردشده',
    unreachable: 'عدم دسترسی',
    duplicate: 'تکراری',
    withdrawn: 'انصراف',
    beside: 'خارج از تعهد',
    registeredOfCommitted: 'ثبت به تعهد',
    verifiedOfCommitted: 'تحقق',
    verifiedOfRegistered: 'تأیید به ثبت',
    proRataTarget: 'هدف متناسب با زمان',
    gap: 'فاصله از هدف',
  },
  en: {
    committed: 'Committed',
    registered: 'Registered',
    verified: 'Verified',
    underReview: 'Under review',
    rejected: 'Rejected',
    unreachable: 'Unreachable',
    duplicate: 'Duplicate',
    withdrawn: 'Withdrawn',
    beside: 'Beside',
    registeredOfCommitted: 'Registered / committed',
    verifiedOfCommitted: 'Attainment',
    verifiedOfRegistered: 'Verified / registered',
    proRataTarget: 'Pro-rata target',
    gap: 'Gap to target',
  },
}

/** What each truth means, in a sentence for a civil servant. */
export const PART_MEANING: Record<Language, Record<'committed' | 'registered' | 'verified', string>> = {
  fa: {
    committed: 'شغل‌هایی که برای این دوره تعهد شده است',
    registered: 'شغل‌هایی که دستگاه‌ها ثبت کرده‌اند و نه تکراری است و نه انصراف',
    verified: 'شغل‌هایی که واقعی‌بودنشان راستی‌آزمایی شده است',
  },
  en: {
    committed: 'Jobs promised for this period',
    registered: 'Jobs that agencies entered, neither duplicate nor withdrawn',
    verified: 'Jobs found to be real when they were checked',
  },
}
