import { formattingOf } from './fa.ts'
import type { Language } from './language.ts'
import type { ProblemSentences } from './problem-sentences.ts'
import { LEVEL_TEXT, ROLE_TEXT } from './role-text.ts'

type AccessCode = Extract<
  keyof ProblemSentences,
  'sign-in-needed' | `${'access' | 'user' | 'token'}.${string}`
>

const minutes = (language: Language, seconds: number) => formattingOf(language).count(Math.ceil(seconds / 60))

/** The refusals of signing in, of users and of tokens. */
export const ACCESS_SENTENCES: Record<Language, Pick<ProblemSentences, AccessCode>> = {
  fa: {
    'sign-in-needed': () => 'نشست شما پایان یافته است. دوباره وارد شوید؛ آنچه نوشته‌اید سر جایش است.',
    'access.refused': () => 'نام کاربری، گذرواژه یا کد درست نیست. آن را دوباره بنویسید.',
    'access.too-many-attempts': ({ seconds }) =>
      `تلاش‌های نادرست زیاد بود. ${minutes('fa', seconds)} دقیقهٔ دیگر دوباره تلاش کنید، یا از راهبر بخواهید حساب را باز کند.`,
    'access.second-factor-needed': () => 'نخست کد برنامهٔ احراز هویت را بدهید.',
    'access.second-factor-to-set-up': () => 'این نقش عامل دوم می‌خواهد. نخست آن را راه بیندازید.',
    'access.second-factor-already-on': () =>
      'عامل دوم از پیش روشن است. اگر دستگاهتان گم شده است، از راهبر بخواهید آن را بردارد.',
    'access.second-factor-not-on': () => 'عامل دوم روشن نیست. نخست آن را راه بیندازید.',
    'access.password-to-change': () => 'نخست گذرواژهٔ یک‌بارمصرف را عوض کنید.',
    'access.password-too-weak': ({ shortest }) =>
      `گذرواژهٔ تازه دست‌کم ${formattingOf('fa').count(shortest)} نویسهٔ گوناگون می‌خواهد، و نه نام کاربری باشد و نه گذرواژهٔ پیشین.`,
    'access.other-site': () => 'این درخواست از صفحهٔ خود رصد نیامد. صفحه را دوباره باز کنید.',
    'access.oidc-failed': () =>
      'سامانهٔ ورود سازمان پاسخ نمی‌دهد. کمی بعد دوباره تلاش کنید یا با گذرواژه وارد شوید.',
    'user.exists': ({ userName }) => `کاربر ${userName} از پیش هست. نام کاربری دیگری بدهید.`,
    'user.place-not-of-role': ({ role, levels }) =>
      `نقش «${nameIn(ROLE_TEXT.fa, role)}» در این گستره نمی‌نشیند؛ گسترهٔ آن: ${levels.map((level) => nameIn(LEVEL_TEXT.fa, level)).join('، ')}.`,
    'user.last-operator': () => 'این آخرین راهبر سامانه است. نخست راهبر دیگری بیفزایید.',
    'user.changed-meanwhile': () =>
      'این کاربر در این میان تغییر کرده است. تغییر را ببینید و دوباره تصمیم بگیرید.',
    'token.exists': () => 'توکنی با این نام هست یا بوده است؛ نام دیگری بدهید.',
  },
  en: {
    'sign-in-needed': () => 'Your session has ended. Sign in again; nothing you typed is lost.',
    'access.refused': () => 'The user name, the password or the code is not right. Type it again.',
    'access.too-many-attempts': ({ seconds }) =>
      `Too many wrong attempts. Try again in ${minutes('en', seconds)} minutes, or ask the operator to unlock the account.`,
    'access.second-factor-needed': () => 'Give the code of the authenticator first.',
    'access.second-factor-to-set-up': () => 'This role needs a second factor. Set it up first.',
    'access.second-factor-already-on': () =>
      'The second factor is on already. If your device is lost, ask the operator to take it away.',
    'access.second-factor-not-on': () => 'The second factor is not on. Set it up first.',
    'access.password-to-change': () => 'Change the one-time password first.',
    'access.password-too-weak': ({ shortest }) =>
      `The new password needs ${formattingOf('en').count(shortest)} different enough characters, and is neither the user name nor the one before.`,
    'access.other-site': () => "This request did not come from Rasad's own page. Open the page again.",
    'access.oidc-failed': () =>
      "The organisation's sign-in does not answer. Try again in a while, or sign in with a password.",
    'user.exists': ({ userName }) => `There is a user ${userName} already. Choose another user name.`,
    'user.place-not-of-role': ({ role, levels }) =>
      `The role “${nameIn(ROLE_TEXT.en, role)}” does not stand in this scope; it stands in: ${levels.map((level) => nameIn(LEVEL_TEXT.en, level)).join(', ')}.`,
    'user.last-operator': () => 'This is the last operator of the system. Add another one first.',
    'user.changed-meanwhile': () => 'The user has changed meanwhile. Look at the change, then decide again.',
    'token.exists': () => 'There is or was a token of this name; choose another.',
  },
}

function nameIn(names: Readonly<Record<string, string>>, code: string): string {
  return names[code] ?? code
}
