import type { Language } from './language.ts'

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
