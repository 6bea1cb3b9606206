import {
  DIRECTNESS,
  GENDERS,
  JOB_TYPES,
  NOVELTY_CLASSES,
  SERVICE_TYPES,
  SETTLEMENTS,
} from '../jobs/job-kinds.ts'
import { kindText } from '../ledger/dimension-text.ts'
import { SECTORS } from '../organisations/sectors.ts'
import type { Column } from './columns.ts'
import type { Language } from './verdict-text.ts'

/** One column of the list that agencies fill in. */
export type TemplateColumn = {
  column: Column
  /** As the import recognises it. */
  header: string
  prompt: string
  /** A row without it is refused. */
  needed: boolean
  /** The words to choose from; the counties are those of the province. */
  choices: readonly string[] | 'counties' | 'agencies' | null
  /** In characters. */
  width: number
}

type Draft = { words: Record<Language, readonly [header: string, prompt: string]>; width: number } & Partial<
  Pick<TemplateColumn, 'needed'>
> & { choices?: (language: Language) => TemplateColumn['choices'] }

const SERVICES: Record<Language, Record<(typeof SERVICE_TYPES)[number], string>> = {
  fa: {
    information: 'اطلاع‌رسانی',
    identification: 'شناسایی',
    consulting: 'مشاوره',
    training: 'آموزش',
    finance: 'تسهیلات',
    technology: 'فناوری',
    infrastructure: 'زیرساخت',
    permit: 'مجوز',
    promotion: 'ترویج',
  },
  en: {
    information: 'information',
    identification: 'identification',
    consulting: 'consulting',
    training: 'training',
    finance: 'finance',
    technology: 'technology',
    infrastructure: 'infrastructure',
    permit: 'permit',
    promotion: 'promotion',
  },
}
const DEGREES: Record<Language, readonly string[]> = {
  fa: ['زیر دیپلم', 'دیپلم', 'کاردانی', 'کارشناسی', 'کارشناسی ارشد', 'دکتری'],
  en: ['below diploma', 'diploma', 'associate', 'bachelor', 'master', 'PhD'],
}

const known = (kinds: readonly string[]) => (language: Language) =>
  kinds.filter((kind) => kind !== 'unspecified').map((kind) => kindText(language, kind))

const DATE_FA = 'روز شمسی به صورت ۱۴۰۴/۰۵/۰۳'
const DATE_EN = 'a Jalali day such as 1404/05/03'

