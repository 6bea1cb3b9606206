import type { CommitmentDifference, CommitmentVersion } from '@rasad/contracts/commitments'
import {
  COMMITMENT_AXES,
  isDivided,
  matrixOf,
  membersOf,
  namedMatrix,
  type CommitmentAxis,
} from './commitment-matrix.ts'
import { BASELINE_TEXT, COMMITMENT_TEXT } from './commitment-text.ts'
import { kindText } from './dimension-text.ts'
import { inOrderOfNames } from '@rasad/domain/persian/name-order'
import { formattingOf, NO_FIGURE } from '@rasad/domain/persian/formatting'
import type { Language } from './language.ts'
import { withCode, type Names } from '@rasad/server/modules/places/names.queries'
import { factLines, tableLines } from './table-printing.ts'

/** A version without its cells. */
export type VersionFacts = Omit<CommitmentVersion, 'cells'>
/** A commitment by its province, period and baseline. */
export type CommitmentName = Pick<CommitmentVersion, 'province' | 'period' | 'baseline'>

/** What is known of a version beside its cells. */
export function versionLines(language: Language, names: Names, version: VersionFacts): string[] {
  const text = COMMITMENT_TEXT[language]
  const { count, moment } = formattingOf(language)
  const { notice, pins, reason } = version
  const pinText = ({ agency, county, sector, programme, value }: VersionFacts['pins'][number]) =>
    `${[agency, county, sector, programme].filter((part) => part !== undefined).join('/')}=${value}`
  return factLines([
    [text.province, withCode(names.province(version.province), version.province)],
    [text.name, version.period],
    [text.baseline, BASELINE_TEXT[language][version.baseline]],
    [text.version, count(version.version)],
    [text.state, notice ? `${text.notified} · ${moment(notice.at)} · ${notice.by}` : text.draft],
    ...(notice?.letter ? ([[text.letter, letterText(language, notice.letter)]] as const) : []),
    [text.total, count(version.total)],
    [text.source, sourceText(language, version)],
    ...(pins.length === 0 ? [] : ([[text.pins, pins.map(pinText).join(' · ')]] as const)),
    ...(reason === null ? [] : ([[text.reason, reason]] as const)),
    [text.setBy, version.setBy],
    [text.setAt, moment(version.setAt)],
  ])
}

/** The cells of a version: all sectors together, then, where there are several, each by itself, and what each programme comes to. */
export function matrixLines(language: Language, names: Names, { cells }: CommitmentVersion): string[] {
  const sectors = membersOf(cells, 'sector')
  const programmes = isDivided(cells, 'programme')
    ? ['', ...wholeLines(language, names, cells, 'programme')]
    : []
  if (sectors.length < 2) return [...blockLines(language, names, cells), ...programmes]
  return [
    `${COMMITMENT_TEXT[language].allSectors}:`,
    ...blockLines(language, names, cells),
    ...sectors.flatMap((sector) => [
      '',
      `${kindText(language, sector)}:`,
      ...blockLines(language, names, cells, sector),
    ]),
    ...programmes,
  ]
}

/** What each member of an axis comes to. */
export function wholeLines(
  language: Language,
  names: Names,
  cells: CommitmentVersion['cells'],
  axis: CommitmentAxis,
): string[] {
  const text = COMMITMENT_TEXT[language]
  const { count } = formattingOf(language)
  const sumOf = (chosen: CommitmentVersion['cells']) => chosen.reduce((sum, { value }) => sum + value, 0)
  const columns = [
    { header: text[axis], align: 'start' as const },
    { header: text.value, align: 'end' as const },
  ]
  const rows = namedMembers(language, names, axis, membersOf(cells, axis), (member) => member).map(
    (member) => [
      memberText(language, names, axis, member),
      count(sumOf(cells.filter((cell) => cell[axis] === member))),
    ],
  )
  return tableLines(columns, rows, [text.total, count(sumOf(cells))])
}

/** The members of an axis in the order of their names, where they have any. */
function namedMembers<Member>(
  language: Language,
  names: Names,
  axis: CommitmentAxis,
  members: readonly Member[],
  codeOf: (member: Member) => string,
): readonly Member[] {
  if (axis !== 'agency' && axis !== 'county') return members
  return inOrderOfNames(language, members, (member) => names[axis](codeOf(member)))
}

function namedCells<Cell extends { agency: string; county: string }>(
  language: Language,
  names: Names,
  cells: readonly Cell[],
): readonly Cell[] {
  const byCounty = namedMembers(language, names, 'county', cells, ({ county }) => county)
  return namedMembers(language, names, 'agency', byCounty, ({ agency }) => agency)
}

function memberText(language: Language, names: Names, axis: CommitmentAxis, code: string): string {
  return axis === 'agency' || axis === 'county' ? withCode(names[axis](code), code) : kindText(language, code)
}

