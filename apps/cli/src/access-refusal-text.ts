import { formattingOf } from '@rasad/domain/persian/formatting'
import type { Language } from './language.ts'
import type { ProblemSentences } from './problem-words.ts'

type AccessCode = Extract<
  keyof ProblemSentences,
  'sign-in-needed' | `${'access' | 'user' | 'token'}.${string}`
>

const minutes = (seconds: number) => Math.ceil(seconds / 60)

/** The refusals of signing in, of users and of tokens. */
export const ACCESS_SENTENCES: Record<Language, Pick<ProblemSentences, AccessCode>> = {
  fa: {
    'sign-in-needed': () => 'نخست وارد شوید.',
    'access.refused': () => 'نام کاربری، گذرواژه یا کد درست نیست.',
    'access.too-many-attempts': ({ seconds }) =>
      `تلاش‌های نادرست زیاد بود. ${formattingOf('fa').count(minutes(seconds))} دقیقهٔ دیگر دوباره تلاش کنید، یا از راهبر بخواهید حساب را باز کند.`,
    'access.second-factor-needed': () => 'نخست کد برنامهٔ احراز هویت را بدهید.',
    'access.second-factor-to-set-up': () => 'این نقش به عامل دوم نیاز دارد. نخست آن را راه بیندازید.',
    'access.second-factor-already-on': () =>
      'عامل دوم از پیش روشن است. اگر دستگاه گم شده، راهبر آن را برمی‌دارد.',
    'access.second-factor-not-on': () => 'عامل دوم روشن نیست. نخست آن را راه بیندازید.',
    'access.password-to-change': () => 'نخست گذرواژهٔ یک‌بارمصرف را عوض کنید.',
    'access.password-too-weak': ({ shortest }) =>
      `گذرواژه دست‌کم ${formattingOf('fa').count(shortest)} نویسهٔ گوناگون می‌خواهد و نه نام کاربری و نه گذرواژهٔ پیشین باشد.`,
    'access.other-site': () => 'این درخواست از صفحهٔ خود رصد نیامده است.',
    'access.oidc-failed': () => 'سامانهٔ ورود سازمان پاسخ نمی‌دهد. کمی بعد دوباره تلاش کنید.',
    'user.exists': ({ userName }) => `کاربر ${userName} از پیش هست.`,
    'user.place-not-of-role': ({ role, levels }) =>
      `نقش ${role} در این جایگاه نمی‌نشیند. گستره‌های آن: ${levels.join('، ')}.`,
    'user.last-operator': () => 'این آخرین راهبر است. نخست راهبر دیگری بیفزایید.',
    'user.changed-meanwhile': () =>
      'این کاربر در این میان تغییر کرده است. تغییر را ببینید و دوباره تصمیم بگیرید.',
    'token.exists': () => 'توکنی با این نام هست؛ نام دیگری بدهید. نام توکن باطل‌شده نیز دوباره به کار نمی‌رود.',
  },
  en: {
    'sign-in-needed': () => 'Sign in first.',
    'access.refused': () => 'The user name, the password or the code is not right.',
    'access.too-many-attempts': ({ seconds }) =>
      `Too many wrong attempts. Try again in ${formattingOf('en').count(minutes(seconds))} minutes, or ask the operator to unlock the account.`,
    'access.second-factor-needed': () => 'Give the code of the authenticator first.',
    'access.second-factor-to-set-up': () => 'This role needs a second factor. Set it up first.',
    'access.second-factor-already-on': () =>
      'The second factor is on already. If the device is lost, the operator takes it away.',
    'access.second-factor-not-on': () => 'The second factor is not on. Set it up first.',
    'access.password-to-change': () => 'Change the one-time password first.',
    'access.password-too-weak': ({ shortest }) =>
      `A password needs ${formattingOf('en').count(shortest)} different enough characters, and is neither the user name nor the one before.`,
    'access.other-site': () => "This request did not come from Rasad's own page.",
    'access.oidc-failed': () => "The organisation's sign-in does not answer. Try again in a while.",
    'user.exists': ({ userName }) => `There is a user ${userName} already.`,
    'user.place-not-of-role': ({ role, levels }) =>
      `The role ${role} does not stand there. Its levels of scope: ${levels.join(', ')}.`,
    'user.last-operator': () => 'This is the last operator. Add another one first.',
    'user.changed-meanwhile': () => 'The user has changed meanwhile. Look at the change, then decide again.',
    'token.exists': () =>
      'There is a token of this name; choose another. The name of a revoked one is not used again either.',
  },
}
