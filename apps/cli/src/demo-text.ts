import type { Language } from './language.ts'

const fa = {
  demo: 'پر کردن پوشهٔ دادهٔ تازه با داده‌های نمایشی: سه استان، جمع‌های اعلام‌شده با منبع، اشخاص ساختگی',
  demoDetails:
    'لرستان ۱۴۰۴، آذربایجان شرقی ۱۴۰۱ و ۱۴۰۲، خوزستان ۱۴۰۴. هیچ‌یک از اشخاص وجود ندارد: کد ملی همه با 999 آغاز می‌شود.',
  loading: 'بارگذاری داده‌های نمایشی',
  loadingFirst: 'پوشهٔ داده خالی است؛ نخست داده‌های نمایشی بارگذاری می‌شود. پیشرفت کار در این نشانی دیده می‌شود:',
  loadingPage:
    'پوشهٔ داده خالی است و داده‌های نمایشی بارگذاری می‌شود. با پایان کار، صفحهٔ نخست خودبه‌خود باز می‌شود.',
  product: 'رصد',
  marked: 'داده‌های نمایشی؛ همهٔ اشخاص ساختگی‌اند',
  province: 'استان',
  period: 'دوره',
  figure: 'رقم',
  value: 'مقدار',
  source: 'منبع',
  committed: 'تعهد',
  registered: 'ثبت‌شده',
  verified: 'راستی‌آزمایی‌شده',
}

/** The words of the demonstration. */
export const DEMO_TEXT: Record<Language, Record<keyof typeof fa, string>> = {
  fa,
  en: {
    demo: 'Fill a new data folder with the demonstration: three provinces, announced totals with their sources, synthetic people',
    demoDetails:
      'Lorestan 1404, East Azerbaijan 1401 and 1402, Khuzestan 1404. None of the people exist: every national ID begins with 999.',
    loading: 'Loading the demonstration',
    loadingFirst: 'The data folder is empty; the demonstration is loaded first. Its progress is shown at:',
    loadingPage:
      'The data folder is empty and the demonstration is being loaded. The first page opens by itself when it is done.',
    product: 'Rasad',
    marked: 'Demonstration; every person is synthetic',
    province: 'Province',
    period: 'Period',
    figure: 'Figure',
    value: 'Value',
    source: 'Source',
    committed: 'committed',
    registered: 'registered',
    verified: 'verified',
  },
}