/** That a draft counts nothing yet, and the command that brings it into force. */
export function draftLines(
  language: Language,
  { province, period, baseline, version }: VersionFacts,
): string[] {
  const other = baseline === 'provincial' ? '' : ` --baseline ${baseline}`
  return [
    COMMITMENT_TEXT[language].draftNext,
    `  rasad commitment notify ${version} --province ${province} --period ${period}${other} --letter NUMBER --letter-date DAY`,
  ]
}

/** Versions under each other. */
export function versionListLines(language: Language, versions: readonly VersionFacts[]): string[] {
  const text = COMMITMENT_TEXT[language]
  const { count, moment } = formattingOf(language)
  if (versions.length === 0) return [text.noVersion]
  const columns = [
    { header: text.version, align: 'end' as const },
    { header: text.state, align: 'start' as const },
    { header: text.total, align: 'end' as const },
    ...[text.letter, text.source, text.reason, text.setBy, text.setAt].map((header) => ({
      header,
      align: 'start' as const,
    })),
  ]
  const rows = versions.map((version) => [
    count(version.version),
    version.notice ? text.notified : text.draft,
    count(version.total),
    version.notice?.letter ? letterText(language, version.notice.letter) : NO_FIGURE,
    sourceText(language, version),
    version.reason ?? NO_FIGURE,
    version.setBy,
    moment(version.setAt),
  ])
  return tableLines(columns, rows)
}

/** What differs between two versions: the total, the wholes that changed, and the cells. */
export function changeLines(
  language: Language,
  names: Names,
  { province, period, baseline }: CommitmentName,
  difference: CommitmentDifference,
): string[] {
  const text = COMMITMENT_TEXT[language]
  const { count } = formattingOf(language)
  const { from, to, total, margins, cells } = difference
  const changed = ({ before, after, difference: change }: CommitmentDifference['total']) =>
    [before, after, change].map(count)
  const table = (headers: readonly string[], rows: readonly (readonly string[])[]) => [
    '',
    ...tableLines(
      [
        ...headers.map((header) => ({ header, align: 'start' as const })),
        ...[text.before, text.after, text.change].map((header) => ({ header, align: 'end' as const })),
      ],
      rows,
      [text.total, ...headers.slice(1).map(() => ''), ...changed(total)],
    ),
  ]
  // An axis that nothing is divided along says nothing.
  const axes = COMMITMENT_AXES.filter((axis) => cells.some((cell) => cell[axis] !== 'unspecified'))
  const facts = factLines([
    [text.province, withCode(names.province(province), province)],
    [text.name, period],
    [text.baseline, BASELINE_TEXT[language][baseline]],
    [text.version, `${count(from)} → ${count(to)}`],
  ])
  if (cells.length === 0) return [...facts, text.same]
  return [
    ...facts,
    ...axes
      .filter((axis) => margins[axis].length > 0)
      .flatMap((axis) =>
        table(
          [text[axis]],
          namedMembers(language, names, axis, margins[axis], ({ name }) => name).map((change) => [
            memberText(language, names, axis, change.name),
            ...changed(change),
          ]),
        ),
      ),
    ...table(
      axes.map((axis) => text[axis]),
      namedCells(language, names, cells).map((cell) => [
        ...axes.map((axis) => memberText(language, names, axis, cell[axis])),
        ...changed(cell),
      ]),
    ),
  ]
}

function blockLines(
  language: Language,
  names: Names,
  cells: CommitmentVersion['cells'],
  sector?: string,
): string[] {
  const text = COMMITMENT_TEXT[language]
  const { count } = formattingOf(language)
  const matrix = namedMatrix(matrixOf(cells, sector), language, names)
  const { agencies, counties, value, ofAgency, ofCounty, total } = matrix
  const columns = [
    { header: text.agency, align: 'start' as const },
    ...counties.map((county) => ({ header: `${names.county(county)}\n${county}`, align: 'end' as const })),
    { header: text.total, align: 'end' as const },
  ]
  const rows = agencies.map((agency) => [
    withCode(names.agency(agency), agency),
    ...counties.map((county) => count(value(agency, county))),
    count(ofAgency(agency)),
  ])
  const sums = [text.total, ...counties.map((county) => count(ofCounty(county))), count(total)]
  return tableLines(columns, rows, sums)
}

function letterText(language: Language, { number, date }: { number: string; date: string }): string {
  return `${number} ${COMMITMENT_TEXT[language].dated} ${formattingOf(language).day(date)}`
}

function sourceText(language: Language, { source, grounds }: VersionFacts): string {
  const text = COMMITMENT_TEXT[language]
  const [, base] = /^version (\d+)$/.exec(source) ?? []
  if (base !== undefined) return `${text.amended} ${formattingOf(language).digits(base)}`
  return source === 'split' && grounds !== null ? text.split : source
}
