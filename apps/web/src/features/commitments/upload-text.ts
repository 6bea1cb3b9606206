import type { Language } from '../../shared/language.ts'

const fa = {
  title: 'ورود تعهد از اکسل',
  about: 'فایل نخست خوانده و سنجیده می‌شود؛ تا تأیید شما چیزی ثبت نمی‌شود',
  file: 'جدول تعهد',
  fileAbout:
    'دستگاه‌ها در ردیف‌ها و شهرستان‌ها در ستون‌ها، یا فهرست دستگاه، شهرستان، بخش و مقدار؛ هر جمعی که نوشته باشید سنجیده می‌شود. اکسل، ODS یا CSV',
  sample: 'ساده‌ترین راه: فایل موجود را بگیرید، عددها را عوض کنید و همان را بیاورید.',
  sampleFile: 'اکسل نسخهٔ',
  read: 'خوانده شد',
  cells: 'خانه',
  total: 'جمع',
  reading: 'در حال خواندن',
  again: 'دوباره',
  mismatches: 'جمع‌هایی که با خانه‌هایشان برابر نیست',
  mismatchesAbout: 'در فایل درست کنید و دوباره بیاورید. چیزی ثبت نشد.',
  faults: 'خانه‌هایی که خوانده نشد',
  faultsAbout: 'این خانه‌ها را در فایل درست کنید و دوباره بیاورید. چیزی ثبت نشد.',
  line: 'ردیف',
  cell: 'خانه',
  why: 'ایراد',
  stated: 'نوشته‌شده',
  sum: 'جمع خانه‌ها',
  whole: 'جمع',
  reason: 'دلیل',
  draft: 'ذخیره به صورت پیش‌نویس',
  draftAbout: 'پیش‌نویس تا ابلاغ در هیچ رقمی شمرده نمی‌شود؛ پس از ذخیره می‌توان آن را اصلاح و با نامه ابلاغ کرد.',
  set: 'لازم‌الاجرا کردن بی‌نامه',
  setSure: 'این جدول همین حالا و بی‌نامه نسخهٔ لازم‌الاجرا می‌شود و رقم «تعهدشده» از آن پس همین است. ثبت شود؟',
  notNotifying: 'لازم‌الاجرا کردن، اجازهٔ ابلاغ می‌خواهد؛ پیش‌نویس بسازید.',
  mustAddUp: 'نخست جمع‌های فایل را درست کنید.',
}

/** The words of the page that takes a matrix from a file. */
export const UPLOAD_TEXT: Record<Language, Record<keyof typeof fa, string>> = {
  fa,
  en: {
    title: 'Commitment from Excel',
    about: 'The file is read and checked first; nothing is set until you say so',
    file: 'Commitment matrix',
    fileAbout:
      'Agencies down and counties across, or a list of agency, county, sector and value; every sum you wrote is checked. Excel, ODS or CSV',
    sample: 'The simplest way: take the present file, change its numbers and bring it back.',
    sampleFile: 'Excel of version',
    read: 'read',
    cells: 'cells',
    total: 'total',
    reading: 'Reading',
    again: 'Try again',
    mismatches: 'Sums that differ from their cells',
    mismatchesAbout: 'Correct them in the file and bring it again. Nothing was set.',
    faults: 'Cells that could not be read',
    faultsAbout: 'Correct these cells in the file and bring it again. Nothing was set.',
    line: 'Line',
    cell: 'Cell',
    why: 'What is wrong',
    stated: 'Stated',
    sum: 'Sum of cells',
    whole: 'Sum',
    reason: 'Reason',
    draft: 'Save as a draft',
    draftAbout:
      'A draft counts in no figure until its notice; once saved it can be amended, and notified by letter.',
    set: 'Bring into force without a letter',
    setSure:
      'This matrix comes into force now and without a letter; from then on “committed” is this. Set it?',
    notNotifying: 'Bringing it into force takes the right to notify; make a draft.',
    mustAddUp: 'First correct the sums in the file.',
  },
}

type MatrixFault =
  | 'agency.unknown'
  | 'county.unknown'
  | 'sector.unknown'
  | 'programme.unknown'
  | 'value.invalid'
  | 'cell.repeated'
  | 'header.missing'

const FAULTS: Record<Language, Record<MatrixFault, string>> = {
  fa: {
    'agency.unknown': 'چنین دستگاهی شناخته نیست؛ نام یا کد آن را درست کنید.',
    'county.unknown': 'چنین شهرستانی در این استان نیست.',
    'sector.unknown': 'بخش شناخته نیست؛ کشاورزی، صنعت یا خدمات بنویسید.',
    'programme.unknown': 'برنامه شناخته نیست.',
    'value.invalid': 'عدد درست و نامنفی نیست.',
    'cell.repeated': 'این دستگاه و شهرستان پیش‌تر در جدول آمده است؛ یکی را بردارید یا جمع کنید.',
    'header.missing': 'جدولی با دستگاه و شهرستان در فایل پیدا نشد.',
  },
  en: {
    'agency.unknown': 'no such agency is known; correct its name or code.',
    'county.unknown': 'the province has no such county.',
    'sector.unknown': 'the sector is not known; write agriculture, industry or services.',
    'programme.unknown': 'the programme is not known.',
    'value.invalid': 'it is no whole number from 0 on.',
    'cell.repeated': 'this agency and county stand in the table already; take one out or add them up.',
    'header.missing': 'no table of agencies and counties was found in the file.',
  },
}

/** What is wrong with a cell of a file. */
export function matrixFaultText(language: Language, reason: string): string {
  const texts: Readonly<Record<string, string>> = FAULTS[language]
  return texts[reason] ?? reason
}
