import type { Sector } from '@rasad/domain/organisations/sectors'
import type { Language } from '../../shared/language.ts'

const fa = {
  agencies: 'دستگاه‌ها',
  agenciesAbout: 'دستگاه‌هایی که می‌توانند سهمی از تعهد داشته باشند؛ با هر نسخهٔ رصد به‌روز می‌شود',
  search: 'جست‌وجوی نام یا کد',
  code: 'کد',
  shortName: 'نام کوتاه',
  fullName: 'نام کامل',
  englishName: 'نام انگلیسی',
  sector: 'بخش اقتصادی',
  noAgency: 'دستگاهی با این نام نیست',
  noAgencyWhy: 'واژهٔ کوتاه‌تری بنویسید.',
  periods: 'دوره‌ها',
  periodsAbout: 'دوره‌های تعهد استان؛ دوره لازم نیست سال شمسی باشد',
  period: 'دوره',
  title: 'عنوان',
  from: 'آغاز',
  to: 'پایان',
  cutoff: 'مهلت ثبت',
  cutoffHint: 'خالی یعنی همان روز پایان',
  add: 'باز کردن دوره',
  mayNotAdd: 'نقش شما دوره باز نمی‌کند؛ معاون اقتصادی، مدیرکل کار یا راهبر باز می‌کند.',
  periodHint: 'مانند ۱۴۰۵؛ در نشانی‌ها و گزارش‌ها با همین نام می‌آید',
  titleHint: 'خالی یعنی همان نام دوره',
  needed: 'این را بنویسید.',
  periodWrong: 'رقم، حرف لاتین یا خط تیره؛ بیشینه بیست نویسه.',
  noPeriod: 'برای این استان هنوز دوره‌ای باز نشده است',
  noPeriodWhy: 'نخستین دوره را باز کنید تا تعهد و شغل‌ها در آن ثبت شود.',
  changePeriod: 'تغییر دوره',
  changePeriodOf: 'تغییر',
  changePeriodWhy: 'عنوان و مهلت ثبت را می‌توان تغییر داد؛ روزهای دوره با رقم‌های آن ثابت می‌ماند.',
  mayNotChange: 'نقش شما دوره را تغییر نمی‌دهد؛ معاون اقتصادی، مدیرکل کار یا راهبر می‌دهد.',
  meanwhile: 'این دوره در این میان تغییر کرده است.',
  save: 'ثبت',
  saveAnyway: 'با این حال ثبت کن',
  acts: 'عملیات',
}

/** The words of the agencies and the periods. */
export const LISTS_TEXT: Record<Language, Record<keyof typeof fa, string>> = {
  fa,
  en: {
    agencies: 'Agencies',
    agenciesAbout:
      'The agencies that can hold a share of a commitment; each release of Rasad brings the list up to date',
    search: 'Search by name or code',
    code: 'Code',
    shortName: 'Short name',
    fullName: 'Name in Persian',
    englishName: 'Name',
    sector: 'Sector',
    noAgency: 'No agency of this name',
    noAgencyWhy: 'Write a shorter word.',
    periods: 'Periods',
    periodsAbout: 'The commitment periods of the province; a period need not be the Jalali year',
    period: 'Period',
    title: 'Title',
    from: 'From',
    to: 'To',
    cutoff: 'Registration until',
    cutoffHint: 'Empty means the last day itself',
    add: 'Open a period',
    mayNotAdd:
      'Your role does not open periods; the economic deputy, the director-general of labour or the operator does.',
    periodHint: 'Such as 1405; addresses and reports call it by this name',
    titleHint: 'Empty means the name of the period',
    needed: 'Write this.',
    periodWrong: 'Digits, Latin letters or hyphens; at most twenty characters.',
    noPeriod: 'No period has been opened for this province',
    noPeriodWhy: 'Open the first one, so that its commitment and jobs can be registered.',
    changePeriod: 'Change the period',
    changePeriodOf: 'Change',
    changePeriodWhy:
      'Its title and the last day of registration can be changed; its days stay, as its figures do.',
    mayNotChange:
      'Your role does not change periods; the economic deputy, the director-general of labour or the operator does.',
    meanwhile: 'The period has changed meanwhile.',
    save: 'Save',
    saveAnyway: 'Save it all the same',
    acts: 'Act',
  },
}

/** The sectors of the economy. */
export const SECTOR_TEXT: Record<Language, Record<Sector, string>> = {
  fa: { agriculture: 'کشاورزی', industry: 'صنعت', services: 'خدمات' },
  en: { agriculture: 'Agriculture', industry: 'Industry', services: 'Services' },
}
