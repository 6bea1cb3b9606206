import type { Correction, RowWarning, Verdict, VerdictReason } from './verdict.ts'

/** The languages of the product; Persian is written first. */
export const LANGUAGES = ['fa', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

/** Why a row is not entered, and what to do about it, in a sentence for the person who sent it. */
export const REASON_TEXT: Record<Language, Record<VerdictReason, string>> = {
  fa: {
    'national-id.missing': 'کد ملی خالی است؛ کد ملی ده‌رقمی را بنویسید.',
    'national-id.invalid': 'کد ملی درست نیست؛ آن را با کارت ملی بسنجید.',
    'last-name.missing': 'نام خانوادگی خالی است؛ آن را بنویسید.',
    'start-date.missing': 'تاریخ شروع به کار خالی است؛ آن را مانند ۱۴۰۴/۰۵/۰۳ بنویسید.',
    'start-date.invalid':
      'تاریخ شروع به کار خوانده نشد یا چنین روزی در تقویم نیست؛ آن را مانند ۱۴۰۴/۰۵/۰۳ بنویسید.',
    'start-date.outside-period': 'تاریخ شروع به کار بیرون از دورهٔ تعهد است.',
    'start-date.in-future': 'تاریخ شروع به کار هنوز نرسیده است.',
    'county.missing': 'شهرستان خالی است؛ نام شهرستان محل کار را بنویسید.',
    'county.unknown': 'این شهرستان در استان نیست؛ نام شهرستان محل کار را بنویسید.',
    'agency.missing': 'نام دستگاه خالی است؛ نام یا کد دستگاهی را بنویسید که این شغل از آن است.',
    'agency.unknown': 'دستگاه شناخته نشد؛ نام یا کد دستگاه را بنویسید.',
    'agency.not-allowed':
      'این ردیف به نام دستگاه دیگری است؛ آن را در فهرست همان دستگاه یا در فهرست چند دستگاه بفرستید.',
    'age.below-minimum': 'سن شخص در روز شروع به کار کمتر از ۱۵ سال است؛ تاریخ تولد و تاریخ شروع را بسنجید.',
    'sector.unknown': 'بخش اقتصادی شناخته نشد؛ یکی از کشاورزی، صنعت یا خدمات را بنویسید.',
    'novelty.unknown': 'نوع اشتغال‌زایی شناخته نشد؛ یکی از جدید، تثبیت، توسعه یا احیا را بنویسید.',
    'directness.unknown': 'مستقیم یا غیرمستقیم بودن شغل شناخته نشد.',
    'duplicate.in-file': 'این شخص در همین فایل بالاتر آمده است؛ همان ردیف شمرده شد.',
    'duplicate.in-register': 'این شخص را همین دستگاه در این دوره پیش‌تر ثبت کرده است.',
    'duplicate.claim-decided': 'دربارهٔ این شخص پیش‌تر تصمیم گرفته شده و به نام دستگاه دیگری است.',
    'claim.conflict': 'این شخص را دستگاه دیگری در این دوره ثبت کرده است؛ پروندهٔ تعارض باز شد.',
  },
  en: {
    'national-id.missing': 'The national ID is empty; write its ten digits.',
    'national-id.invalid': 'The national ID is not right; compare it with the card.',
    'last-name.missing': 'The family name is empty; write it.',
    'start-date.missing': 'The start date is empty; write it as 1404/05/03.',
    'start-date.invalid': 'The start date cannot be read, or there is no such day; write it as 1404/05/03.',
    'start-date.outside-period': 'The start date lies outside the commitment period.',
    'start-date.in-future': 'The start date has not come yet.',
    'county.missing': 'The county is empty; write the county of the place of work.',
    'county.unknown': 'The province has no such county; write the county of the place of work.',
    'agency.missing': 'The agency is empty; write the name or code of the agency whose job this is.',
    'agency.unknown': 'The agency is not known; write its name or code.',
    'agency.not-allowed':
      'The row is another agency’s; send it in that agency’s list, or in a list of several agencies.',
    'age.below-minimum':
      'The person was younger than 15 at the start date; compare birth date and start date.',
    'sector.unknown': 'The sector is not known; write agriculture, industry or services.',
    'novelty.unknown': 'The class of the job is not known; write new, retained, expanded or revived.',
    'directness.unknown': 'Whether the job is direct or indirect is not known.',
    'duplicate.in-file': 'The person stands higher up in this file; that row was counted.',
    'duplicate.in-register': 'This agency has registered the person in this period already.',
    'duplicate.claim-decided': 'The person was decided to be another agency’s.',
    'claim.conflict': 'Another agency has registered the person in this period; a conflict case was opened.',
  },
}

const IF_ENTERED: Record<Language, Partial<Record<VerdictReason, string>>> = {
  fa: {
    'duplicate.in-file': 'این شخص در همین فایل بالاتر آمده است؛ در صورت ورود، همان ردیف شمرده می‌شود.',
    'claim.conflict':
      'این شخص را دستگاه دیگری در این دوره ثبت کرده است؛ در صورت ورود، پروندهٔ تعارض باز می‌شود.',
  },
  en: {
    'duplicate.in-file': 'The person stands higher up in this file; that row would be counted.',
    'claim.conflict':
      'Another agency has registered the person in this period; importing would open a conflict case.',
  },
}

/** As `REASON_TEXT`, of a list that was checked only: nothing has happened yet. */
export const CHECKED_REASON_TEXT: Record<Language, Record<VerdictReason, string>> = {
  fa: { ...REASON_TEXT.fa, ...IF_ENTERED.fa },
  en: { ...REASON_TEXT.en, ...IF_ENTERED.en },
}

/** The sentences for the reasons of a list that was checked only, or has entered. */
export function reasonTexts(language: Language, isChecked: boolean): Record<VerdictReason, string> {
  return (isChecked ? CHECKED_REASON_TEXT : REASON_TEXT)[language]
}

/** The sentence for a reason or a warning; the code itself where it is none of ours. */
export function sentenceOf(language: Language, code: string, isChecked = false): string {
  const reasons = reasonTexts(language, isChecked)
  const sentences: Readonly<Record<string, string>> = { ...reasons, ...WARNING_TEXT[language] }
  return sentences[code] ?? code
}

/** What a person should look at in a row, in words. */
export const WARNING_TEXT: Record<Language, Record<RowWarning, string>> = {
  fa: {
    'row.hidden': 'ردیف در فایل پنهان بود.',
    'row.second-person':
      'در همین ردیف کد ملی شخص دیگری هم هست که خوانده نشد؛ جدول دوم را زیر جدول نخست بگذارید.',
    'cell.formula': 'در ردیف فرمول بود؛ مقدار آن خوانده شد.',
    'cell.error': 'خانه‌ای خطای اکسل دارد.',
    'cell.merged':
      'خانه‌ای با ردیف بالا ادغام شده است؛ کد ملی، نام، تاریخ تولد، تلفن همراه و مبلغ از ردیف دیگر گرفته نمی‌شود.',
    'national-id.suspicious': 'کد ملی رقم‌های پشت‌سرهم دارد؛ آن را بسنجید.',
    'first-name.missing': 'نام خالی است.',
    'birth-date.invalid': 'تاریخ تولد خوانده نشد.',
    'age.above-usual': 'سن شخص بیش از اندازهٔ معمول است.',
    'gender.unknown': 'جنسیت شناخته نشد.',
    'mobile.invalid': 'شمارهٔ همراه درست نیست.',
    'job-type.unknown': 'نوع اشتغال شناخته نشد.',
    'settlement.unknown': 'شهری یا روستایی بودن شناخته نشد.',
    'workshop-code.invalid': 'کد کارگاه درست نیست.',
    'isic.invalid': 'کد آیسیک درست نیست.',
    'isic.doubtful': 'شاید صفر آغاز کد آیسیک افتاده باشد؛ کد همان گونه که نوشته شده است ماند.',
    'service-type.unknown': 'نوع خدمت شناخته نشد.',
    'service-date.invalid': 'تاریخ خدمت خوانده نشد.',
    'start-date.before-service': 'شروع به کار پیش از خدمت است.',
    'amount.invalid': 'مبلغ خوانده نشد.',
    'amount.unit-missing': 'واحد مبلغ (ریال یا تومان) معلوم نیست.',
    'amount.doubtful': 'مبلغ شاید وارونه نوشته شده باشد.',
  },
  en: {
    'row.hidden': 'The row was hidden in the file.',
    'row.second-person':
      'The row holds the national ID of another person too, who was not read; put the second table below the first.',
    'cell.formula': 'The row held a formula; its value was read.',
    'cell.error': 'A cell holds a spreadsheet error.',
    'cell.merged':
      'A cell is merged with the row above; national ID, names, birth date, mobile and amount are never taken from another row.',
    'national-id.suspicious': 'The national ID counts up or down; check it.',
    'first-name.missing': 'The first name is empty.',
    'birth-date.invalid': 'The birth date cannot be read.',
    'age.above-usual': 'The person is older than usual.',
    'gender.unknown': 'The gender is not known.',
    'mobile.invalid': 'The mobile number is not right.',
    'job-type.unknown': 'The job type is not known.',
    'settlement.unknown': 'Whether it is a town or a village is not known.',
    'workshop-code.invalid': 'The workshop code is not right.',
    'isic.invalid': 'The ISIC code is not right.',
    'isic.doubtful': 'The ISIC code may have lost its leading zero; it was kept as it is written.',
    'service-type.unknown': 'The kind of service is not known.',
    'service-date.invalid': 'The service date cannot be read.',
    'start-date.before-service': 'The start is before the service.',
    'amount.invalid': 'The amount cannot be read.',
    'amount.unit-missing': 'The unit of the amount (rial or toman) is not given.',
    'amount.doubtful': 'The amount may be written the wrong way round.',
  },
}

/** The verdicts on rows, in words. */
export const VERDICT_TEXT: Record<Language, Record<Verdict, string>> = {
  fa: { accepted: 'پذیرفته', rejected: 'ردشده', duplicate: 'تکراری', conflict: 'تعارض' },
  en: { accepted: 'accepted', rejected: 'rejected', duplicate: 'duplicate', conflict: 'conflict' },
}

/** What was mended while rows were read, in words. */
export const CORRECTION_TEXT: Record<Language, Record<Correction, string>> = {
  fa: {
    'national-id.padded': 'صفرهای افتادهٔ آغاز کد ملی گذاشته شد.',
    'national-id.cleaned': 'جداکننده‌های کد ملی برداشته شد.',
    'text.letters-folded': 'حروف عربی به فارسی برگردانده شد.',
    'text.control-removed': 'نویسه‌های پنهان برداشته شد.',
    'text.shortened': 'متن بیش از اندازه بلند کوتاه شد.',
    'name.split': 'نام و نام خانوادگی از یک خانه جدا شد.',
    'start-date.read': 'تاریخ شروع به کار به صورت ۱۴۰۴/۰۵/۰۳ درآمد.',
    'birth-date.read': 'تاریخ تولد به صورت ۱۴۰۴/۰۵/۰۳ درآمد.',
    'service-date.read': 'تاریخ خدمت به صورت ۱۴۰۴/۰۵/۰۳ درآمد.',
    'mobile.padded': 'صفر آغاز شمارهٔ همراه گذاشته شد.',
    'workshop-code.padded': 'صفرهای افتادهٔ کد کارگاه گذاشته شد.',
    'county.read': 'نام شهرستان با املای دیگری نوشته شده بود و شناخته شد.',
    'county.from-sheet': 'شهرستان از نام برگه خوانده شد.',
    'county.from-heading': 'شهرستان از عنوان بالای ردیف‌ها خوانده شد.',
    'county.from-city': 'به جای شهرستان نام شهر نوشته شده بود؛ شهرستان همان شهر گرفته شد.',
    'agency.read': 'نام دستگاه با املای دیگری نوشته شده بود و شناخته شد.',
    'agency.from-sheet': 'دستگاه از نام برگه خوانده شد.',
    'cell.from-merge': 'مقدار خانهٔ ادغام‌شده برای این ردیف هم خوانده شد.',
    'isic.padded': 'صفر افتادهٔ آغاز کد آیسیک گذاشته شد.',
  },
  en: {
    'national-id.padded': 'The lost zeros of the national ID were put back.',
    'national-id.cleaned': 'Separators were taken out of the national ID.',
    'text.letters-folded': 'Arabic letters were made Persian.',
    'text.control-removed': 'Hidden characters were removed.',
    'text.shortened': 'A text that was too long was cut.',
    'name.split': 'First and last name were taken from one cell.',
    'start-date.read': 'The start date was brought into the form 1404/05/03.',
    'birth-date.read': 'The birth date was brought into the form 1404/05/03.',
    'service-date.read': 'The service date was brought into the form 1404/05/03.',
    'mobile.padded': 'The lost zero of the mobile number was put back.',
    'workshop-code.padded': 'The lost zeros of the workshop code were put back.',
    'county.read': 'The county was written in another spelling and was recognised.',
    'county.from-sheet': 'The county was read from the name of the sheet.',
    'county.from-heading': 'The county was read from the heading above the rows.',
    'county.from-city': 'A city was written in place of the county; the county it lies in was taken.',
    'agency.read': 'The agency was written in another spelling and was recognised.',
    'agency.from-sheet': 'The agency was read from the name of the sheet.',
    'cell.from-merge': 'The value of a merged cell was read for this row too.',
    'isic.padded': 'The lost zero of the ISIC code was put back.',
  },
}
