import type { JobStep } from '@rasad/domain/jobs/job-life-cycle'
import type { ServiceType } from '@rasad/domain/jobs/job-kinds'
import type { Cause } from '@rasad/domain/ledger/posting'
import type { Language } from '../../shared/language.ts'

/** What each step does, in a sentence for the person who is about to take it. */
export const STEP_MEANING: Record<Language, Record<JobStep, string>> = {
  fa: {
    confirm: 'دستگاه این شغل را از آنِ خود می‌داند و به راستی‌آزمایی می‌فرستد.',
    return: 'شغل با دلیل به ثبت‌کننده برمی‌گردد تا درستش کند.',
    resubmit: 'شغل درست‌شده دوباره در صف تأیید می‌نشیند.',
    verify: 'شغل واقعی است و تأییدشده شمرده می‌شود.',
    reject: 'شغل واقعی نیست و از تأییدشده‌ها بیرون می‌ماند؛ دستگاه می‌تواند اعتراض کند.',
    'mark-unreachable': 'شخص یا محل کار در دسترس نبود؛ شغل در صف می‌ماند.',
    appeal: 'دستگاه به رد اعتراض می‌کند و شغل دوباره بررسی می‌شود.',
    withdraw: 'شغل کنار می‌رود و دیگر شمرده نمی‌شود.',
    'mark-duplicate': 'این شخص جای دیگری شمرده شده است؛ این شغل دیگر شمرده نمی‌شود.',
    correct: 'آنچه نادرست ثبت شده درست می‌شود؛ پیشین و کنونی هر دو در تاریخچه می‌ماند.',
  },
  en: {
    confirm: 'The agency stands by this job and sends it to verification.',
    return: 'The job goes back with a reason to whoever registered it.',
    resubmit: 'The mended job waits for confirmation again.',
    verify: 'The job is real and counts as verified.',
    reject: 'The job is not real and stays out of the verified ones; the agency may appeal.',
    'mark-unreachable': 'Person or workplace could not be reached; the job stays in the queue.',
    appeal: 'The agency objects to the rejection and the job is examined again.',
    withdraw: 'The job is set aside and no longer counted.',
    'mark-duplicate': 'The person is counted elsewhere; this job is no longer counted.',
    correct: 'What was registered wrongly is put right; before and after both stay in the history.',
  },
}

/** Reasons that are given often, by step. */
export const FREQUENT_REASONS: Record<Language, Record<JobStep, readonly string[]>> = {
  fa: {
    confirm: [],
    return: [
      'تاریخ شروع به کار نادرست است',
      'شهرستان محل کار نادرست است',
      'کارفرما روشن نیست',
      'مدارک پیوست نیست',
      'کد ملی با نام نمی‌خواند',
    ],
    resubmit: [],
    verify: ['بازدید محل کار', 'تماس تلفنی', 'تطبیق با بیمه'],
    reject: [
      'در محل کار نبود',
      'کارفرما رابطهٔ کاری را نپذیرفت',
      'شغل پیش از دوره بوده است',
      'چنین کارگاهی نیست',
    ],
    'mark-unreachable': ['تلفن پاسخ نداد', 'در نشانی نبود', 'شماره نادرست است'],
    appeal: ['مدارک بیمه پیوست است', 'بازدید در ساعت کار نبوده است', 'نشانی محل کار تغییر کرده است'],
    withdraw: ['شخص از کار انصراف داد', 'اشتباه ثبت شده بود'],
    'mark-duplicate': ['این شخص با شغل دیگری شمرده شده است', 'دو بار ثبت شده است'],
    correct: ['در ثبت اشتباه شده بود', 'با مدارک تطبیق داده شد', 'پس از بازدید'],
  },
  en: {
    confirm: [],
    return: [
      'The start date is wrong',
      'The county of work is wrong',
      'The employer is unclear',
      'Documents are missing',
      'National ID and name do not match',
    ],
    resubmit: [],
    verify: ['Visited the workplace', 'Telephone call', 'Matched with insurance'],
    reject: [
      'Not at the workplace',
      'The employer denied the employment',
      'The job is older than the period',
      'There is no such workshop',
    ],
    'mark-unreachable': ['No answer by telephone', 'Not at the address', 'The number is wrong'],
    appeal: [
      'Insurance papers are attached',
      'The visit was outside working hours',
      'The workplace has moved',
    ],
    withdraw: ['The person gave up the job', 'Registered by mistake'],
    'mark-duplicate': ['The person is counted with another job', 'Registered twice'],
    correct: ['Mistake at registration', 'Compared with documents', 'After a visit'],
  },
}

/** The services an agency gives a person on the way into work. */
export const SERVICE_TEXT: Record<Language, Record<ServiceType, string>> = {
  fa: {
    information: 'اطلاع‌رسانی',
    identification: 'شناسایی',
    consulting: 'مشاوره',
    training: 'آموزش',
    finance: 'تأمین مالی',
    technology: 'فناوری',
    infrastructure: 'زیرساخت',
    permit: 'مجوز',
    promotion: 'ترویج',
  },
  en: {
    information: 'Information',
    identification: 'Identification',
    consulting: 'Consulting',
    training: 'Training',
    finance: 'Finance',
    technology: 'Technology',
    infrastructure: 'Infrastructure',
    permit: 'Permit',
    promotion: 'Promotion',
  },
}

/** Why a posting was made. */
export const CAUSE_TEXT: Record<Language, Record<Cause, string>> = {
  fa: {
    registered: 'ثبت',
    confirmed: 'تأیید دستگاه',
    returned: 'برگشت',
    resubmitted: 'ارسال دوباره',
    verified: 'راستی‌آزمایی',
    rejected: 'رد',
    unreachable: 'عدم دسترسی',
    appealed: 'اعتراض',
    withdrawn: 'انصراف',
    duplicate: 'تکراری',
    moved: 'اصلاح',
    undone: 'برگرداندن ورود',
    're-split': 'تقسیم دوبارهٔ تعهد',
  },
  en: {
    registered: 'registered',
    confirmed: 'confirmed',
    returned: 'returned',
    resubmitted: 'sent again',
    verified: 'verified',
    rejected: 'rejected',
    unreachable: 'unreachable',
    appealed: 'appealed',
    withdrawn: 'withdrawn',
    duplicate: 'duplicate',
    moved: 'corrected',
    undone: 'import undone',
    're-split': 'commitment split again',
  },
}
