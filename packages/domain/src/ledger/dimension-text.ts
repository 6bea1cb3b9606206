import type { Programme } from '../commitments/programmes.ts'
import type { Directness, Gender, JobType, NoveltyClass, Settlement } from '../jobs/job-kinds.ts'
import type { Language } from '../imports/verdict-text.ts'
import type { Sector } from '../organisations/sectors.ts'
import type { Dimension } from './dimensions.ts'
import type { Education } from './posting.ts'

/** What a figure is cut by, as a column is headed. */
export const DIMENSION_TEXT: Record<Language, Record<Dimension, string>> = {
  fa: {
    province: 'استان',
    county: 'شهرستان',
    agency: 'دستگاه',
    sector: 'بخش',
    month: 'ماه',
    gender: 'جنسیت',
    jobType: 'نوع شغل',
    novelty: 'نوع ایجاد',
    directness: 'مستقیم یا غیرمستقیم',
    settlement: 'محل کار',
    education: 'تحصیلات',
    activityLine: 'رسته فعالیت',
  },
  en: {
    province: 'Province',
    county: 'County',
    agency: 'Agency',
    sector: 'Sector',
    month: 'Month',
    gender: 'Gender',
    jobType: 'Job type',
    novelty: 'Novelty',
    directness: 'Directness',
    settlement: 'Settlement',
    education: 'Education',
    activityLine: 'Activity line',
  },
}

type Kind = Programme | Sector | Gender | JobType | NoveltyClass | Directness | Settlement | Education

const KINDS: Record<Language, Record<Kind, string>> = {
  fa: {
    agriculture: 'کشاورزی',
    industry: 'صنعت',
    services: 'خدمات',
    'home-based-businesses': 'مشاغل خانگی',
    'job-loans': 'تسهیلات اشتغال',
    'production-loans': 'تسهیلات تولید و اشتغال',
    'rural-employment': 'اشتغال روستایی',
    internship: 'کارورزی',
    'insurance-incentive': 'مشوق بیمه‌ای',
    'skill-training': 'مهارت‌آموزی',
    cooperatives: 'تعاونی‌ها',
    clusters: 'خوشه‌ها',
    greenhouses: 'گلخانه‌ها',
    'unit-revival': 'احیای واحدها',
    female: 'زن',
    male: 'مرد',
    wage: 'مزد و حقوق‌بگیر',
    'self-employed': 'خوداشتغال',
    'home-based': 'خانگی',
    cooperative: 'تعاونی',
    new: 'جدید',
    retained: 'تثبیتی',
    expanded: 'توسعه‌ای',
    revived: 'احیایی',
    direct: 'مستقیم',
    indirect: 'غیرمستقیم',
    urban: 'شهری',
    rural: 'روستایی',
    graduate: 'دانش‌آموخته',
    other: 'غیر دانش‌آموخته',
    unspecified: 'نامشخص',
  },
  en: {
    agriculture: 'agriculture',
    industry: 'industry',
    services: 'services',
    'home-based-businesses': 'home-based businesses',
    'job-loans': 'job loans',
    'production-loans': 'production loans',
    'rural-employment': 'rural employment',
    internship: 'internship',
    'insurance-incentive': 'insurance incentive',
    'skill-training': 'skill training',
    cooperatives: 'cooperatives',
    clusters: 'clusters',
    greenhouses: 'greenhouses',
    'unit-revival': 'unit revival',
    female: 'female',
    male: 'male',
    wage: 'wage',
    'self-employed': 'self-employed',
    'home-based': 'home-based',
    cooperative: 'cooperative',
    new: 'new',
    retained: 'retained',
    expanded: 'expanded',
    revived: 'revived',
    direct: 'direct',
    indirect: 'indirect',
    urban: 'urban',
    rural: 'rural',
    graduate: 'graduate',
    other: 'not a graduate',
    unspecified: 'unspecified',
  },
}

/** A sector, programme, gender, job type … in words. */
export function kindText(language: Language, kind: string): string {
  const words: Readonly<Record<string, string>> = KINDS[language]
  return words[kind] ?? kind
}

/** What stands for the activity line of a job of which no activity is known. */
export const UNKNOWN_LINE: Record<Language, string> = { fa: 'رسته نامشخص', en: 'line not known' }
