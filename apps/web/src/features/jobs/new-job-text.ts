import type { JobEntry } from '@rasad/contracts/jobs'
import type { Language } from '../../shared/language.ts'

/** The fields of the form. */
export type EntryField = Exclude<keyof JobEntry, 'province' | 'period'>

/** The names of the fields. */
export const FIELD_TEXT: Record<Language, Record<EntryField, string>> = {
  fa: {
    agency: 'دستگاه',
    nationalId: 'کد ملی',
    firstName: 'نام',
    lastName: 'نام خانوادگی',
    fatherName: 'نام پدر',
    birthDate: 'تاریخ تولد',
    gender: 'جنسیت',
    mobile: 'تلفن همراه',
    county: 'شهرستان محل کار',
    village: 'روستا',
    sector: 'بخش',
    isic: 'کد آیسیک',
    jobType: 'نوع شغل',
    novelty: 'نوع ایجاد',
    directness: 'مستقیم یا نه',
    settlement: 'شهری یا روستایی',
    education: 'مدرک تحصیلی',
    employer: 'کارفرما',
    workshopCode: 'کد کارگاه',
    startDate: 'شروع به کار',
    serviceType: 'خدمت دستگاه',
    serviceDate: 'تاریخ خدمت',
    amount: 'مبلغ با واحد',
    documentRef: 'شمارهٔ سند',
  },
  en: {
    agency: 'Agency',
    nationalId: 'National ID',
    firstName: 'First name',
    lastName: 'Family name',
    fatherName: "Father's name",
    birthDate: 'Date of birth',
    gender: 'Gender',
    mobile: 'Mobile',
    county: 'County of work',
    village: 'Village',
    sector: 'Sector',
    isic: 'ISIC code',
    jobType: 'Job type',
    novelty: 'Novelty',
    directness: 'Directness',
    settlement: 'Town or village',
    education: 'Education',
    employer: 'Employer',
    workshopCode: 'Workshop code',
    startDate: 'Start',
    serviceType: 'Service of the agency',
    serviceDate: 'Date of the service',
    amount: 'Amount with unit',
    documentRef: 'Document',
  },
}

const fa = {
  title: 'ثبت یک شغل',
  about: 'همان قاعده‌هایی که ردیف فهرست‌ها دارند؛ ستاره‌دارها لازم است.',
  back: 'فهرست شغل‌ها',
  person: 'شخص',
  work: 'کار',
  service: 'خدمتی که داده شده',
  register: 'ثبت شغل',
  clear: 'پاک کردن فرم',
  clearQuestion: 'همهٔ آنچه نوشته‌اید پاک شود؟',
  kept: 'آنچه پیش‌تر نوشته بودید نگه داشته شده است.',
  neededBefore: 'این‌ها را بنویسید یا درست کنید:',
  amountHint: 'مانند ۱۵۰ میلیون تومان',
  registered: 'شغل ثبت شد:',
  another: 'شغل دیگری ثبت کنید یا صفحهٔ این شغل را ببینید.',
  see: 'دیدن شغل',
  claim: 'ادعای این شخص برای دستگاه من',
  claimAbout: 'پروندهٔ تعارض باز می‌شود و کس دیگری تصمیم می‌گیرد که این شخص برای کدام دستگاه شمرده شود.',
  seeHolder: 'دیدن شغلی که ثبت شده است',
  noPermission: 'ثبت شغل در اجازه‌های شما نیست.',
  noPeriod: 'دوره‌ای برای این استان باز نشده است',
  noPeriodWhy: 'شغل‌ها در دورهٔ تعهد ثبت می‌شوند؛ نخست دوره را باز کنید.',
}

/** The words of the form that registers one job. */
export const NEW_JOB_TEXT: Record<Language, Record<keyof typeof fa, string>> = {
  fa,
  en: {
    title: 'Register a job',
    about: 'The rules are those of a row of a list; what has a star is needed.',
    back: 'List of jobs',
    person: 'Person',
    work: 'Work',
    service: 'Service that was given',
    register: 'Register the job',
    clear: 'Clear the form',
    clearQuestion: 'Clear all you have typed?',
    kept: 'What you had typed before was kept.',
    neededBefore: 'Write or correct these:',
    amountHint: 'such as 150 million toman',
    registered: 'The job is registered:',
    another: 'Register another one, or see the page of this job.',
    see: 'See the job',
    claim: 'Claim this person for my agency',
    claimAbout:
      'This opens a conflict case, and somebody else decides for which agency the person is counted.',
    seeHolder: 'See the job that is registered',
    noPermission: 'You may not register jobs.',
    noPeriod: 'No period has been opened for this province',
    noPeriodWhy: 'Jobs are registered in a commitment period; open one first.',
  },
}

/** What somebody may have studied; the register knows a degree by these words. */
export const EDUCATION_TEXT: Record<Language, { value: string; label: string }[]> = {
  fa: ['زیر دیپلم', 'دیپلم', 'کاردانی', 'کارشناسی', 'کارشناسی ارشد', 'دکتری'].map((value) => ({
    value,
    label: value,
  })),
  en: [
    { value: 'زیر دیپلم', label: 'Below diploma' },
    { value: 'دیپلم', label: 'Diploma' },
    { value: 'کاردانی', label: 'Associate' },
    { value: 'کارشناسی', label: 'Bachelor' },
    { value: 'کارشناسی ارشد', label: 'Master' },
    { value: 'دکتری', label: 'Doctorate' },
  ],
}
