import type { Language } from '../../shared/language.ts'

const fa = {
  title: 'ورود',
  past: 'همهٔ ورودها',
  another: 'ورود فهرست تازه',
  by: 'واردکننده',
  at: 'زمان',
  agency: 'دستگاه',
  period: 'دوره',
  sentFile: 'فایل فرستاده‌شده',
  fingerprint: 'اثر فایل (SHA-256)',
  errors: 'فایل ایرادها',
  errorsDenied: 'این فایل کد ملی کامل دارد و تنها به کسی داده می‌شود که فهرست می‌فرستد.',
  undo: 'برگرداندن',
  undoTitle: 'برگرداندن کامل این ورود',
  undoAbout:
    'همهٔ شغل‌های این ورود با گام وارونه کنار می‌رود و رقم‌ها کم می‌شود. گذشته سر جایش می‌ماند. اگر شغلی از آن گام دیگری برداشته باشد، برگرداندن ممکن نیست.',
  undoReason: 'دلیل',
  undoReasonNeeded: 'دلیل را بنویسید.',
  undoDenied: 'نقش شما برگرداندن ورود را در بر ندارد.',
  undoDone: 'این ورود پیش‌تر برگردانده شده است.',
  cancel: 'لغو',
  undone: 'این ورود برگردانده شد',
  reason: 'دلیل',
}

/** The words of one import. */
export const IMPORT_TEXT: Record<Language, Record<keyof typeof fa, string>> = {
  fa,
  en: {
    title: 'Import',
    past: 'All imports',
    another: 'Import a list',
    by: 'Imported by',
    at: 'At',
    agency: 'Agency',
    period: 'Period',
    sentFile: 'The file as sent',
    fingerprint: 'Fingerprint (SHA-256)',
    errors: 'Error workbook',
    errorsDenied: 'It holds national IDs in full and goes only to those who send lists.',
    undo: 'Undo the import',
    undoTitle: 'Take this import back as a whole',
    undoAbout:
      'All jobs of this import are taken out by reversing steps, and the figures fall. The past stays as it was. If one of its jobs has moved on, the import cannot be taken back.',
    undoReason: 'Reason',
    undoReasonNeeded: 'Write the reason.',
    undoDenied: 'Your role does not include taking imports back.',
    undoDone: 'This import has been taken back already.',
    cancel: 'Cancel',
    undone: 'This import was taken back',
    reason: 'Reason',
  },
}
