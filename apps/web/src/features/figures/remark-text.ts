import type { Language } from '../../shared/language.ts'

const fa = {
  remark: 'توضیح',
  write: 'نوشتن توضیح',
  hint: 'کنار همین ردیف، در صفحه و چاپ و فایل‌ها دیده می‌شود',
  save: 'ثبت',
  saveAnyway: 'با این حال ثبت کن',
  needed: 'توضیح را بنویسید.',
  withdraw: 'برداشتن توضیح',
  withdrawSure: 'توضیح برداشته شود؟ متن آن در نسخه‌های پیشین می‌ماند.',
  meanwhile: 'این توضیح در این میان تغییر کرده است.',
  versions: 'همهٔ نسخه‌ها',
  withdrawn: 'برداشته شد',
  none: 'توضیحی نوشته نشده است.',
  ofThen: 'متن همان لحظه است؛ برای نوشتن به «اکنون» برگردید.',
  close: 'بستن',
  of: 'از',
}

/** The words of remarks. */
export const REMARK_TEXT: Record<Language, Record<keyof typeof fa, string>> = {
  fa,
  en: {
    remark: 'Remark',
    write: 'Write a remark',
    hint: 'Read beside this row, on the page, on paper and in files',
    save: 'Save',
    saveAnyway: 'Save it all the same',
    needed: 'Write the remark.',
    withdraw: 'Withdraw the remark',
    withdrawSure: 'Withdraw the remark? Its text stays among its versions.',
    meanwhile: 'The remark has changed meanwhile.',
    versions: 'All versions',
    withdrawn: 'withdrawn',
    none: 'No remark has been written.',
    ofThen: 'The text of that moment; go back to now to write.',
    close: 'Close',
    of: 'of',
  },
}