const DRAFTS: Partial<Record<Column, Draft>> = {
  nationalId: {
    words: {
      fa: ['کد ملی', 'ده رقم، با صفرهای آغاز آن'],
      en: ['National ID', 'Ten digits, with the zeros it begins with'],
    },
    needed: true,
    width: 14,
  },
  firstName: { words: { fa: ['نام', 'نام کوچک'], en: ['First name', 'The given name'] }, width: 14 },
  lastName: {
    words: { fa: ['نام خانوادگی', 'چنان‌که در شناسنامه است'], en: ['Last name', 'As in the identity card'] },
    needed: true,
    width: 18,
  },
  fatherName: { words: { fa: ['نام پدر', 'اختیاری'], en: ['Father name', 'Optional'] }, width: 13 },
  birthDate: {
    words: { fa: ['تاریخ تولد', DATE_FA], en: ['Birth date', `The date as ${DATE_EN}`] },
    width: 13,
  },
  gender: {
    words: { fa: ['جنسیت', 'از فهرست برگزینید'], en: ['Gender', 'Choose from the list'] },
    choices: known(GENDERS),
    width: 9,
  },
  mobile: {
    words: { fa: ['تلفن همراه', 'مانند ۰۹۱۲۳۴۵۶۷۸۹'], en: ['Mobile', 'Such as 09123456789'] },
    width: 14,
  },
  agency: {
    words: {
      fa: ['دستگاه', 'دستگاهی که شغل از آن است، از فهرست'],
      en: ['Agency', 'Whose job this is, from the list'],
    },
    choices: () => 'agencies',
    needed: true,
    width: 22,
  },
  county: {
    words: {
      fa: ['شهرستان', 'شهرستان محل کار، از فهرست'],
      en: ['County', 'Of the place of work, from the list'],
    },
    choices: () => 'counties',
    needed: true,
    width: 15,
  },
  village: {
    words: { fa: ['روستا', 'اگر محل کار روستا است'], en: ['Village', 'Where the work is in one'] },
    width: 14,
  },
  settlement: {
    words: { fa: ['شهری/روستایی', 'محل کار'], en: ['Urban/rural', 'Of the place of work'] },
    choices: known(SETTLEMENTS),
    width: 12,
  },
  sector: {
    words: { fa: ['بخش اقتصادی', 'بخش شغل، از فهرست'], en: ['Economic sector', 'Of the job, from the list'] },
    choices: known(SECTORS),
    width: 13,
  },
  isic: {
    words: { fa: ['کد آیسیک', 'چهار رقم، اختیاری'], en: ['ISIC code', 'Four digits, optional'] },
    width: 10,
  },
  jobType: {
    words: { fa: ['نوع شغل', 'از فهرست برگزینید'], en: ['Job type', 'Choose from the list'] },
    choices: known(JOB_TYPES),
    width: 16,
  },
  novelty: {
    words: {
      fa: ['نوع ایجاد اشتغال', 'تنها شغل جدید در تعهد شمرده می‌شود'],
      en: ['Novelty', 'Only a new job counts toward the commitment'],
    },
    choices: known(NOVELTY_CLASSES),
    width: 14,
  },
  directness: {
    words: {
      fa: ['مستقیم/غیرمستقیم', 'تنها شغل مستقیم در تعهد شمرده می‌شود'],
      en: ['Directness', 'Only a direct job counts toward the commitment'],
    },
    choices: known(DIRECTNESS),
    width: 15,
  },
  startDate: {
    words: { fa: ['تاریخ شروع به کار', DATE_FA], en: ['Start date', `The date as ${DATE_EN}`] },
    needed: true,
    width: 16,
  },
  employer: {
    words: { fa: ['نام کارگاه', 'کارفرما یا کارگاه'], en: ['Employer', 'Or the workshop'] },
    width: 20,
  },
  workshopCode: {
    words: {
      fa: ['کد کارگاه', 'ده رقم تأمین اجتماعی، اختیاری'],
      en: ['Workshop code', 'Ten characters of the SSO, optional'],
    },
    width: 13,
  },
  education: {
    words: { fa: ['مدرک تحصیلی', 'از فهرست برگزینید'], en: ['Education', 'Choose from the list'] },
    choices: (language) => DEGREES[language],
    width: 14,
  },
  serviceType: {
    words: { fa: ['نوع خدمت', 'خدمتی که دستگاه داده است'], en: ['Service type', 'What the agency gave'] },
    choices: (language) => SERVICE_TYPES.map((type) => SERVICES[language][type]),
    width: 13,
  },
  serviceDate: {
    words: { fa: ['تاریخ خدمت', DATE_FA], en: ['Service date', `The date as ${DATE_EN}`] },
    width: 13,
  },
  amount: {
    words: {
      fa: ['مبلغ تسهیلات (میلیون ریال)', 'تنها عدد، به میلیون ریال'],
      en: ['Loan amount (million rial)', 'A number, in million rial'],
    },
    width: 16,
  },
  documentRef: {
    words: {
      fa: ['شماره مجوز', 'شمارهٔ مجوز یا قرارداد'],
      en: ['Document number', 'Of the permit or contract'],
    },
    width: 15,
  },
  notes: { words: { fa: ['توضیحات', 'اختیاری'], en: ['Notes', 'Optional'] }, width: 22 },
}

/** The columns of the list that agencies fill in, in their order; a list of several agencies names the agency of each row. */
export function templateColumns(language: Language, isOfSeveral = false): TemplateColumn[] {
  const columns = Object.entries(DRAFTS).map(
    ([column, { words, needed = false, choices, width }]): TemplateColumn => {
      const [header, prompt] = words[language]
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- The keys of a record by columns.
      return { column: column as Column, header, prompt, needed, choices: choices?.(language) ?? null, width }
    },
  )
  return columns.filter(({ column }) => isOfSeveral || column !== 'agency')
}
