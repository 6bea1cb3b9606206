import type { JobStep } from '@rasad/domain/jobs/job-life-cycle'
import type { Language } from './language.ts'

/** What a step is called: on its button, and in the history. */
export const STEP_TEXT: Record<Language, Record<JobStep | 'register' | 'decide-conflict', string>> = {
  fa: {
    register: 'ثبت',
    confirm: 'تأیید دستگاه',
    return: 'برگشت برای اصلاح',
    resubmit: 'ارسال دوباره',
    verify: 'تأیید راستی‌آزمایی',
    reject: 'رد',
    'mark-unreachable': 'عدم دسترسی',
    appeal: 'اعتراض',
    withdraw: 'انصراف',
    'mark-duplicate': 'تکراری',
    correct: 'اصلاح',
    'decide-conflict': 'تصمیم تعارض',
  },
  en: {
    register: 'Register',
    confirm: 'Confirm',
    return: 'Return for correction',
    resubmit: 'Send again',
    verify: 'Verify',
    reject: 'Reject',
    'mark-unreachable': 'Unreachable',
    appeal: 'Appeal',
    withdraw: 'Withdraw',
    'mark-duplicate': 'Duplicate',
    correct: 'Correct',
    'decide-conflict': 'Decision of a conflict',
  },
}
