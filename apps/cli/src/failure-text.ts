import type { Language } from './language.ts'

/** The faults that a person can do something about, and the rest. */
export type FaultKind = 'usage' | 'database' | 'disk' | 'folder' | 'permission' | 'unforeseen'

/** What to say when the command could not work. */
export const FAULT_TEXT: Record<Language, Record<FaultKind, string>> = {
  fa: {
    usage: 'این مقدارها پذیرفته نیست:',
    database:
      'به پایگاه داده نمی‌توان وصل شد. DATABASE_URL را بررسی کنید؛ بدون آن، پایگاه خود رصد به کار می‌رود.',
    disk: 'دیسک پر است. جا باز کنید و دوباره اجرا کنید.',
    folder: 'پوشهٔ داده‌ها را آنجا نمی‌توان ساخت یا خواند. مسیر --data را بررسی کنید.',
    permission: 'دسترسی به یک فایل یا پوشه داده نشد. مالک و دسترسی پوشهٔ داده‌ها را بررسی کنید.',
    unforeseen: 'خطایی پیش‌بینی‌نشده رخ داد. با --verbose جزئیات آن را ببینید.',
  },
  en: {
    usage: 'These values are not accepted:',
    database:
      'The database cannot be reached. Check DATABASE_URL; without it Rasad uses a database of its own.',
    disk: 'The disk is full. Make room and run this again.',
    folder: 'The data folder cannot be made or read there. Check the path of --data.',
    permission:
      'Access to a file or folder was denied. Check the owner and the permissions of the data folder.',
    unforeseen: 'An unforeseen fault. See its particulars with --verbose.',
  },
}
