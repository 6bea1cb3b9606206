import { REASON_TEXT } from '@rasad/domain/imports/verdict-text'
import type { JobStep } from '@rasad/domain/jobs/job-life-cycle'
import type { Language } from './language.ts'

export { jobStateText } from '@rasad/domain/jobs/job-state-text'

const STEPS: Record<Language, Record<JobStep | 'register' | 'decide-conflict', string>> = {
  fa: {
    register: 'ثبت',
    confirm: 'تأیید دستگاه',
    return: 'برگشت برای اصلاح',
    resubmit: 'ارسال دوباره',
    verify: 'تأیید',
    reject: 'رد',
    'mark-unreachable': 'ثبت عدم دسترسی',
    appeal: 'اعتراض',
    withdraw: 'انصراف',
    'mark-duplicate': 'ثبت تکراری',
    correct: 'اصلاح',
    'decide-conflict': 'تصمیم تعارض',
  },
  en: {
    register: 'register',
    confirm: 'confirm',
    return: 'return',
    resubmit: 'resubmit',
    verify: 'verify',
    reject: 'reject',
    'mark-unreachable': 'mark unreachable',
    appeal: 'appeal',
    withdraw: 'withdraw',
    'mark-duplicate': 'mark duplicate',
    correct: 'correct',
    'decide-conflict': 'decide conflict',
  },
}

/** A step of a job in words; a word that is no step stays as it is. */
export function jobStepText(language: Language, step: string): string {
  return wordOf(STEPS[language], step)
}

/** A permanent reason code as a sentence; a code without one stays as it is. */
export function reasonText(language: Language, code: string): string {
  return wordOf(REASON_TEXT[language], code)
}

/** The word for a code in a table of words, else the code itself. */
export function wordOf(words: Readonly<Record<string, string>>, code: string): string {
  return words[code] ?? code
}
