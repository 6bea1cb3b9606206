import type { Language } from '../../shared/language.ts'

const fa = {
  title: 'نقش‌ها',
  about: 'هر نقش در گسترهٔ خود چه می‌تواند بکند؛ همین جدول را سرور به کار می‌بندد',
  caption: 'اجازه‌های هر نقش',
  permission: 'اجازه',
  may: 'دارد',
  mayNot: 'ندارد',
  levels: 'گستره',
  secondFactor: 'عامل دوم',
  needed: 'لازم',
  free: 'اختیاری',
  total: 'شمار اجازه‌ها',
}

/** The words of the roles. */
export const ROLES_TEXT: Record<Language, Record<keyof typeof fa, string>> = {
  fa,
  en: {
    title: 'Roles',
    about: 'What each role may do in its scope; the server acts by this very table',
    caption: 'The permissions of each role',
    permission: 'Permission',
    may: 'yes',
    mayNot: 'no',
    levels: 'Scope',
    secondFactor: 'Second factor',
    needed: 'needed',
    free: 'optional',
    total: 'Permissions',
  },
}
