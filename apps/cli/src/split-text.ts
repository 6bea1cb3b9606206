import type { SPLIT_FACTORS } from '@rasad/contracts/commitments'
import type { Language } from './language.ts'

type FactorKind = (typeof SPLIT_FACTORS)[number]

/** What a split is weighed by. */
export const FACTOR_TEXT: Record<Language, Record<FactorKind, string>> = {
  fa: {
    'last-commitment': 'تعهد دورهٔ قبل',
    'last-achievement': 'عملکرد تأییدشدهٔ دورهٔ قبل',
    population: 'جمعیت',
    unemployed: 'بیکاران',
    chosen: 'وزن‌های فایل',
  },
  en: {
    'last-commitment': 'commitment of an earlier period',
    'last-achievement': 'verified achievement of an earlier period',
    population: 'population',
    unemployed: 'unemployed',
    chosen: 'weights of the file',
  },
}

const fa = {
  split: 'تقسیم یک جمع میان دستگاه‌ها، شهرستان‌ها، بخش‌ها و برنامه‌ها با وزن، بی‌کم‌وکاست، به صورت پیش‌نویس',
  splitDetails: 'بدون --factor: تعهد دورهٔ پیش اگر باشد، وگرنه جمعیت. ضریب‌ها نسبت به هم سنجیده می‌شود.',
  amend:
    'ساختن پیش‌نویس بعدی از یک نسخه: آنچه نام می‌برید تغییر می‌کند، خانه‌های ثابت می‌ماند و بقیه نسبت خود را نگه می‌دارد',
  amendDetails: 'مقداری که با --cell داده شود در نسخه‌های بعدی ثابت می‌ماند.',
  weighed: 'وزن‌ها',
}

/** The words of splitting and amending. */
export const SPLIT_TEXT: Record<Language, Record<keyof typeof fa, string>> = {
  fa,
  en: {
    split: 'Split a total over agencies, counties, sectors and programmes by weights, exactly, into a draft',
    splitDetails:
      'Without --factor: the commitment of the period before where there is one, else population. Coefficients count beside each other.',
    amend:
      'Make the next draft from a version: what you name changes, pins stay, the rest keeps its proportions',
    amendDetails: 'A value given with --cell stays pinned in later versions.',
    weighed: 'Weighed by',
  },
}
