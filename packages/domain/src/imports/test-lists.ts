import type { JalaliDate } from '../calendar/jalali.ts'
import { parseJalaliDate } from '../calendar/jalali.ts'
import { indexAgencies } from '../organisations/agency-names.ts'
import { indexPlaces } from '../places/place-names.ts'
import type { Cell } from './cell.ts'
import { findHeader, type ColumnMapping } from './header.ts'
import { readRow, type ImportContext, type RowReading } from './read-row.ts'

/** A day, written plainly; for tests. */
export function day(text: string): JalaliDate {
  const date = parseJalaliDate(text)
  if (date === undefined) throw new RangeError(`not a day: ${text}`)
  return date
}

/** The province, the agencies and the day by which the lists of the tests are judged. */
export const CONTEXT: ImportContext = {
  period: { start: day('1404-01-01'), end: day('1404-12-29') },
  today: day('1404-06-31'),
  counties: indexPlaces([
    { code: '1501', name: 'الیگودرز', alternatives: [] },
    { code: '1503', name: 'خرم‌آباد', alternatives: [] },
    { code: '1507', name: 'ازنا', alternatives: [] },
    { code: '1508', name: 'پلدختر', alternatives: [] },
    { code: '1510', name: 'چگنی', alternatives: ['دوره چگنی'] },
    { code: '1511', name: 'رومشکان', alternatives: [] },
    { code: '1512', name: 'معمولان', alternatives: [] },
  ]),
  cities: indexPlaces(
    [
      { code: '1509', name: 'الشتر', alternatives: [] },
      { code: '1508', name: 'مومن آباد', alternatives: [] },
      { code: '1507', name: 'مومن آباد', alternatives: [] },
    ],
    'city',
  ),
  agencies: indexAgencies([
    { code: 'AGRI', name: 'سازمان جهاد کشاورزی استان', alternatives: ['جهاد کشاورزی'] },
    { code: 'KOMITEH', name: 'کمیته امداد امام خمینی(ره) استان', alternatives: ['کمیته امداد'] },
    { code: 'SMT', name: 'سازمان صنعت، معدن و تجارت استان', alternatives: ['صمت'] },
  ]),
  activities: new Map([
    ['01', 'agriculture'],
    ['011', 'agriculture'],
    ['0111', 'agriculture'],
    ['014', 'agriculture'],
    ['0141', 'agriculture'],
    ['14', 'industry'],
    ['141', 'industry'],
    ['4711', 'services'],
  ]),
  agency: 'AGRI',
  mayFileFor: (agency) => agency === 'SMT',
  minimumAge: 15,
  usualMaximumAge: 75,
}

/** The mapping of a sheet that must have a header. */
export function mappingOf(rows: readonly (readonly Cell[])[]): ColumnMapping {
  const mapping = findHeader(rows)
  if (mapping === undefined) throw new RangeError('no header found')
  return mapping
}

/** The readings of all rows below the header of a sheet. */
export function readList(rows: readonly (readonly Cell[])[], context = CONTEXT): RowReading[] {
  const mapping = mappingOf(rows)
  return rows.slice(mapping.headerRows[1] + 1).map((cells) => readRow(cells, mapping, context))
}

/** The reading of one row that is somebody's. */
export function readOne(
  header: readonly Cell[],
  cells: readonly Cell[],
  context = CONTEXT,
): RowReading & { kind: 'row' } {
  const [reading] = readList([header, cells], context)
  if (reading?.kind !== 'row') throw new RangeError(`not a row of a person: ${reading?.kind}`)
  return reading
}
