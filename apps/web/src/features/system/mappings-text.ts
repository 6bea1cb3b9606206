import type { Language } from '../../shared/language.ts'

const fa = {
  title: 'نگاشت ستون‌ها',
  about: 'سرستون‌هایی که در فهرست‌های یک دستگاه معنای دیگری دارد، آن‌گونه که هنگام ورود ذخیره شده است',
  chooseProvince: 'استانی را از بالای صفحه انتخاب کنید',
  empty: 'در این استان نگاشتی ذخیره نشده است',
  emptyWhy:
    'سرستون‌های فهرست‌ها خودبه‌خود شناخته می‌شود. هنگام ورود فهرست می‌توانید نگاشت را عوض کنید و برای دستگاه نگه دارید.',
  agency: 'دستگاه',
  several: 'چند دستگاه در یک فهرست',
  name: 'نام نگاشت',
  nameHint: 'نامی که در این فهرست دیده شود، مانند «فهرست ماهانه»',
  headers: 'شمار سرستون‌ها',
  savedBy: 'ذخیره‌کننده',
  savedAt: 'ذخیره شده',
  lastUsed: 'آخرین کاربرد',
  never: 'هنوز به کار نرفته',
  columns: 'ستون‌ها',
  header: 'سرستون در فهرست دستگاه',
  column: 'خوانده می‌شود به عنوان',
  ignored: 'خوانده نمی‌شود',
  noHeader: 'سرستونی در این نگاشت نیست.',
  mayNot: 'نقش شما نگاشت‌ها را تغییر نمی‌دهد؛ کارشناس دستگاه یا مدیرکل کار می‌دهد.',
  rename: 'تغییر نام',
  remove: 'حذف نگاشت',
  removeWhich: 'نگاشت حذف شود؟ فهرست‌های بعدی با شناسایی خودکار خوانده می‌شود.',
  needed: 'این را بنویسید.',
  save: 'ثبت',
}

/** The words of the saved column mappings. */
export const MAPPINGS_TEXT: Record<Language, Record<keyof typeof fa, string>> = {
  fa,
  en: {
    title: 'Column mappings',
    about: "Headers that mean something else in one agency's lists, as they were saved at an import",
    chooseProvince: 'Choose a province at the top of the page',
    empty: 'No mapping is saved in this province',
    emptyWhy:
      'The headers of lists are recognised. At an import you can change the mapping and keep it for the agency.',
    agency: 'Agency',
    several: 'Several agencies in one list',
    name: 'Name of the mapping',
    nameHint: 'What this list calls it, such as “Monthly list”',
    headers: 'Headers',
    savedBy: 'Saved by',
    savedAt: 'Saved',
    lastUsed: 'Last used',
    never: 'Not yet used',
    columns: 'Columns',
    header: "Header in the agency's list",
    column: 'Is read as',
    ignored: 'is not read',
    noHeader: 'There is no header in this mapping.',
    mayNot:
      'Your role does not change mappings; the officer of the agency or the director-general of labour does.',
    rename: 'Rename',
    remove: 'Delete the mapping',
    removeWhich: 'Delete the mapping? The next lists are read by what is recognised.',
    needed: 'Write this.',
    save: 'Save',
  },
}
