import type { SPLIT_FACTORS } from '@rasad/contracts/commitments'
import type { WeightRefusal } from '@rasad/domain/commitments/split/weights'
import type { Language } from '../../shared/language.ts'

type FactorKind = (typeof SPLIT_FACTORS)[number]

const fa = {
  title: 'تقسیم تازه',
  about: 'جمع استان با وزن‌ها و بدون کم‌وزیاد میان دستگاه‌ها و شهرستان‌ها تقسیم و پیش‌نویس تازه‌ای ساخته می‌شود',
  total: 'جمعی که تقسیم می‌شود',
  asInForce: 'همان جمع لازم‌الاجرا',
  totalNeeded: 'جمع را به عدد بنویسید، مانند ۲۰۵۰۰.',
  factors: 'معیارهای تقسیم',
  factorsAbout: 'تنها نسبت ضریب‌ها مهم است: ۰٫۶ و ۰٫۴ همان ۳ و ۲ است.',
  factorsNeeded: 'دست‌کم یک معیار را انتخاب کنید.',
  coefficient: 'ضریب',
  coefficientWrong: 'ضریب را به عدد بنویسید، مانند ۰٫۴.',
  noEarlier: 'برای این استان دورهٔ قبلی نیست.',
  fromPeriod: 'دورهٔ قبل',
  weightsFile: 'فایل وزن‌ها',
  weightsFileAbout: 'جدول دستگاه × شهرستان با عددهای درست، مانند جدول تعهد؛ اکسل یا CSV',
  weightsRead: 'وزن خوانده شد',
  weightsNeeded: 'فایل وزن‌ها را بدهید.',
  among: 'دستگاه‌ها، شهرستان‌ها و بخش‌ها',
  agencies: 'دستگاه‌ها',
  agenciesAll: 'هر دستگاهی که در وزن‌ها سهمی دارد',
  agenciesNeeded: 'با این معیارها، دستگاه‌ها را هم انتخاب کنید.',
  counties: 'شهرستان‌ها',
  countiesAll: 'همهٔ شهرستان‌های استان',
  sectors: 'به تفکیک بخش اقتصادی',
  programmes: 'برنامه‌ها',
  programmesNone: 'بدون تفکیک برنامه',
  floor: 'سهم دستگاه بی‌سابقه',
  floorAbout: 'در برابر میانگین دستگاه‌های باسابقه؛ ۰٫۱ یعنی یک‌دهم',
  reason: 'دلیل',
  make: 'ساختن پیش‌نویس',
  preview: 'پیش‌نمایش تقسیم',
  previewAbout: 'هنوز چیزی ثبت نشده است؛ با هر تغییر در وزن‌ها همین‌جا از نو حساب می‌شود.',
  previewWaits: 'با کامل شدن فرم، جدول تازه و تفاوتش همین‌جا می‌آید',
  comesTo: 'جمع',
  splitIn: 'تقسیم در',
  milliseconds: 'هزارم ثانیه',
  splitting: 'در حال تقسیم',
}

/** The words of the page that splits a total. */
export const SPLIT_TEXT: Record<Language, Record<keyof typeof fa, string>> = {
  fa,
  en: {
    title: 'New split',
    about:
      'The total of the province is split by weights over agencies and counties, exactly, into a new draft',
    total: 'Total to split',
    asInForce: 'As now in force',
    totalNeeded: 'Write the total as a number, such as 20500.',
    factors: 'Weighed by',
    factorsAbout: 'Only the proportion of coefficients counts: 0.6 and 0.4 are the same as 3 and 2.',
    factorsNeeded: 'Choose at least one factor.',
    coefficient: 'Coefficient',
    coefficientWrong: 'Write the coefficient as a number, such as 0.4.',
    noEarlier: 'The province has no earlier period.',
    fromPeriod: 'Earlier period',
    weightsFile: 'File of weights',
    weightsFileAbout: 'A table agency × county of whole numbers, laid out like a commitment; Excel or CSV',
    weightsRead: 'weights read',
    weightsNeeded: 'Give the file of weights.',
    among: 'Agencies, counties and sectors',
    agencies: 'Agencies',
    agenciesAll: 'Every agency that has a share in the weights',
    agenciesNeeded: 'With these factors, name the agencies.',
    counties: 'Counties',
    countiesAll: 'Every county of the province',
    sectors: 'Divided by economic sector',
    programmes: 'Programmes',
    programmesNone: 'Not divided by programme',
    floor: 'Share of an agency without history',
    floorAbout: 'beside the average one with history; 0.1 is a tenth',
    reason: 'Reason',
    make: 'Make the draft',
    preview: 'Preview of the split',
    previewAbout: 'Nothing has been recorded yet; every change of the weights is worked out here at once.',
    previewWaits: 'Once the form is complete, the new matrix and its difference appear here',
    comesTo: 'Total',
    splitIn: 'split in',
    milliseconds: 'ms',
    splitting: 'Splitting',
  },
}

/** What a split is weighed by. */
export const FACTOR_TEXT: Record<Language, Record<FactorKind, string>> = {
  fa: {
    'last-commitment': 'تعهد دورهٔ قبل',
    'last-achievement': 'عملکرد تأییدشدهٔ دورهٔ قبل',
    population: 'جمعیت شهرستان',
    unemployed: 'بیکاران شهرستان',
    chosen: 'وزن‌های فایل',
  },
  en: {
    'last-commitment': 'Commitment of an earlier period',
    'last-achievement': 'Verified achievement of an earlier period',
    population: 'Population of the county',
    unemployed: 'Unemployed of the county',
    chosen: 'Weights of a file',
  },
}

/** Why no weights can be made. */
export const WEIGHT_REFUSAL_TEXT: Record<
  Language,
  Record<WeightRefusal['code'], (factor: string) => string>
> = {
  fa: {
    'weights.ratio-invalid': () => 'ضریب‌ها باید عدد باشد و دست‌کم یکی بیش از صفر.',
    'weights.value-invalid': (factor) => `${factor}: وزن‌ها باید عدد درست و نامنفی باشد.`,
    'weights.place-unknown': (factor) => `${factor} جایی بیرون از این تقسیم را نام می‌برد.`,
    'weights.factor-empty': (factor) =>
      `${factor} برای دستگاه‌ها و شهرستان‌های این تقسیم چیزی ندارد؛ معیار دیگری انتخاب کنید.`,
  },
  en: {
    'weights.ratio-invalid': () => 'Coefficients must be numbers, and one of them above zero.',
    'weights.value-invalid': (factor) => `${factor}: weights must be whole numbers from 0 on.`,
    'weights.place-unknown': (factor) => `${factor} names a place outside this split.`,
    'weights.factor-empty': (factor) =>
      `${factor} has nothing for the agencies and counties of this split; choose another factor.`,
  },
}
