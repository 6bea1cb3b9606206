import { words } from './word-list.ts'

/** The names senders give each column. Spelling (ي/ی, half-spaces, spaces, dashes) is folded before comparison. */
export const HEADER_WORDS = {
  rowNumber: words(`ردیف | شماره ردیف | ش ردیف | شماره | row | no | # | row number`),
  nationalId: words(`
    کد ملی | شماره ملی | ش ملی | کدملی | کد ملی ده رقمی | شناسه ملی فرد | کد شناسایی ملی | ش.ملی
    ک ملی | national id | national code | national no | national number | nationalid | code melli
  `),
  firstName: words(`نام | نام کوچک | اسم | first name | given name | name`),
  lastName: words(`
    نام خانوادگی | خانوادگی | فامیل | فامیلی | نام فامیل | نام فامیلی | شهرت | last name | surname
    family | family name
  `),
  fullName: words(`
    نام و نام خانوادگی | نام نام خانوادگی | نام خانوادگی و نام | نام خانوادگی نام | فامیل و نام
    شهرت و نام | نام فامیل و نام | نام و فامیل | نام و شهرت
    نام و نشان | نام کامل | مشخصات | اسم و فامیل | اسامی | full name | name and surname
    name and family | first and last name
  `),
  fatherName: words(`نام پدر | پدر | فرزند | father | father name | father's name`),
  birthDate: words(`
    تاریخ تولد | تولد | ت تولد | ت.ت | متولد | تاریخ ولادت | birth date | date of birth | birthday
    dob
  `),
  gender: words(`جنسیت | جنس | زن/مرد | مرد/زن | جنسیت (زن/مرد) | gender | sex`),
  mobile: words(`
    تلفن همراه | شماره تلفن همراه | موبایل | شماره موبایل | شماره همراه | همراه | شماره تماس
    تلفن تماس | تلفن | شماره تلفن | تماس | mobile | mobile number | cell phone | phone
    phone number | tel
  `),
  county: words(`
    شهرستان | نام شهرستان | کد شهرستان | شهرستان محل اشتغال | شهرستان محل کار | شهرستان محل فعالیت
    شهرستان محل خدمت | شهرستان محل اجرا | شهرستان محل اجرای طرح | محل اشتغال (شهرستان) | محل اشتغال
    محل فعالیت | محل اجرا | محل اجرای طرح | محل خدمت | county | county name | county code
    shahrestan
  `),
  district: words(`نام بخش | بخش محل اشتغال | بخش (تقسیمات کشوری) | district`),
  ruralDistrict: words(`دهستان | نام دهستان | rural district | dehestan`),
  village: words(`روستا | نام روستا | آبادی | نام آبادی | روستای محل اشتغال | village`),
  place: words(`
    شهر/روستا | روستا/شهر | شهر یا روستا | روستا یا شهر | شهر و روستا | شهر | نام شهر
    نام شهر/روستا | نشانی | آدرس | نشانی محل کار | آدرس محل کار | نشانی محل اشتغال
    آدرس محل اشتغال | محل | place | address | city
  `),
  sector: words(`
    بخش | بخش اقتصادی | بخش فعالیت | بخش فعالیت اقتصادی | حوزه اقتصادی | بخش عمده فعالیت | sector
    economic sector
  `),
  isic: words(`
    کد آیسیک | آیسیک | کد isic | isic | isic code | کد فعالیت | کد رسته | کد رسته فعالیت
    کد فعالیت اقتصادی
  `),
  jobType: words(`
    نوع اشتغال | نوع شغل | رسته | رسته شغلی | رسته فعالیت | زمینه فعالیت | حوزه فعالیت | نوع فعالیت
    شغل | عنوان شغل | عنوان شغلی | وضعیت شغلی | وضع شغلی | وضعیت اشتغال | نحوه اشتغال | شیوه اشتغال
    گروه شغلی | job type | type of job | employment type | type of employment
  `),
  novelty: words(`
    جدید/تثبیت | ایجاد/تثبیت | ایجاد یا تثبیت | جدید یا تثبیت | نوع ایجاد اشتغال | نوع ایجاد
    ماهیت اشتغال | ماهیت شغل | وضعیت شغل | نوع اشتغال (جدید/تثبیت) | novelty | new or retained
  `),
  directness: words(`
    مستقیم/غیرمستقیم | مستقیم یا غیر مستقیم | نوع (مستقیم/غیرمستقیم) | اشتغال مستقیم/غیرمستقیم
    directness | direct/indirect
  `),
  settlement: words(`
    شهری/روستایی | روستایی/شهری | شهری یا روستایی | نقطه شهری/روستایی | منطقه شهری/روستایی
    نوع منطقه | نوع سکونتگاه | نقاط شهری و روستایی | منطقه | settlement | urban/rural
    urban or rural
  `),
  employer: words(`
    نام کارفرما | کارفرما | کارگاه | نام کارگاه | محل کار | نام محل کار | شرکت | نام شرکت
    نام واحد | واحد | نام بنگاه | بنگاه | نام واحد تولیدی | واحد تولیدی | نام کارفرما/کارگاه
    کارفرما/کارگاه | کارگاه/کارفرما | نام شرکت/کارگاه | نام واحد/کارگاه | نام کسب و کار | employer
    employer name | company | workshop | workplace
  `),
  workshopCode: words(`
    کد کارگاه | کد کارگاهی | شماره کارگاه | شماره کارگاهی | کد کارگاه تامین اجتماعی
    کد کارگاه بیمه | شماره کارگاه تامین اجتماعی | workshop code | sso workshop code
  `),
  startDate: words(`
    تاریخ شروع به کار | تاریخ شروع | تاریخ اشتغال | شروع به کار | تاریخ شروع کار
    تاریخ شروع اشتغال | تاریخ شروع فعالیت | شروع اشتغال | شروع کار | شروع فعالیت
    تاریخ اشتغال به کار | تاریخ آغاز به کار | تاریخ آغاز | آغاز به کار | تاریخ ایجاد شغل
    تاریخ ایجاد اشتغال | تاریخ ایجاد | تاریخ استخدام | تاریخ به کارگیری | تاریخ بکارگیری | ت شروع | ت شروع به کار
    تاریخ شروع بکار | start date | job start date | employment date | date of employment
    start of work
  `),
  agency: words(`
    دستگاه | نام دستگاه | دستگاه اجرایی | نام دستگاه اجرایی | دستگاه معرف | دستگاه معرفی کننده
    دستگاه متولی | دستگاه مربوطه | دستگاه حمایتی | کد دستگاه | نهاد | نهاد حمایتی | سازمان
    نام سازمان | اداره کل | agency | agency code | agency name | organisation | organization
  `),
  serviceType: words(`
    نوع خدمت | نوع خدمات | خدمت | خدمت ارائه شده | نوع خدمت ارائه شده | نوع حمایت | service
    service type | type of service
  `),
  serviceDate: words(`
    تاریخ خدمت | تاریخ ارائه خدمت | تاریخ پرداخت | تاریخ پرداخت تسهیلات | تاریخ تسهیلات
    تاریخ پرداخت وام | تاریخ دریافت تسهیلات | تاریخ دریافت وام | تاریخ مجوز | تاریخ صدور مجوز
    تاریخ معرفی | service date | payment date | permit date
  `),
  amount: words(`
    مبلغ | مبلغ تسهیلات | تسهیلات | مبلغ وام | وام | میزان تسهیلات | میزان وام | تسهیلات پرداختی
    مبلغ پرداختی | مبلغ تسهیلات پرداختی | تسهیلات پرداخت شده | مبلغ پرداخت شده
    مبلغ تسهیلات پرداخت شده | مبلغ تسهیلات مصوب | اعتبار | مبلغ اعتبار | مبلغ حمایت | amount | loan
    loan amount | facility amount
  `),
  documentRef: words(`
    شماره مجوز | شماره پروانه | شماره سند | شماره نامه | شماره قرارداد | شماره پرونده
    شماره معرفی نامه | شماره مستند | شماره مدرک | مستندات | مستند | کد رهگیری | شناسه مجوز
    document | document number | document ref | permit number | tracking code
  `),
  education: words(`
    تحصیلات | مدرک تحصیلی | سطح تحصیلات | میزان تحصیلات | مقطع تحصیلی | مدرک | education | degree
  `),
  notes: words(`
    توضیحات | توضیح | ملاحظات | ملاحظه | یادداشت | سایر توضیحات | notes | note | remarks
    description | comments
  `),
}

