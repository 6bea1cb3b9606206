import { ACCESS_SENTENCES } from './access-refusal-text.ts'
import { HELD_PERSON_TEXT } from '@rasad/domain/jobs/held-person-text'
import { formattingOf } from './fa.ts'
import type { ProblemSentences } from './problem-sentences.ts'

const { count, digits } = formattingOf('fa')

const KINDS: Readonly<Record<string, string>> = {
  period: 'این دوره',
  commitment: 'این تعهد',
  job: 'این شغل',
  import: 'این ورود',
  conflict: 'این پروندهٔ تعارض',
  claim: 'این ادعا',
  province: 'این استان',
  county: 'این شهرستان',
  agency: 'این دستگاه',
  activity: 'این فعالیت',
  user: 'این کاربر',
  'import-mapping': 'نگاشت ستون‌های این دستگاه',
  route: 'این نشانی',
}

/** The refusals in Persian, for the page. */
export const PROBLEM_SENTENCES_FA: ProblemSentences = {
  ...ACCESS_SENTENCES.fa,
  'bad-input': ({ fields }) =>
    `آنچه فرستاده شد پذیرفته نیست؛ این بخش‌ها را بررسی کنید: ${fields.map(({ field }) => field).join('، ')}`,
  'not-allowed': () => 'اجازهٔ این کار را ندارید. اگر باید داشته باشید، به راهبر سامانه بگویید.',
  'not-found': ({ kind }) => `${KINDS[kind] ?? 'آنچه خواستید'} پیدا نشد. استان و دوره را بررسی کنید.`,
  'too-large': ({ limit }) =>
    `فایل بزرگ‌تر از ${count(Math.round(limit / 1_048_576))} مگابایت است. آن را در چند فایل بفرستید.`,
  fault: () =>
    'خطایی پیش‌بینی‌نشده در سرور رخ داد. دوباره تلاش کنید و اگر باز رخ داد، شناسهٔ آن را به راهبر سامانه بدهید.',

  'task.running': () => 'هم‌اکنون در جریان است. تا پایان آن بمانید.',
  'task.no-queue': () => 'صف کارهای این سامانه هنوز راه نیفتاده است؛ به راهبر سامانه بگویید.',

  'period.exists': () => 'این دوره پیش‌تر باز شده است.',
  'period.ends-before-it-begins': () => 'پایان دوره پیش از آغاز آن است.',
  'period.cutoff-before-end': () => 'مهلت ثبت پیش از پایان دوره است.',
  'period.changed-meanwhile': () =>
    'این دوره در این میان تغییر کرده است. تغییر را ببینید و دوباره تصمیم بگیرید.',

  'remark.changed-meanwhile': () =>
    'این توضیح در این میان تغییر کرده است. تغییر را ببینید و دوباره تصمیم بگیرید.',
  'remark.too-long': ({ length, longest }) =>
    `توضیح ${count(length)} نویسه دارد؛ بیش از ${count(longest)} نویسه نمی‌گیرد.`,
  'remark.names-a-person': () =>
    'در توضیح کد ملی یا شمارهٔ همراه آمده است. توضیح کنار رقم‌ها دیده می‌شود؛ آن را بی نام و نشان اشخاص بنویسید.',

  'commitment.does-not-add-up': ({ mismatches }) =>
    `جدول تعهد جمع نمی‌خورد و ثبت نشد: ${count(mismatches.length)} جمع با خانه‌هایش برابر نیست.`,
  'commitment.unreadable': ({ lines }) => `جدول تعهد خوانده نشد: ${count(lines.length)} خانه درست نیست.`,
  'commitment.cannot-hold': ({ wanted, possible }) =>
    `این تقسیم شدنی نیست: ${count(wanted)} خواسته شده و نزدیک‌ترین مقدار ممکن ${count(possible)} است. جمع یا خانهٔ ثابتی را آزاد کنید.`,
  'commitment.weights-unusable': () =>
    'از این معیارها وزنی به دست نمی‌آید؛ معیار دیگری بیفزایید یا ضریب‌ها را بررسی کنید.',
  'commitment.already-notified': ({ version }) => `نسخهٔ ${count(version)} پیش‌تر ابلاغ شده است.`,
  'commitment.overtaken': ({ version, inForce }) =>
    `نسخهٔ ${count(version)} دیگر ابلاغ‌شدنی نیست: نسخهٔ ${count(inForce)} جای آن را گرفته است.`,

  'job.wrong-state': () => 'این گام از وضعیت کنونی شغل برداشتنی نیست. صفحهٔ شغل را از نو ببینید.',
  'job.reason-missing': () => 'این گام دلیل می‌خواهد؛ دلیل را بنویسید.',
  'job.corrections-misplaced': () => 'اصلاح تنها با گام «اصلاح» داده می‌شود.',
  'job.changed-meanwhile': () => 'این شغل در این میان تغییر کرده است. تغییر را ببینید و دوباره تصمیم بگیرید.',
  'job.nothing-to-correct': () => 'چیزی برای اصلاح نیست: آنچه دادید همان است که ثبت شده است.',
  'job.refused': ({ reasons }) => `شغل پذیرفته نشد؛ ${count(reasons.length)} ایراد دارد.`,
  ...HELD_PERSON_TEXT.fa,
  'job.claim-decided': ({ caseId }) =>
    `ادعای این دستگاه دربارهٔ این شخص در پروندهٔ ${digits(String(caseId))} رد شده است.`,
  'job.nobody-else-holds': () => 'دستگاه دیگری این شخص را در این دوره ندارد؛ او را ثبت کنید.',

  'job.own-registration': () => 'این شغل را خود شما ثبت کرده‌اید؛ این گام را کس دیگری برمی‌دارد.',
  'job.own-confirmation': () => 'این شغل را خود شما تأیید کرده‌اید؛ این گام را کس دیگری برمی‌دارد.',
  'job.own-agency': () => 'این شغل از دستگاه خود شماست؛ این گام را کسی بیرون از آن برمی‌دارد.',

  'conflict.own-claim': () =>
    'شما از یکی از دستگاه‌های طرف هستید یا ادعایش را ثبت کرده‌اید؛ کسی بیرون از آن‌ها تصمیم می‌گیرد.',
  'conflict.already-decided': ({ caseId }) =>
    `دربارهٔ پروندهٔ ${digits(String(caseId))} پیش‌تر تصمیم گرفته شده است.`,
  'conflict.job-not-counted': () => 'شغل این پرونده دیگر شمرده نمی‌شود و چیزی برای تصمیم نیست.',

  'import.no-file': () => 'فایلی فرستاده نشد.',
  'import.not-a-job-list': () =>
    'در این فایل فهرست شغلی پیدا نشد: هیچ برگه‌ای سرستون‌های کد ملی و تاریخ شروع ندارد. سرستون‌ها را درست کنید یا ستون‌ها را خودتان نام ببرید.',
  'import.unknown-column': ({ header }) => `ستونی که برای سرستون «${header}» گفته شد شناخته نیست.`,
  'import.already-undone': ({ importId }) => `ورود ${digits(String(importId))} پیش‌تر برگردانده شده است.`,
  'import.moved-on': ({ importId, jobs }) =>
    `ورود ${digits(String(importId))} را نمی‌توان برگرداند: ${count(jobs)} شغل آن گام دیگری برداشته است.`,
  'import.run-ended': () => 'این ورود به پایان رسیده است و دیگر نمی‌توان آن را لغو کرد.',
  'import.run-not-kept': () => 'ردیف‌های این بررسی دیگر نگه‌داری نمی‌شود؛ فهرست را دوباره بررسی کنید.',
  'import.run-entering': ({ by }) => `این فهرست در حال ثبت است (${by})؛ تا پایان آن تغییری نمی‌پذیرد.`,
  'import.run-not-free': () =>
    'این بررسی هنوز در جریان است، یا پیش‌تر وارد یا دوباره بررسی شده است؛ تازه‌ترین بررسی همین فایل را باز کنید.',
  'import.row-mended-meanwhile': ({ row }) =>
    `ردیف ${digits(String(row))} در این میان تغییر کرده است؛ وضع تازهٔ آن را ببینید و دوباره اصلاح کنید.`,
  'import.agency-not-allowed': ({ agency }) => `از سوی ${agency} نمی‌توانید فهرست بفرستید.`,

  'workbook.empty': () => 'فایل خالی است.',
  'workbook.not-a-workbook': () =>
    'این فایل اکسل، ODS یا CSV نیست. فهرست را با یکی از این قالب‌ها ذخیره کنید.',
  'workbook.encrypted': () => 'فایل رمز دارد. آن را بدون رمز ذخیره کنید.',
  'workbook.too-large': () => 'فایل بیش از اندازه بزرگ است. آن را در چند فایل بفرستید.',
  'workbook.unpacks-too-large': () => 'محتوای فشردهٔ فایل بیش از اندازه بزرگ است و باز نشد.',
  'workbook.too-many-rows': () => 'شمار ردیف‌ها بیش از اندازه است. فهرست را در چند فایل بفرستید.',
  'workbook.type-mismatch': () =>
    'نوع فایل با نام آن نمی‌خواند و خواندنی نیست. آن را از نو به صورت ‎.xlsx ذخیره کنید.',
  'workbook.damaged': () => 'فایل آسیب دیده است. آن را در اکسل باز کنید و از نو ذخیره کنید.',
  'workbook.encoding-unknown': () => 'نویسه‌های فایل CSV خوانده نشد. آن را با UTF-8 ذخیره کنید.',

  'figure.batch-unknown': ({ batch }) => `دستهٔ ${digits(String(batch))} در دفتر این استان نیست.`,
  'figure.moment-in-future': () => 'این لحظه هنوز نرسیده است؛ روزی تا امروز را انتخاب کنید.',
  'paper.too-many-rows': ({ limit }) =>
    `بیش از ${count(limit)} ردیف در این فایل جا نمی‌گیرد؛ بخش کوچک‌تری بخواهید یا CSV بگیرید.`,
  'figure.batch-needs-a-province': () => 'شمارهٔ دسته تنها با یک استان معنا دارد.',
}
