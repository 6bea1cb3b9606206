import type { Language } from '../../shared/language.ts'

type Counting = (count: string) => string

/** The words of steps with several jobs. */
export const BULK_TEXT: Record<
  Language,
  {
    select: (name: string) => string
    selectPage: string
    selected: Counting
    clear: string
    title: (step: string, count: string) => string
    notPossible: Counting
    nonePossible: string
    notYours: string
    tooMany: string
    cancel: string
    close: string
    taken: Counting
    refused: Counting
    reasonFirst: string
  }
> = {
  fa: {
    select: (name) => `انتخاب ${name}`,
    selectPage: 'انتخاب همهٔ این صفحه',
    selected: (count) => `${count} شغل انتخاب‌شده`,
    clear: 'هیچ‌کدام',
    title: (step, count) => `${step} برای ${count} شغل`,
    notPossible: (count) => `${count} شغل در وضعیتی نیست که این گام را بردارد و کنار می‌ماند.`,
    notYours: 'این گام در اجازه‌های شما نیست.',
    nonePossible: 'هیچ‌یک از شغل‌های انتخاب‌شده در وضعیتی نیست که این گام را بردارد.',
    tooMany: 'با یک بار بیش از ۵۰۰ شغل نمی‌شود؛ کمتر انتخاب کنید.',
    cancel: 'لغو',
    close: 'بستن',
    taken: (count) => `برای ${count} شغل انجام شد.`,
    refused: (count) => `${count} شغل پذیرفته نشد:`,
    reasonFirst: 'دلیل را بنویسید.',
  },
  en: {
    select: (name) => `Select ${name}`,
    selectPage: 'Select all on this page',
    selected: (count) => `${count} jobs selected`,
    clear: 'None',
    title: (step, count) => `${step}: ${count} jobs`,
    notPossible: (count) => `${count} jobs stand where this step does not begin, and are left out.`,
    notYours: 'You may not take this step.',
    nonePossible: 'This step begins at none of the selected jobs.',
    tooMany: 'No more than 500 jobs at once; select fewer.',
    cancel: 'Cancel',
    close: 'Close',
    taken: (count) => `Done for ${count} jobs.`,
    refused: (count) => `${count} jobs were refused:`,
    reasonFirst: 'Write the reason.',
  },
}
