import { foldText } from '../persian/text.ts'
import { remembering } from './remembering.ts'
import { words } from './word-list.ts'
import type { Directness, Gender, JobType, NoveltyClass, ServiceType, Settlement } from '../jobs/job-kinds.ts'

const GENDER_WORDS: Record<Exclude<Gender, 'unspecified'>, readonly string[]> = {
  female: words(`زن | خانم | مونث | دختر | بانو | اناث | f | female | woman`),
  male: words(`مرد | آقا | مذکر | پسر | ذکور | m | male | man`),
}

const JOB_TYPE_WORDS: Record<Exclude<JobType, 'unspecified'>, readonly string[]> = {
  wage: words(`
    مزدبگیر | مزد بگیری | مزد و حقوق بگیر | مزد و حقوق بگیری | مزد حقوق بگیر | حقوق بگیر
    حقوق بگیری | کارگر | کارمند | کارگاهی | استخدامی | بنگاهی | wage | employee | wage earner
  `),
  'self-employed': words(`
    خوداشتغالی | خود اشتغال | خویش فرما | خویش فرمایی | کارکن مستقل | شغل آزاد | آزاد | کارفرما
    فردی | self-employed | self employment
  `),
  'home-based': words(`
    مشاغل خانگی | شغل خانگی | خانگی | مشاغل خانگی مستقل | کسب و کار خانگی | home-based
    home business
  `),
  cooperative: words(`
    عضو تعاونی | تعاونی | عضو شرکت تعاونی | شرکت تعاونی | اعضای تعاونی | cooperative
    cooperative member
  `),
}

const NOVELTY_WORDS: Record<NoveltyClass, readonly string[]> = {
  new: words(`
    جدید | ایجاد | ایجادی | ایجاد شغل | ایجاد شغل جدید | ایجاد اشتغال | اشتغال جدید | شغل جدید
    ایجاد شده | جدید الاستخدام | جدید الایجاد | جدید (ایجاد) | ایجاد جدید | ایجادی جدید | new
  `),
  retained: words(`
    تثبیت | تثبیتی | تثبیت شغل | تثبیت اشتغال | تثبیت شده | حفظ | حفظ شغل | حفظ اشتغال
    حفظ و تثبیت | تثبیت و حفظ | retained
  `),
  expanded: words(`
    توسعه | توسعه ای | توسعه واحد | توسعه اشتغال | توسعه واحد موجود | افزایش ظرفیت | expanded
    expansion
  `),
  revived: words(`
    احیا | احیایی | احیای | احیا واحد | احیای واحد | احیای واحد راکد | احیا شده | راه اندازی مجدد
    فعال سازی مجدد | revived | revival
  `),
}

const DIRECTNESS_WORDS: Record<Directness, readonly string[]> = {
  direct: words(`مستقیم | اشتغال مستقیم | direct`),
  indirect: words(`غیر مستقیم | اشتغال غیر مستقیم | indirect`),
}

const SETTLEMENT_WORDS: Record<Exclude<Settlement, 'unspecified'>, readonly string[]> = {
  urban: words(`شهری | شهر | نقطه شهری | منطقه شهری | urban | town | city`),
  rural: words(`
    روستایی | روستا | روستائی | نقطه روستایی | منطقه روستایی | عشایری | روستایی و عشایری
    روستایی/عشایری | rural | village
  `),
}

const SERVICE_WORDS: Record<ServiceType, readonly string[]> = {
  information: words(`اطلاع رسانی | اطلاعات | information`),
  identification: words(`شناسایی | identification`),
  consulting: words(`مشاوره | مشاوره شغلی | خدمات مشاوره | مشاوره و راهنمایی | consulting`),
  training: words(`
    آموزش | آموزش مهارتی | آموزش مهارت | مهارت آموزی | آموزش فنی و حرفه ای | خدمات آموزشی
    training
  `),
  finance: words(`
    تسهیلات | پرداخت تسهیلات | تامین مالی | وام | وام اشتغال | تسهیلات بانکی | تسهیلات اشتغال
    finance | loan
  `),
  technology: words(`فناوری | فناورانه | خدمات فناوری | technology`),
  infrastructure: words(`زیرساخت | زیرساختی | تامین زیرساخت | ایجاد زیرساخت | infrastructure`),
  permit: words(`
    مجوز | صدور مجوز | پروانه | صدور پروانه | جواز | پروانه کسب | جواز تاسیس | پروانه بهره برداری
    permit | licence | license
  `),
  promotion: words(`ترویج | فرهنگ سازی | ترویج و فرهنگ سازی | ترویجی | promotion`),
}

/** The gender a cell names, or undefined when its words are not understood. */
export const readGender = reader(GENDER_WORDS)
/** The job type a cell names, or undefined when its words are not understood. */
export const readJobType = reader(JOB_TYPE_WORDS)
/** The novelty class a cell names, or undefined when its words are not understood. */
export const readNovelty = reader(NOVELTY_WORDS)
/** Direct or indirect, or undefined when the words are not understood. */
export const readDirectness = reader(DIRECTNESS_WORDS)
/** Town or village, or undefined when the words are not understood; nomads are counted with the villages. */
export const readSettlement = reader(SETTLEMENT_WORDS)
/** The service a cell names, or undefined when its words are not understood. */
export const readServiceType = reader(SERVICE_WORDS)

function reader<Kind extends string>(
  wordsOf: Record<Kind, readonly string[]>,
): (text: string) => Kind | undefined {
  const kinds = new Map<string, Kind>()
  for (const kind in wordsOf) for (const word of [kind, ...wordsOf[kind]]) kinds.set(foldText(word), kind)
  return remembering((text) => kinds.get(foldText(text)))
}
