import type { Language } from '../../shared/language.ts'

const fa = {
  title: 'مقایسهٔ نسخه‌های تعهد',
  about: 'تنها آنچه تغییر کرده است؛ جمع تفاوت‌ها از هر سو با تفاوت جمع کل برابر است',
  from: 'از نسخهٔ',
  to: 'تا نسخهٔ',
  before: 'پیش',
  after: 'پس',
  difference: 'تفاوت',
  counties: 'تفاوت در شهرستان‌ها',
  ofAgency: 'جمع دستگاه',
  same: 'این دو نسخه یکسان است',
  sameWhy: 'هیچ خانه‌ای میان این دو تفاوت ندارد.',
  swap: 'جابه‌جا کردن',
}

/** The words of the comparison of two versions. */
export const COMPARE_TEXT: Record<Language, Record<keyof typeof fa, string>> = {
  fa,
  en: {
    title: 'Comparison of versions',
    about: 'Only what changed; in every direction the differences add up to the difference of the totals',
    from: 'From version',
    to: 'To version',
    before: 'Before',
    after: 'After',
    difference: 'Difference',
    counties: 'Difference by county',
    ofAgency: 'Whole agency',
    same: 'These two versions are the same',
    sameWhy: 'No cell differs between them.',
    swap: 'Swap',
  },
}
