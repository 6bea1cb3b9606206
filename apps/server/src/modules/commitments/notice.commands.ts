import type { CommitmentVersion } from '@rasad/contracts/commitments'
import { BASELINE_TEXT } from '@rasad/domain/commitments/baseline-text'
import { matrixOf, namedMatrix, type Matrix } from '@rasad/domain/commitments/cell-table'
import { percentOf } from '@rasad/domain/figures/rate'
import type { Scope } from '@rasad/domain/access/scope'
import type { Language } from '@rasad/domain/imports/verdict-text'
import { formattingOf } from '@rasad/domain/persian/formatting'
import type { ReadDb } from '../../platform/db.ts'
import { requirePaperSize, writePaper } from '../../platform/paper/typst.ts'
import { Problem } from '../../platform/problem.ts'
import { selectAgencies } from '../organisations/organisations.queries.ts'
import { loadNames, type Names } from '../places/names.queries.ts'
import { getCommitmentVersion } from './commitments.commands.ts'
import type { CommitmentName } from './commitments.queries.ts'
import { NOTICE_TEXT } from './notice-text.ts'
import { getPeriod, type PeriodRow } from './periods.queries.ts'

/** A version with all that its letters say. */
export type Notice = {
  version: CommitmentVersion
  matrix: Matrix
  period: PeriodRow
  names: Names
  /** The full name of an agency, as it is addressed. */
  addressOf: (agency: string) => string
  language: Language
  /** The only agency to write to; null writes to all and adds the whole. */
  agency: string | null
}

// So many counties still stand beside one another on a sheet of A4.
const COUNTIES_A_BLOCK = 14

/** Gathers what the letters of a version say; an agency that holds no share of it is not found. */
export async function prepareNotice(
  db: ReadDb,
  {
    version: wanted,
    language,
    agency,
    ...name
  }: CommitmentName & {
    version?: number | undefined
    language: Language
    agency?: string | undefined
  },
  scope: Scope,
): Promise<Notice> {
  const version = await getCommitmentVersion(db, name, scope, wanted)
  const matrix = matrixOf(version.cells)
  if (agency !== undefined && !matrix.agencies.includes(agency))
    throw new Problem('not-found', { kind: 'commitment', id: `${name.province}/${name.period}/${agency}` })
  const rows = await selectAgencies(db)
  const addresses = new Map(
    rows.map(({ code, nameFa, nameEn }) => [code, language === 'fa' ? nameFa : nameEn]),
  )
  const names = await loadNames(db, language, name.province)
  return {
    version,
    matrix: namedMatrix(matrix, language, names),
    period: await getPeriod(db, name.province, name.period, scope),
    names,
    addressOf: (code) => addresses.get(code) ?? code,
    language,
    agency: agency ?? null,
  }
}

/** Writes the letters of a version as PDF: one to each agency with its share by county, then the whole. */
export async function writeNotice(
  out: string,
  notice: Notice,
  { now, madeBy }: { now: number; madeBy: string },
): Promise<void> {
  const { version, matrix, period, names, language, agency } = notice
  const text = NOTICE_TEXT[language]
  const { count, day, digits, moment } = formattingOf(language)
  const agencies = agency === null ? matrix.agencies : [agency]
  requirePaperSize(agencies.length * matrix.counties.length)
  const letter = version.notice?.letter
  const place = names.province(version.province)
  const data = {
    language,
    title: `${text.subject} · ${period.title === period.period ? digits(period.period) : period.title}`,
    place: language === 'fa' ? `${text.province} ${place}` : `${place} ${text.province}`,
    words: text,
    draft: version.notice === null,
    version: count(version.version),
    letter: {
      number: letter ? digits(letter.number) : version.notice === null ? '' : text.noLetter,
      date: letter ? day(letter.date) : '',
    },
    made: `${text.made}: ${moment(new Date(now).toISOString())} · ${madeBy}`,
    duty: text.duty.replace('{cutoff}', day(period.cutoff)),
    letters: agencies.map((code) => letterTo(notice, code)),
    blocks: agency === null ? blocksOf(notice) : [],
  }
  await writePaper(out, { layout: new URL('notice.typ', import.meta.url), data, now })
}

/** What the letters of a version are called: `ابلاغ-تعهد-لرستان-1404-نسخه-2.pdf`. */
export function noticeFileName({ version, names, language, agency }: Notice): string {
  const text = NOTICE_TEXT[language]
  const parts = [text.paper, names.province(version.province), version.period, text.version, version.version]
  const state = version.notice === null ? [text.draft] : []
  return `${[...parts, ...(agency === null ? [] : [agency]), ...state].join('-').replaceAll(' ', '-')}.pdf`
}

function letterTo({ version, matrix, period, names, addressOf, language }: Notice, agency: string): object {
  const text = NOTICE_TEXT[language]
  const { count, day, digits, percent } = formattingOf(language)
  const share = matrix.ofAgency(agency)
  const words: Record<string, string> = {
    province: names.province(version.province),
    period: digits(version.period),
    from: day(period.from),
    until: day(period.to),
    baseline: BASELINE_TEXT[language][version.baseline],
    share: count(share),
    total: count(version.total),
  }
  const counties = matrix.counties.filter((county) => matrix.value(agency, county) !== 0)
  return {
    agency: addressOf(agency),
    body: text.body.replaceAll(/\{(\w+)\}/g, (_all, name: string) => words[name] ?? ''),
    rows: counties.map((county, index) => {
      const value = matrix.value(agency, county)
      return [count(index + 1), names.county(county), count(value), percent(percentOf(value, share))]
    }),
    total: ['', text.total, count(share), percent(percentOf(share, share))],
  }
}

function blocksOf({ matrix, names, language }: Notice): object[] {
  const text = NOTICE_TEXT[language]
  const { count } = formattingOf(language)
  const starts = Array.from(
    { length: Math.ceil(matrix.counties.length / COUNTIES_A_BLOCK) },
    (_, n) => n * COUNTIES_A_BLOCK,
  )
  return starts.map((from) => {
    const counties = matrix.counties.slice(from, from + COUNTIES_A_BLOCK)
    const isLast = from + COUNTIES_A_BLOCK >= matrix.counties.length
    return {
      header: [text.row, text.agency, ...counties.map(names.county), ...(isLast ? [text.total] : [])],
      rows: matrix.agencies.map((agency, index) => [
        count(index + 1),
        names.agency(agency),
        ...counties.map((county) => count(matrix.value(agency, county))),
        ...(isLast ? [count(matrix.ofAgency(agency))] : []),
      ]),
      total: [
        '',
        text.total,
        ...counties.map((county) => count(matrix.ofCounty(county))),
        ...(isLast ? [count(matrix.total)] : []),
      ],
    }
  })
}
