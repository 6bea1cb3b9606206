import type { Language } from '../imports/verdict-text.ts'
import type { TokenRefusal } from './token-rights.ts'

/** Why a token is refused, for whoever looks after it. */
export const TOKEN_REFUSAL_TEXT: Record<Language, Record<TokenRefusal, string>> = {
  fa: {
    revoked: 'باطل‌شده',
    expired: 'اعتبار گذشته',
    'maker-locked': 'پذیرفته نمی‌شود: حساب سازنده قفل است',
    'maker-gone': 'پذیرفته نمی‌شود: سازنده دیگر نیست',
    'maker-token-refused': 'پذیرفته نمی‌شود: توکنی که آن را ساخته است پذیرفته نمی‌شود',
    'maker-gives-none': 'پذیرفته نمی‌شود: نقش سازنده دیگر ساختن توکن را در بر ندارد',
    'maker-elsewhere': 'پذیرفته نمی‌شود: گسترهٔ سازنده دیگر این گستره را در بر ندارد',
  },
  en: {
    revoked: 'revoked',
    expired: 'expired',
    'maker-locked': "refused: its maker's account is locked",
    'maker-gone': 'refused: its maker is there no more',
    'maker-token-refused': 'refused: the token that made it is refused',
    'maker-gives-none': "refused: its maker's role makes no tokens any more",
    'maker-elsewhere': "refused: its maker's scope does not hold this one any more",
  },
}
