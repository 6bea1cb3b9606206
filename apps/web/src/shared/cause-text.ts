import type { Cause } from '@rasad/domain/ledger/posting'
import type { Language } from './language.ts'

/** Why a figure changed. */
export const CAUSE_TEXT: Record<Language, Record<Cause, string>> = {
  fa: {
    registered: 'ثبت شغل تازه',
    confirmed: 'تأیید دستگاه',
    returned: 'برگشت به دستگاه',
    resubmitted: 'ارسال دوباره',
    verified: 'تأیید در راستی‌آزمایی',
    rejected: 'رد در راستی‌آزمایی',
    unreachable: 'عدم دسترسی',
    appealed: 'اعتراض',
    withdrawn: 'انصراف',
    duplicate: 'شناخته‌شده به‌عنوان تکراری',
    moved: 'اصلاح جای شغل',
    undone: 'برگرداندن فهرست',
    're-split': 'تقسیم تازهٔ تعهد',
  },
  en: {
    registered: 'New jobs registered',
    confirmed: 'Confirmed by the agency',
    returned: 'Returned to the agency',
    resubmitted: 'Sent again',
    verified: 'Verified',
    rejected: 'Rejected at verification',
    unreachable: 'Found unreachable',
    appealed: 'Appealed',
    withdrawn: 'Withdrawn',
    duplicate: 'Found to be a duplicate',
    moved: 'Corrected to another place',
    undone: 'A list was undone',
    're-split': 'The commitment was split anew',
  },
}
