import type { Language } from '../../shared/language.ts'

const fa = {
  title: 'نمایش کد ملی',
  show: 'نمایش',
  hide: 'پوشاندن',
  mobile: 'همراه',
  reason: 'برای چه کاری لازم است؟',
  reasonFirst: 'دلیل را بنویسید.',
  frequent: 'دلیل‌های پرکاربرد',
  about: 'نام شما، زمان و این دلیل در گزارش رویدادها می‌ماند. خود کد ملی را در دلیل ننویسید.',
  cancel: 'لغو',
  noPermission: 'دیدن کد ملی کامل در اجازه‌های شما نیست.',
}

/** The words of showing a person's national ID. */
export const REVEAL_TEXT: Record<Language, Record<keyof typeof fa, string>> = {
  fa,
  en: {
    title: 'Show the national ID',
    show: 'Show',
    hide: 'Hide',
    mobile: 'mobile',
    reason: 'What is it needed for?',
    reasonFirst: 'Write the reason.',
    frequent: 'Frequent reasons',
    about:
      'Your name, the time and this reason stay in the audit. Do not write the national ID into the reason.',
    cancel: 'Cancel',
    noPermission: 'You may not see national IDs in full.',
  },
}

/** What a national ID is often needed for. */
export const REVEAL_REASONS: Record<Language, readonly string[]> = {
  fa: ['تماس برای راستی‌آزمایی', 'تطبیق با بیمه', 'پاسخ به اعتراض', 'یافتن پروندهٔ کاغذی'],
  en: ['Call for verification', 'Match with insurance', 'Answer to an appeal', 'Finding the paper file'],
}
