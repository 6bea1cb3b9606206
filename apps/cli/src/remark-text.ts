import type { Language } from './language.ts'

const fa = {
  group: 'توضیح دستگاه‌ها و شهرستان‌ها کنار رقم‌هایشان',
  set: 'نوشتن یا تغییر توضیح یک دستگاه یا شهرستان؛ متن پیشین می‌ماند و دیده می‌شود',
  text: 'متن، دست بالا ۵۰۰ نویسه',
  withdraw: 'برداشتن توضیح یک دستگاه یا شهرستان؛ آنچه بود در سابقه می‌ماند',
  show: 'توضیح‌هایی که هست، یا در گذشته بود؛ با ‎--agency یا ‎--county همهٔ نسخه‌های آن یکی',
  standing: 'توضیح‌ها',
  version: 'نسخهٔ',
  withdrawn: 'برداشته شد',
  none: 'توضیحی نوشته نشده است.',
}

/** The words of remarks. */
export const REMARK_TEXT: Record<Language, Record<keyof typeof fa, string>> = {
  fa,
  en: {
    group: 'What agencies and counties say beside their figures',
    set: 'Writes or alters the remark of an agency or a county; the text before it stays on record',
    text: 'the text, 500 characters at most',
    withdraw: 'Withdraws the remark of an agency or a county; what it said stays on record',
    show: 'The remarks that stand, or stood then; with --agency or --county every version of that one',
    standing: 'Remarks',
    version: 'version',
    withdrawn: 'withdrawn',
    none: 'No remark has been written.',
  },
}
