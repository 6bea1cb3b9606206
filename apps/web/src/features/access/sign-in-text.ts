import type { Language } from '../../shared/language.ts'

const fa = {
  title: 'ورود به رصد',
  about: 'با نام کاربری خود وارد شوید',
  again: 'دوباره وارد شوید',
  againWhy: 'نشست شما پایان یافته است. آنچه نوشته‌اید سر جایش است و پس از ورود ادامه می‌دهید.',
  userName: 'نام کاربری',
  password: 'گذرواژه',
  enter: 'ورود',
  needed: 'این را بنویسید.',
  or: 'یا',
  byProvider: 'ورود با',
  refusedByProvider: 'ورود سازمانی پذیرفته نشد',
  refusedByProviderWhy:
    'حسابی با این نام در رصد نیست، یا قفل است. از راهبر سامانه بخواهید حساب را بیفزاید یا باز کند.',
  brokenOff: 'ورود سازمانی نیمه‌کاره ماند',
  brokenOffWhy: 'دوباره تلاش کنید، یا با نام کاربری و گذرواژهٔ رصد وارد شوید.',
  noAccount: 'حساب ندارید یا گذرواژه را فراموش کرده‌اید؟ راهبر سامانهٔ استان حساب می‌سازد و گذرواژهٔ تازه می‌دهد.',
  codeTitle: 'کد یک‌بارمصرف',
  codeAbout: 'کد شش‌رقمی برنامهٔ احراز هویت را بنویسید',
  code: 'کد',
  codeHint: 'اگر دستگاه همراهتان نیست، یکی از کدهای پشتیبان را بنویسید.',
  goOn: 'ادامه',
  otherPerson: 'ورود با نامی دیگر',
  changeTitle: 'گذرواژهٔ خود را انتخاب کنید',
  changeAbout: 'گذرواژه‌ای که به شما داده‌اند یک‌بارمصرف است؛ گذرواژه‌ای انتخاب کنید که تنها خودتان بدانید.',
  setUpTitle: 'عامل دوم را راه بیندازید',
  setUpAbout: 'نقش شما تأیید یا ابلاغ می‌کند؛ پس گذرواژه به‌تنهایی بس نیست.',
  demonstration: 'حساب‌های نمایشی',
  demonstrationWhy:
    'این سامانه نمایشی است و هیچ شخصی در آن واقعی نیست. یکی را انتخاب کنید تا نام و گذرواژه نوشته شود.',
  demonstrationCode: 'کد این حساب نمایشی نوشته شده است.',
}

/** The words of signing in. */
export const SIGN_IN_TEXT: Record<Language, Record<keyof typeof fa, string>> = {
  fa,
  en: {
    title: 'Sign in to Rasad',
    about: 'With your user name',
    again: 'Sign in again',
    againWhy: 'Your session has ended. Nothing you typed is lost; you go on once you are signed in.',
    userName: 'User name',
    password: 'Password',
    enter: 'Sign in',
    needed: 'Write this.',
    or: 'or',
    byProvider: 'Sign in with',
    refusedByProvider: "The organisation's sign-in was not accepted",
    refusedByProviderWhy:
      'Rasad has no account of this name, or it is locked. Ask the operator to add or unlock it.',
    brokenOff: 'The sign-in of the organisation was broken off',
    brokenOffWhy: 'Try again, or sign in with the user name and password of Rasad.',
    noAccount:
      'No account, or the password forgotten? The operator of your province makes accounts and gives new passwords.',
    codeTitle: 'One-time code',
    codeAbout: 'Write the six digits of your authenticator',
    code: 'Code',
    codeHint: 'Without your device, write one of your backup codes.',
    goOn: 'Go on',
    otherPerson: 'Sign in under another name',
    changeTitle: 'Choose your password',
    changeAbout: 'The password you were given works once; choose one that only you know.',
    setUpTitle: 'Set up the second factor',
    setUpAbout: 'Your role verifies or notifies; a password alone is not enough for it.',
    demonstration: 'Demonstration accounts',
    demonstrationWhy:
      'This system is a demonstration; nobody in it is real. Choose one, and name and password are filled in.',
    demonstrationCode: 'The code of this demonstration account is filled in.',
  },
}
