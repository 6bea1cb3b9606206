import type { Language } from '../shared/language.ts'
import type { ThemeChoice } from './theme.ts'

const fa = {
  product: 'رصد',
  tagline: 'پایش تعهدات اشتغال',
  skip: 'رفتن به متن صفحه',
  navigation: 'بخش‌های سامانه',
  openNavigation: 'باز کردن فهرست بخش‌ها',
  province: 'استان',
  period: 'دوره',
  noPeriod: 'دوره‌ای باز نیست',
  otherLanguage: 'English',
  theme: 'رنگ صفحه',
  user: 'کاربر',
  localOperator: 'کاربر همین رایانه',
  account: 'حساب من',
  signIn: 'ورود با نام کاربری',
  signOut: 'خروج',
  administration: 'مدیریت سامانه',
  lost: 'اتصال به سرور قطع است. آنچه نوشته‌اید سر جایش است و با برگشتن اتصال ادامه می‌دهید.',
  demonstration: 'داده‌های نمایشی',
  failed: 'این صفحه باز نشد',
  again: 'تلاش دوباره',
  request: 'شناسهٔ رویداد',
  notFound: 'چنین صفحه‌ای نیست',
  notFoundWhy: 'نشانی را بررسی کنید یا از فهرست بخش‌ها آغاز کنید.',
  start: 'رفتن به صفحهٔ نخست',
  printed: 'چاپ در',
  loading: 'در حال آوردن',
  needsPeriod: 'برای این استان هنوز دوره‌ای باز نشده است',
  needsPeriodWhy: 'نخست دورهٔ تعهد را باز کنید؛ سپس رقم‌ها اینجا می‌آید.',
}

/** The words of the frame around the pages. */
export const SHELL_TEXT: Record<Language, Record<keyof typeof fa, string>> = {
  fa,
  en: {
    product: 'Rasad',
    tagline: 'Employment commitments',
    skip: 'Skip to the page',
    navigation: 'Parts of the system',
    openNavigation: 'Open the list of parts',
    province: 'Province',
    period: 'Period',
    noPeriod: 'No open period',
    otherLanguage: 'فارسی',
    theme: 'Colours',
    user: 'User',
    localOperator: 'User of this computer',
    account: 'My account',
    signIn: 'Sign in by name',
    signOut: 'Sign out',
    administration: 'Administration',
    lost: 'The server cannot be reached. Nothing you typed is lost; go on when the connection is back.',
    demonstration: 'Demonstration data',
    failed: 'This page did not open',
    again: 'Try again',
    request: 'Request id',
    notFound: 'There is no such page',
    notFoundWhy: 'Check the address, or begin with the list of parts.',
    start: 'To the first page',
    printed: 'Printed',
    loading: 'Loading',
    needsPeriod: 'No period has been opened for this province',
    needsPeriodWhy: 'Open the commitment period first; then the figures come here.',
  },
}

/** The choices of colours. */
export const THEME_TEXT: Record<Language, Record<ThemeChoice, string>> = {
  fa: { light: 'روشن', dark: 'تیره', system: 'مانند دستگاه' },
  en: { light: 'Light', dark: 'Dark', system: 'Like the device' },
}
