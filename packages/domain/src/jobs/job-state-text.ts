import type { Language } from '../imports/verdict-text.ts'
import type { JobState } from './job-life-cycle.ts'

const STATES: Record<Language, Record<JobState, string>> = {
  fa: {
    registered: 'ثبت‌شده',
    'agency-confirmed': 'تأییدشدهٔ دستگاه',
    returned: 'برگشت‌خورده',
    verified: 'تأییدشده',
    rejected: 'ردشده',
    unreachable: 'عدم دسترسی',
    appealed: 'مورد اعتراض',
    withdrawn: 'انصراف‌داده',
    duplicate: 'تکراری',
  },
  en: {
    registered: 'registered',
    'agency-confirmed': 'agency confirmed',
    returned: 'returned',
    verified: 'verified',
    rejected: 'rejected',
    unreachable: 'unreachable',
    appealed: 'appealed',
    withdrawn: 'withdrawn',
    duplicate: 'duplicate',
  },
}

/** A state of a job in words; a word that is no state stays as it is. */
export function jobStateText(language: Language, state: string): string {
  const words: Readonly<Record<string, string>> = STATES[language]
  return words[state] ?? state
}
