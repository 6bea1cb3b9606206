import { inOrderOfNames } from '@rasad/domain/persian/name-order'
import type { CommitmentVersion } from '@rasad/contracts/commitments'
import { BASELINE_TEXT } from '@rasad/domain/commitments/baseline-text'
import { isDivided, matrixOf, membersOf, namedMatrix } from '@rasad/domain/commitments/cell-table'
import type { Language } from '@rasad/domain/imports/verdict-text'
import { kindText } from '@rasad/domain/ledger/dimension-text'
import { formattingOf } from '@rasad/domain/persian/formatting'
import {
  csvLine,
  writeTableWorkbook,
  type Table,
  type TableColumn,
} from '../../platform/workbook/table-file.ts'
import type { Cell } from '../../platform/workbook/workbook.ts'
import { withCode, type Names } from '../places/names.queries.ts'

const UNDIVIDED = 'unspecified'
const NAME_WIDTH = 28

const fa = {
  value: 'تعهد',
  agencyCode: 'کد دستگاه',
  agencyName: 'نام دستگاه',
  countyCode: 'کد شهرستان',
  countyName: 'نام شهرستان',
  sector: 'بخش',
  programme: 'برنامه',
  total: 'جمع',
  name: 'دوره',
  version: 'نسخه',
  draft: 'پیش‌نویس',
  notified: 'ابلاغ‌شده',
}
const TEXT: Record<Language, Record<keyof typeof fa, string>> = {
  fa,
  en: {
    value: 'Commitment',
    agencyCode: 'Agency',
    agencyName: 'Agency name',
    countyCode: 'County',
    countyName: 'County name',
    sector: 'Sector',
    programme: 'Programme',
    total: 'Total',
    name: 'Period',
    version: 'Version',
    draft: 'draft',
    notified: 'notified',
  },
}

/** Writes a version as a workbook that `commitment set` reads: a sheet for each sector, agencies (and their programmes) down and counties across. */
export async function writeCommitmentWorkbook(
  file: string,
  language: Language,
  names: Names,
  version: CommitmentVersion,
): Promise<void> {
  const hasSectors = isDivided(version.cells, 'sector')
  const tables = (hasSectors ? membersOf(version.cells, 'sector') : [UNDIVIDED]).map((sector): Table => ({
    sheet: hasSectors ? kindText(language, sector) : TEXT[language].value,
    rightToLeft: language === 'fa',
    title: [headline(language, names, version)],
    ...matrixTable(language, names, version, { sector, withSums: !hasSectors || sector !== UNDIVIDED }),
  }))
  await writeTableWorkbook(file, tables, { digits: language === 'fa' ? 'persian' : 'latin' })
}

/** What the workbook of a version is called: `تعهد-لرستان-1404-نسخه-2.xlsx`. */
export function commitmentFileName(
  language: Language,
  names: Names,
  { province, period, version }: CommitmentVersion,
): string {
  const { value, version: word } = TEXT[language]
  return `${[value, names.province(province), period, word, version].join('-').replaceAll(' ', '-')}.xlsx`
}

/** A version as lines of CSV that `commitment set` reads: the matrix, or, where it is divided into sectors, a list. */
export function commitmentCsv(language: Language, names: Names, version: CommitmentVersion): string[] {
  const { columns, rows, total } = isDivided(version.cells, 'sector')
    ? listTable(language, names, version)
    : matrixTable(language, names, version, { sector: UNDIVIDED, withSums: true })
  return [columns.map(({ header }) => header), ...rows, ...(total ? [total] : [])].map(csvLine)
}

type FileTable = { columns: TableColumn[]; rows: Cell[][]; total?: Cell[] }

// Sums on the sheet of what has no sector would be read as sums over all sectors, so that it has none.
function matrixTable(
  language: Language,
  names: Names,
  { cells }: CommitmentVersion,
  { sector, withSums }: { sector: string; withSums: boolean },
): FileTable {
  const text = TEXT[language]
  const { agencies, counties, ofCounty, total } = namedMatrix(matrixOf(cells, sector), language, names)
  const hasProgrammes = isDivided(cells, 'programme')
  const inProgramme = membersOf(cells, 'programme').map((programme) => {
    const matrix = matrixOf(
      cells.filter((cell) => cell.programme === programme),
      sector,
    )
    return { ...matrix, name: programme === UNDIVIDED ? '' : kindText(language, programme) }
  })
  const columns: TableColumn[] = [
    { header: text.agencyCode, kind: 'text' },
    { header: text.agencyName, kind: 'text', width: NAME_WIDTH },
    ...(hasProgrammes ? [{ header: text.programme, kind: 'text' } as const] : []),
    ...counties.map((county): TableColumn => ({ header: names.county(county), kind: 'number' })),
  ]
  const rows = agencies.flatMap((agency) =>
    inProgramme
      .filter((matrix) => matrix.agencies.includes(agency))
      .map(({ name, value, ofAgency }): Cell[] => [
        agency,
        names.agency(agency),
        ...(hasProgrammes ? [name] : []),
        ...counties.map((county) => value(agency, county)),
        ...(withSums ? [ofAgency(agency)] : []),
      ]),
  )
  if (!withSums) return { columns, rows }
  return {
    columns: [...columns, { header: text.total, kind: 'number' }],
    rows,
    total: [text.total, '', ...(hasProgrammes ? [''] : []), ...counties.map(ofCounty), total],
  }
}

function listTable(language: Language, names: Names, { cells, total }: CommitmentVersion): FileTable {
  const text = TEXT[language]
  const divisions = (['sector', 'programme'] as const).filter((axis) => isDivided(cells, axis))
  const headers = [
    text.agencyCode,
    text.agencyName,
    text.countyCode,
    text.countyName,
    ...divisions.map((axis) => text[axis]),
  ]
  return {
    columns: [
      ...headers.map((header): TableColumn => ({ header, kind: 'text' })),
      { header: text.value, kind: 'number' },
    ],
    rows: inOrderOfNames(
      language,
      cells,
      ({ agency, county }) => `${names.agency(agency)}\t${names.county(county)}`,
    ).map((cell) => [
      cell.agency,
      names.agency(cell.agency),
      cell.county,
      names.county(cell.county),
      ...divisions.map((axis) => (cell[axis] === UNDIVIDED ? '' : kindText(language, cell[axis]))),
      cell.value,
    ]),
    total: [text.total, ...headers.slice(1).map(() => ''), total],
  }
}

function headline(language: Language, names: Names, version: CommitmentVersion): string {
  const text = TEXT[language]
  const { count, digits } = formattingOf(language)
  const { province, period, baseline, notice } = version
  return [
    withCode(names.province(province), province),
    `${text.name} ${digits(period)}`,
    BASELINE_TEXT[language][baseline],
    `${text.version} ${count(version.version)}`,
    notice ? text.notified : text.draft,
  ].join(' · ')
}