/**
 * Header words that mean different things in different lists. `byValues`: the column whose words the cells below hold;
 * `otherwise`: what it is when they tell nothing, the first that is still free. Nothing there: the column is left out.
 */
export const OPEN_HEADERS: readonly {
  words: readonly string[]
  byValues: readonly ValueKind[]
  otherwise: readonly HeaderMeaning[]
}[] = [
  { words: words(`بخش`), byValues: ['sector'], otherwise: ['district'] },
  {
    words: words(`
      رسته | رسته شغلی | رسته فعالیت | زمینه فعالیت | حوزه فعالیت | نوع فعالیت
      شغل | عنوان شغل | عنوان شغلی | گروه شغلی
    `),
    byValues: ['jobType', 'sector', 'isic'],
    otherwise: [],
  },
  {
    words: words(`
      نوع اشتغال | نوع شغل | وضعیت شغلی | وضع شغلی | وضعیت اشتغال | وضعیت شغل
      ماهیت شغل | ماهیت اشتغال | نحوه اشتغال
    `),
    byValues: ['jobType', 'novelty', 'directness'],
    otherwise: ['jobType', 'novelty'],
  },
  {
    words: words(`محل اشتغال | محل فعالیت | محل اجرا | محل اجرای طرح | محل خدمت`),
    byValues: ['settlement'],
    otherwise: ['county', 'place'],
  },
  { words: words(`محل کار`), byValues: ['settlement'], otherwise: ['employer', 'place'] },
  {
    words: words(`شهر/روستا | روستا/شهر | شهر یا روستا | روستا یا شهر | شهر و روستا | شهر | محل | منطقه`),
    byValues: ['settlement'],
    otherwise: ['place'],
  },
]

type HeaderMeaning = keyof typeof HEADER_WORDS
/** The columns that can be told by the words in their cells. */
export type ValueKind = 'sector' | 'jobType' | 'novelty' | 'directness' | 'settlement' | 'isic'

/** Words that say whose column it is and change nothing: «کد ملی متقاضی» is the national ID. */
export const FILLER_WORDS = words(`
  متقاضی | مددجو | فرد | شخص | شاغل | شاغلین | کارجو | کارجویان | مشمول | بیمه شده | اشتغال یافته
  نیروی کار | مجری | مجری طرح | مربوطه | جدید الاستخدام | ذینفع | بهره بردار | به شمسی | شمسی | applicant | person | jalali
`)
