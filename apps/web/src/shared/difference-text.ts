import type { Language } from './language.ts'

const fa = {
  cause: 'علت',
  before: 'پیش از آن',
  after: 'پس از آن',
  residue: 'باقی‌ماندهٔ بی‌علت',
  none: 'در این فاصله هیچ رقمی تغییر نکرده است.',
}

/** The words of a change told by its causes. */
export const DIFFERENCE_TEXT: Record<Language, Record<keyof typeof fa, string>> = {
  fa,
  en: {
    cause: 'Cause',
    before: 'Before',
    after: 'After',
    residue: 'Unexplained rest',
    none: 'No figure changed between the two.',
  },
}
