import type { Baseline } from '@rasad/domain/commitments/matrix'
import type { Language } from './language.ts'

/** Whose number a commitment is. */
export const BASELINE_TEXT: Record<Language, Record<Baseline, string>> = {
  fa: { provincial: 'استانی', national: 'ملی' },
  en: { provincial: 'provincial', national: 'national' },
}

const fa = {
  period: 'دوره‌های تعهد',
  periodAdd: 'باز کردن یک دورهٔ تعهد؛ لازم نیست سال جلالی باشد',
  periodName: 'نام دوره، مانند 1404',
  periodList: 'دوره‌های تعهد استان',
  commitment: 'تعهدها و نسخه‌های آن‌ها',
  commitmentSet: 'ثبت تعهد از فایل: جدول دستگاه × شهرستان (× بخش)، به صورت نسخه‌ای تازه',
  commitmentFile: 'فایل CSV یا اکسل',
  commitmentShow: 'نمایش تعهد: تازه‌ترین نسخه یا نسخه‌ای که بگویید',
  name: 'دوره',
  title: 'عنوان',
  from: 'آغاز',
  to: 'پایان',
  cutoff: 'مهلت ثبت',
  province: 'استان',
  baseline: 'مبنا',
  version: 'نسخه',
  total: 'جمع',
  source: 'فایل',
  reason: 'دلیل',
  setBy: 'ثبت‌کننده',
  setAt: 'زمان ثبت',
  county: 'شهرستان',
  agency: 'دستگاه',
  sector: 'بخش',
  value: 'تعهد',
  none: 'هنوز دوره‌ای باز نشده است. برای باز کردن: rasad period add --help',
}

/** The words of periods and commitments. */
export const COMMITMENT_TEXT: Record<Language, Record<keyof typeof fa, string>> = {
  fa,
  en: {
    period: 'Commitment periods',
    periodAdd: 'Open a commitment period; it need not be the Jalali year',
    periodName: 'name of the period, such as 1404',
    periodList: 'The commitment periods of a province',
    commitment: 'Commitments and their versions',
    commitmentSet: 'Set a commitment from a file, a matrix agency × county (× sector), as a new version',
    commitmentFile: 'CSV or Excel file',
    commitmentShow: 'Show a commitment: its newest version, or the one you name',
    name: 'Period',
    title: 'Title',
    from: 'From',
    to: 'To',
    cutoff: 'Cut-off',
    province: 'Province',
    baseline: 'Baseline',
    version: 'Version',
    total: 'Total',
    source: 'File',
    reason: 'Reason',
    setBy: 'Set by',
    setAt: 'Set at',
    county: 'County',
    agency: 'Agency',
    sector: 'Sector',
    value: 'Committed',
    none: 'No period is open yet. To open one: rasad period add --help',
  },
}
