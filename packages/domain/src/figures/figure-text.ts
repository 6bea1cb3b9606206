import type { Language } from '../imports/verdict-text.ts'
import type { Figure } from './figure.ts'

/** The parts of a figure that are one number each. */
export type FigurePart = Exclude<keyof Figure, 'estimated'>

/** The names of the truths, and of what is computed from them: on the page, in files and on paper. */
export const PART_TEXT: Record<Language, Record<FigurePart, string>> = {
  fa: {
    committed: 'تعهدشده',
    registered: 'ثبت‌شده',
    verified: 'تأییدشده',
    underReview: 'در دست بررسی',
    rejected: 'ردشده',
    unreachable: 'عدم دسترسی',
    duplicate: 'تکراری',
    withdrawn: 'انصراف‌داده',
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
    verifiedOfCommitted: 'Achievement',
    verifiedOfRegistered: 'Verified / registered',
    proRataTarget: 'Pro-rata target',
    gap: 'Gap to target',
  },
}
