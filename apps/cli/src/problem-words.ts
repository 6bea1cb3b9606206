import type { ProblemCode, ProblemParams } from '@rasad/contracts/problem-catalogue'
import type { MatrixFault } from '@rasad/domain/commitments/read-matrix'
import { wordOf } from './job-text.ts'
import type { Language } from './language.ts'
import { withCode, type Names } from '@rasad/server/modules/places/names.queries'

/** A sentence, or several lines, for every refusal: what is wrong and what to do. */
export type ProblemSentences = {
  [Code in ProblemCode]: (params: ProblemParams<Code>, names: Names) => string
}

// What was not found, by the kind a refusal names.
const RECORD_KINDS: Record<Language, Record<string, string>> = {
  fa: {
    period: 'دورهٔ',
    commitment: 'تعهد',
    job: 'شغل',
    import: 'ورود',
    conflict: 'پروندهٔ تعارض',
    claim: 'ادعای',
    province: 'استان',
    county: 'شهرستان',
    agency: 'دستگاه',
    route: 'نشانی',
    user: 'کاربر',
    token: 'توکن',
    session: 'نشست',
    bank: 'بانک',
    activity: 'فعالیت',
  },
  en: {
    period: 'period',
    commitment: 'commitment',
    job: 'job',
    import: 'import',
    conflict: 'conflict case',
    claim: 'claim',
    province: 'province',
    county: 'county',
    agency: 'agency',
    route: 'route',
    user: 'user',
    token: 'token',
    session: 'session',
    bank: 'bank',
    activity: 'activity',
  },
}

/** That there is no such thing, and in which province it was looked for. */
export function notFoundText(
  language: Language,
  { kind, id }: ProblemParams<'not-found'>,
  names: Names,
): string {
  const [, province = id, within] = /^(\d{2})\/(.+)$/.exec(id) ?? []
  const isKnown = names.province(province) !== province
  const known = kind === 'province' || (within !== undefined && !isKnown) ? 'province' : kind
  const thing =
    `${RECORD_KINDS[language][known] ?? known} ${known === 'province' ? province : (within ?? id)}`.trim()
  const place = within !== undefined && isKnown ? names.province(province) : undefined
  if (language === 'fa')
    return place === undefined ? `${thing} پیدا نشد.` : `${thing} در استان ${place} پیدا نشد.`
  return place === undefined ? `There is no ${thing}.` : `There is no ${thing} in ${place}.`
}

/** A whole of a commitment that is not the sum of its parts. */
export type Mismatch = ProblemParams<'commitment.does-not-add-up'>['mismatches'][number]
type Whole = Pick<Mismatch, 'agency' | 'county' | 'sector' | 'programme'>

const WHOLES: Record<Language, Record<keyof Whole | 'everything', string>> = {
  fa: { agency: 'دستگاه', county: 'شهرستان', sector: 'بخش', programme: 'برنامهٔ', everything: 'جمع کل' },
  en: {
    agency: 'agency',
    county: 'county',
    sector: 'sector',
    programme: 'programme',
    everything: 'the total',
  },
}

/** Which whole it is: an agency's, a county's, a sector's, a programme's, or everything. */
export function wholeText(
  language: Language,
  { agency, county, sector, programme }: Whole,
  names: Names,
): string {
  const words = WHOLES[language]
  const fixed = [
    ...(agency === undefined ? [] : [`${words.agency} ${withCode(names.agency(agency), agency)}`]),
    ...(county === undefined ? [] : [`${words.county} ${withCode(names.county(county), county)}`]),
    ...(sector === undefined ? [] : [`${words.sector} ${sector}`]),
    ...(programme === undefined ? [] : [`${words.programme} ${programme}`]),
  ]
  return fixed.length === 0 ? words.everything : fixed.join(' ')
}

const MATRIX_FAULTS: Record<Language, Record<MatrixFault['reason'], string>> = {
  fa: {
    'agency.unknown': 'دستگاه شناخته نشد؛ نام یا کد دستگاه را بنویسید.',
    'county.unknown': 'این شهرستان در استان نیست.',
    'sector.unknown': 'بخش اقتصادی شناخته نشد؛ یکی از کشاورزی، صنعت یا خدمات را بنویسید.',
    'programme.unknown':
      'برنامه شناخته نشد؛ نام یکی از برنامه‌ها یا کد آن را بنویسید، یا خانه را خالی بگذارید.',
    'value.invalid': 'عدد درستی نیست؛ شمار شغل‌ها عددی صحیح و نامنفی است.',
    'cell.repeated': 'این دستگاه و شهرستان پیش‌تر در جدول آمده است؛ یکی را بردارید یا جمع کنید.',
    'header.missing': 'جدولی پیدا نشد؛ سرستون‌های دستگاه و شهرستان لازم است.',
  },
  en: {
    'agency.unknown': 'The agency is not known; write its name or code.',
    'county.unknown': 'The province has no such county.',
    'sector.unknown': 'The sector is not known; write agriculture, industry or services.',
    'programme.unknown':
      'The programme is not known; write one by its name or code, or leave the cell empty.',
    'value.invalid': 'This is no number of jobs, a whole number from 0 on.',
    'cell.repeated': 'This agency and county stand in the table already; take one out or add them up.',
    'header.missing': 'No matrix was found; it needs headers for agencies and counties.',
  },
}

/** Why a cell of a commitment is not read, as a sentence. */
export function matrixFaultText(language: Language, code: string): string {
  return wordOf(MATRIX_FAULTS[language], code)
}
