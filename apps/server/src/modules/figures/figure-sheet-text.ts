import type { SpecialPart } from '@rasad/contracts/papers'
import type { Language } from '@rasad/domain/imports/verdict-text'

const fa = {
  title: 'وضعیت تعهد و تحقق اشتغال',
  province: 'استان',
  country: 'همهٔ کشور',
  period: 'دوره',
  baseline: 'مبنای تعهد',
  cut: 'برش',
  whole: 'کل',
  only: 'محدود به',
  months: 'ماه‌های',
  asOf: 'وضعیت داده در',
  batch: 'دستهٔ',
  provisional: 'موقت: رقم‌ها هنوز تغییر می‌کند',
  final: 'ثابت: رقم‌های همین دسته دیگر تغییر نمی‌کند',
  made: 'تهیه',
  commitment: 'تعهد',
  version: 'نسخهٔ',
  letter: 'نامهٔ شمارهٔ',
  dated: 'مورخ',
  stages:
    'ثبت‌شده = شغل‌های رسیده، جز انصراف و تکراری (در دست بررسی، تأییدشده، ردشده و عدم دسترسی با هم). تأییدشده = شغل‌هایی که درستی آن‌ها احراز شده است. تنها شغل جدید و مستقیم شمرده می‌شود؛ بقیه در «خارج از تعهد» است.',
  denominators:
    'مخرج‌ها: «ثبت به تعهد» و «تحقق» = تقسیم بر تعهد؛ «تأیید به ثبت» = تقسیم بر ثبت‌شده. هدف متناسب = تعهد × روزهای گذشته ÷ روزهای دوره؛ فاصله = تأییدشده منهای هدف متناسب.',
  ranking:
    'رتبه به درصد تحقق؛ تعهد کمتر از ۳۰ رتبه ندارد (*) و تا چیزی تأیید نشود رتبه‌ای نیست. خط تیره یعنی رقمی نیست، نه صفر.',
  rank: 'رتبه',
  rankBefore: 'رتبهٔ ماه پیش',
  rankLastPeriod: 'رتبهٔ دورهٔ پیش',
  remark: 'توضیح',
  active: 'جمعیت فعال',
  unemploymentRate: 'نرخ بیکاری',
  census: 'سرشماری',
  code: 'کد',
  total: 'جمع',
  small: '*',
  withoutCommitment: 'بدون تعهد',
  matrix: 'ماتریس دستگاه × شهرستان',
  figure: 'رقم',
  sheet: 'ارقام',
  page: 'صفحهٔ',
  of: 'از',
  estimated: 'برآورد',
}

/** The words of a table of figures on paper. */
export const SHEET_TEXT: Record<Language, Record<keyof typeof fa, string>> = {
  fa,
  en: {
    title: 'Employment: committed and achieved',
    province: 'Province',
    country: 'The whole country',
    period: 'Period',
    baseline: 'Baseline',
    cut: 'By',
    whole: 'total',
    only: 'Restricted to',
    months: 'months',
    asOf: 'Data as of',
    batch: 'batch',
    provisional: 'provisional: the figures still move',
    final: 'final: the figures of this batch do not change any more',
    made: 'Made',
    commitment: 'Commitment',
    version: 'version',
    letter: 'letter no.',
    dated: 'of',
    stages:
      'Registered = jobs that came in, less the withdrawn and duplicate (under review, verified, rejected and unreachable together). Verified = found to be real. Only new, direct jobs are counted; all others stand under "Beside".',
    denominators:
      'Denominators: Registered / committed and Achievement (verified / committed) are of the commitment, Verified / registered of the registered. Pro-rata target = commitment × days passed ÷ days of the period; gap = verified less the target.',
    ranking:
      'Ranked by achievement; a commitment below 30 is not ranked (*), and nobody is until something is verified. A dash means that there is no figure, not a zero.',
    rank: 'Rank',
    rankBefore: 'Rank last month',
    rankLastPeriod: 'Rank last period',
    remark: 'Remark',
    active: 'Active people',
    unemploymentRate: 'Unemployment',
    census: 'census of',
    code: 'code',
    total: 'Total',
    small: '*',
    withoutCommitment: 'no commitment',
    matrix: 'Agency × county',
    figure: 'Figure',
    sheet: 'Figures',
    page: 'Page',
    of: 'of',
    estimated: 'Estimated',
  },
}

/** The special parts of the registered jobs as a column is headed. */
export const SPECIAL_PART_TEXT: Record<Language, Record<SpecialPart, string>> = {
  fa: { women: 'زن (ثبت)', men: 'مرد (ثبت)', graduates: 'دانش‌آموخته (ثبت)', rural: 'روستایی (ثبت)' },
  en: { women: 'Women (reg.)', men: 'Men (reg.)', graduates: 'Graduates (reg.)', rural: 'Rural (reg.)' },
}
