import { foldText } from '../persian/text.ts'
import type { Education } from '../ledger/posting.ts'
import { remembering } from './remembering.ts'

const DEGREES = [
  'کارشناسی',
  'کاردانی',
  'لیسانس',
  'فوقدیپلم',
  'دکتر',
  'ارشد',
  'دانشاموخته',
  'فارغالتحصیل',
  'دانشگاهی',
  'bachelor',
  'master',
  'phd',
  'bsc',
  'msc',
  'associate',
  'graduate',
].map(foldText)

/** Whether what a list says of somebody's education is a university degree (دانش‌آموخته). */
export const readEducation = remembering((text: string): Education => {
  const key = foldText(text)
  if (key === '') return 'unspecified'
  return DEGREES.some((degree) => key.includes(degree)) ? 'graduate' : 'other'
})
