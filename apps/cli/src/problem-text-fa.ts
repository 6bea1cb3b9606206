import { ACCESS_SENTENCES } from './access-refusal-text.ts'
import { HELD_PERSON_TEXT } from '@rasad/domain/jobs/held-person-text'
import { formattingOf } from '@rasad/domain/persian/formatting'
import { withCode, type Names } from '@rasad/server/modules/places/names.queries'
import { jobStateText, jobStepText, reasonText } from './job-text.ts'
import {
  matrixFaultText,
  notFoundText,
  wholeText,
  type Mismatch,
  type ProblemSentences,
} from './problem-words.ts'
import { cannotHoldText, weightsUnusableText } from './split-refusal-text.ts'

const { count, digits } = formattingOf('fa')

/** The refusals in Persian: what is wrong and what to do. */
export const PROBLEM_SENTENCES_FA: ProblemSentences = {
  'bad-input': ({ fields }) => fields.map(({ field, message }) => `${field}: ${message}`).join('\n'),
  'not-allowed': ({ permission }) => `اجازهٔ این کار را ندارید (${permission}).`,
  'not-found': ({ kind, id }, names) => notFoundText('fa', { kind, id }, names),
  'too-large': ({ limit }) =>
    `فایل بزرگ‌تر از ${count(Math.round(limit / 1_048_576))} مگابایت است. آن را در چند فایل بفرستید.`,
  fault: () => 'خطایی پیش‌بینی‌نشده رخ داد.',

  ...ACCESS_SENTENCES.fa,

  'reference.not-villages': ({ file, missing }) =>
    `${file} جدول روستاها نیست؛ این ستون‌ها را ندارد: ${missing.join('، ')}`,
  'reference.not-outlines': ({ file }) =>
    `${file} مجموعهٔ مرزهای GeoJSON نیست؛ هر مرز code و geometry می‌خواهد.`,
  'reference.not-labour-force': ({ file, row }) =>
    `ردیف ${count(row)} از ${file} خوانده نشد. ستون‌ها: code، year (مانند 1404)، active، unemployment_rate (درصد) و source؛ یکی از دو رقم می‌تواند خالی باشد.`,

  'period.exists': ({ period }) => `دورهٔ ${period} پیش‌تر باز شده است. فهرست: rasad period list`,
  'period.ends-before-it-begins': () => 'پایان دوره پیش از آغاز آن است. --from و --to را بررسی کنید.',
  'period.cutoff-before-end': () => 'مهلت ثبت پیش از پایان دوره است. --cutoff را بررسی کنید.',
  'period.changed-meanwhile': () =>
    'این دوره در این میان تغییر کرده است. تغییر را ببینید و دوباره تصمیم بگیرید.',

  'remark.changed-meanwhile': ({ version }) =>
    `این توضیح در این میان تغییر کرده و اکنون نسخهٔ ${count(version)} است. آن را ببینید: rasad remark show`,
  'remark.too-long': ({ length, longest }) =>
    `توضیح ${count(length)} نویسه دارد؛ بیش از ${count(longest)} نویسه نمی‌گیرد.`,
  'remark.names-a-person': () =>
    'در توضیح کد ملی یا شمارهٔ همراه آمده است. آن را بی نام و نشان اشخاص بنویسید.',

  'commitment.does-not-add-up': ({ mismatches }, names) =>
    [
      'جدول تعهد جمع نمی‌خورد و ثبت نشد:',
      ...mismatches.map((mismatch) => `  ${mismatchText(mismatch, names)}`),
    ].join('\n'),
  'commitment.unreadable': ({ lines }) =>
    [
      'جدول تعهد خوانده نشد:',
      ...lines.map(
        ({ line, cell, reason }) => `  سطر ${count(line)}، «${cell}»: ${matrixFaultText('fa', reason)}`,
      ),
    ].join('\n'),

  'commitment.cannot-hold': (params, names) => cannotHoldText('fa', names, params),
  'commitment.weights-unusable': (params) => weightsUnusableText('fa', params),
  'commitment.already-notified': ({ version }) => `نسخهٔ ${count(version)} پیش‌تر ابلاغ شده است.`,
  'commitment.overtaken': ({ version, inForce }) =>
    `نسخهٔ ${count(version)} دیگر ابلاغ‌شدنی نیست: نسخهٔ ${count(inForce)} جای آن را گرفته است.`,

  'job.wrong-state': ({ state, step }) =>
    `گام «${jobStepText('fa', step)}» از وضعیت «${jobStateText('fa', state)}» برداشتنی نیست. گام‌های ممکن: rasad jobs show`,
  'job.reason-missing': ({ step }) => `گام «${jobStepText('fa', step)}» دلیل می‌خواهد: --reason`,
  'job.corrections-misplaced': () =>
    'اصلاح تنها با گام correct داده می‌شود؛ آن گام را بردارید یا اصلاح را بردارید.',
  'job.changed-meanwhile': () => 'این شغل در این میان تغییر کرده است. دوباره آن را ببینید و تصمیم بگیرید.',
  'job.nothing-to-correct': () => 'چیزی برای اصلاح نیست: آنچه داده شد همان است که ثبت شده است.',
  'job.refused': ({ reasons }) =>
    ['شغل پذیرفته نشد:', ...reasons.map((code) => `  ${reasonText('fa', code)}`)].join('\n'),
  ...HELD_PERSON_TEXT.fa,
  'job.claim-decided': ({ caseId }) =>
    `ادعای این دستگاه دربارهٔ این شخص در پروندهٔ ${digits(String(caseId))} رد شده است.`,
  'job.nobody-else-holds': () => 'دستگاه دیگری این شخص را در این دوره ندارد؛ او را ثبت کنید.',
  'job.own-registration': ({ step }) =>
    `این شغل را خود شما ثبت کرده‌اید؛ گام «${jobStepText('fa', step)}» را کس دیگری برمی‌دارد.`,
  'job.own-confirmation': ({ step }) =>
    `این شغل را خود شما تأیید کرده‌اید؛ گام «${jobStepText('fa', step)}» را کس دیگری برمی‌دارد.`,
  'job.own-agency': ({ step, agency }, names) =>
    `این شغل از دستگاه خود شماست (${withCode(names.agency(agency), agency)})؛ گام «${jobStepText('fa', step)}» را دستگاه دیگری برمی‌دارد.`,

  'conflict.already-decided': ({ caseId }) =>
    `دربارهٔ پروندهٔ ${digits(String(caseId))} پیش‌تر تصمیم گرفته شده است.`,
  'conflict.own-claim': ({ agency }, names) =>
    `شما از دستگاه «${withCode(names.agency(agency), agency)}» هستید یا ادعای آن را ثبت کرده‌اید؛ کسی بیرون از دستگاه‌های طرف تصمیم می‌گیرد.`,
  'conflict.job-not-counted': ({ caseId }) =>
    `شغل پروندهٔ ${digits(String(caseId))} دیگر شمرده نمی‌شود و چیزی برای تصمیم نیست.`,

  'import.no-file': () => 'فایلی فرستاده نشد.',
  'import.not-a-job-list': ({ sheets }) =>
    `در این فایل فهرست شغلی پیدا نشد: هیچ برگه‌ای سرستون‌های کد ملی و تاریخ شروع ندارد (برگه‌ها: ${sheets.join('، ')}). سرستون‌ها را درست کنید یا با --map بگویید.`,
  'import.unknown-column': ({ header, column }) => `ستون ${column} برای سرستون «${header}» شناخته نیست.`,
  'import.already-undone': ({ importId }) => `ورود ${digits(String(importId))} پیش‌تر برگردانده شده است.`,
  'import.moved-on': ({ importId, jobs }) =>
    `ورود ${digits(String(importId))} را نمی‌توان برگرداند: ${count(jobs)} شغل آن گام دیگری برداشته است.`,
  'import.run-ended': () => 'این ورود به پایان رسیده است و دیگر نمی‌توان آن را لغو کرد.',
  'import.run-not-kept': () => 'ردیف‌های این بررسی دیگر نگه‌داری نمی‌شود؛ فایل را دوباره برای بررسی بفرستید.',
  'import.run-entering': ({ by }) => `این فهرست در حال ثبت است (${by})؛ تا پایان آن تغییری نمی‌پذیرد.`,
  'import.run-not-free': () =>
    'این بررسی هنوز در جریان است، یا پیش‌تر وارد یا دوباره بررسی شده است؛ تازه‌ترین بررسی همین فایل را باز کنید.',
  'import.row-mended-meanwhile': ({ row }) =>
    `ردیف ${digits(String(row))} در این میان تغییر کرده است؛ وضع تازهٔ آن را ببینید و دوباره اصلاح کنید.`,
  'import.agency-not-allowed': ({ agency }, names) =>
    `از سوی دستگاه «${withCode(names.agency(agency), agency)}» نمی‌توانید فهرست بفرستید.`,

  'workbook.empty': () => 'فایل خالی است.',
  'workbook.not-a-workbook': () =>
    'این فایل اکسل، ODS یا CSV نیست. فهرست را با یکی از این قالب‌ها ذخیره کنید.',
  'workbook.encrypted': () => 'فایل رمز دارد. آن را بدون رمز ذخیره کنید.',
  'workbook.too-large': () => 'فایل بیش از اندازه بزرگ است. آن را در چند فایل بفرستید.',
  'workbook.unpacks-too-large': () => 'محتوای فشردهٔ فایل بیش از اندازه بزرگ است و باز نشد.',
  'workbook.too-many-rows': () => 'شمار ردیف‌ها بیش از اندازه است. فهرست را در چند فایل بفرستید.',
  'workbook.type-mismatch': () =>
    'نوع فایل با نام آن نمی‌خواند و خواندنی نیست. آن را از نو به صورت .xlsx ذخیره کنید.',
  'workbook.damaged': () => 'فایل آسیب دیده است. آن را در اکسل باز کنید و از نو ذخیره کنید.',
  'workbook.encoding-unknown': () => 'نویسه‌های فایل CSV خوانده نشد. آن را با UTF-8 ذخیره کنید.',

  'figure.batch-unknown': ({ batch }) =>
    `دستهٔ ${digits(String(batch))} در دفتر این استان نیست. فهرست: rasad ledger batches`,
  'figure.moment-in-future': ({ moment }) => `${moment} هنوز نرسیده است.`,
  'figure.batch-needs-a-province': () => 'شمارهٔ دسته تنها با یک استان معنا دارد: --province',

  'database.newer': ({ migration }) =>
    `این داده‌ها از نسخهٔ تازه‌تری از رصد است (${migration}). همان نسخه یا تازه‌تر را نصب کنید؛ چیزی تغییر نکرد.`,
  'database.altered': ({ migration }) =>
    `ساختار پایگاه با این نسخهٔ رصد نمی‌خواند (${migration} چیز دیگری است). نسخه‌ای را نصب کنید که این داده‌ها را ساخته است؛ چیزی تغییر نکرد.`,
  'database.server-too-old': ({ version }) =>
    `رصد PostgreSQL نسخهٔ ۱۷ یا تازه‌تر می‌خواهد؛ این سرور ${version} است. سرور را به‌روز کنید.`,

  'paper.too-many-rows': ({ limit }) =>
    `بیش از ${limit} ردیف در این فایل جا نمی‌گیرد؛ بخش کوچک‌تری بخواهید یا CSV بگیرید.`,
  'backup.running': () => 'پشتیبان‌گیری دیگری از همین پایگاه در جریان است. تا پایان آن بمانید.',
  'backup.none': ({ folder }) =>
    `در ${folder} پشتیبانی نیست. با rasad backup یکی بگیرید یا پوشهٔ دیگری بگویید.`,
  'backup.damaged': ({ backup, files }) =>
    [
      `پشتیبان ${backup} آسیب دیده است و چیزی بازگردانده نشد. پشتیبان دیگری بردارید. آسیب‌دیده:`,
      ...files.map((file) => `  ${file}`),
    ].join('\n'),
  'backup.of-another-version': ({ migration }) =>
    `این پشتیبان از نسخهٔ دیگری از رصد است: به‌روزرسانی ${migration} در این نسخه نیست. با همان نسخه یا تازه‌تر آن را بازگردانید.`,
  'restore.folder-not-empty': ({ folder, found }) =>
    `پوشهٔ ${folder} خالی نیست (${found.join('، ')}). با --data پوشه‌ای خالی بگویید.`,
  'restore.database-not-empty': ({ tables }) =>
    `پایگاه دادهٔ DATABASE_URL خالی نیست (${tables.slice(0, 5).join('، ')}). پایگاهی خالی بگویید.`,
  'demonstration.not-empty': () =>
    'داده‌های نمایشی تنها جایی بارگذاری می‌شود که چیزی ثبت نشده باشد؛ این پوشهٔ داده دورهٔ تعهد یا داده‌های نمایشی دارد. پوشه‌ای خالی بگویید: rasad demo --data DIR',
  'demonstration.broken-off': () =>
    'بارگذاری داده‌های نمایشی در این پوشه نیمه‌کاره مانده است. پوشه را پاک کنید یا با --data پوشهٔ دیگری بگویید و دوباره بارگذاری کنید: rasad demo',
  'drill.running': () => 'تمرین دیگری در جریان است. تا پایان آن بمانید.',
  'task.running': () => 'هم‌اکنون در جریان است. تا پایان آن بمانید.',
  'task.no-queue': () => 'هنوز هیچ سروری کارهای صف را در اینجا انجام نداده است. آن را روشن کنید: rasad start',
}

function mismatchText({ line, stated, sum, ...whole }: Mismatch, names: Names): string {
  const at = line > 0 ? `سطر ${count(line)}، ` : ''
  return `${at}${wholeText('fa', whole, names)}: نوشته شده ${count(stated)}، جمع خانه‌ها ${count(sum)}`
}
