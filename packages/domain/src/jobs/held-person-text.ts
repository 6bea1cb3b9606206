import type { Language } from '../imports/verdict-text.ts'
import { formattingOf } from '../persian/formatting.ts'

type Holder = { jobId: number; agencyName: { nameFa: string; nameEn: string } }
type HeldCode = 'job.person-already-counted' | 'job.claimed-elsewhere'

const { digits } = formattingOf('fa')

/** Why a person cannot be registered whom a job counts already, and what to do. */
export const HELD_PERSON_TEXT: Record<Language, Record<HeldCode, (holder: Holder) => string>> = {
  fa: {
    'job.person-already-counted': ({ jobId, agencyName: { nameFa } }) =>
      `این شخص در این دوره با شغل ${digits(String(jobId))} دستگاه «${nameFa}» شمرده شده است.`,
    'job.claimed-elsewhere': ({ jobId, agencyName: { nameFa } }) =>
      `این شخص را دستگاه «${nameFa}» ثبت کرده است (شغل ${digits(String(jobId))}). اگر از آنِ دستگاه شماست، ادعا کنید تا پروندهٔ تعارض باز شود.`,
  },
  en: {
    'job.person-already-counted': ({ jobId, agencyName: { nameEn } }) =>
      `The person is counted in this period already, with job ${jobId} of ${nameEn}.`,
    'job.claimed-elsewhere': ({ jobId, agencyName: { nameEn } }) =>
      `${nameEn} has registered the person (job ${jobId}). If the job is your agency's, claim it, and a conflict case is opened.`,
  },
}
