import type { Language } from '../imports/verdict-text.ts'
import type { Figure } from './figure.ts'

/** The parts of a figure that are one number each. */
export type FigurePart = Exclude<keyof Figure, 'estimated'>

/** The names under which the truths travel, and what is computed from them. */
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
    gap: 'فاصله',
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
    registeredOfCommitted: 'Reg./comm.',
    verifiedOfCommitted: 'Ver./comm.',
    verifiedOfRegistered: 'Ver./reg.',
    proRataTarget: 'Pro-rata target',
    gap: 'Gap',
  },
}
