import type { Language } from './language.ts'

/** What each truth means, in a sentence for a civil servant. */
export const PART_MEANING: Record<Language, Record<'committed' | 'registered' | 'verified', string>> = {
  fa: {
    committed: 'شغل‌هایی که برای این دوره تعهد شده است',
    registered: 'ثبت دستگاه‌ها، بدون تکراری و انصراف',
    verified: 'شغل‌هایی که راستی‌آزمایی شده و واقعی است',
  },
  en: {
    committed: 'Jobs promised for this period',
    registered: 'Jobs agencies entered, less duplicates and withdrawals',
    verified: 'Jobs found to be real when they were checked',
  },
}
