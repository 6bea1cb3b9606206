import { readSector } from '../organisations/sectors.ts'
import { foldText } from '../persian/text.ts'
import { isBlankCell, type Cell } from './cell.ts'
import { headerKey, recogniseHeader, type Column, type HeaderReading } from './columns.ts'
import { OPEN_HEADERS, type ValueKind } from './header-words.ts'
import { readDirectness, readJobType, readNovelty, readSettlement } from './kind-words.ts'

const OPEN = new Map(
  OPEN_HEADERS.flatMap((header) => header.words.map((word) => [headerKey(word), header] as const)),
)

const PERSON_COLUMNS: readonly Column[] = [
  'nationalId',
  'firstName',
  'lastName',
  'fullName',
  'fatherName',
  'birthDate',
  'gender',
  'mobile',
  'education',
]
const PLACE_COLUMNS: readonly Column[] = [
  'county',
  'district',
  'ruralDistrict',
  'village',
  'place',
  'settlement',
]

/** What a name above several columns says about them: which columns it cannot mean, and what «بخش» is below it. */
const GROUPS: readonly { words: readonly string[]; never: readonly Column[]; section?: Column }[] = [
  { words: ['سکونت', 'منزل', 'محل تولد'], never: PLACE_COLUMNS },
  { words: ['کارفرما', 'کارگاه', 'بنگاه', 'شرکت', 'employer'], never: PERSON_COLUMNS },
  { words: ['محل', 'مکان', 'نشانی', 'موقعیت', 'place', 'location'], never: [], section: 'district' },
  { words: ['شغل', 'اشتغال', 'فعالیت', 'job'], never: [], section: 'sector' },
]

/** The column a header stands for under a group name («محل اشتغال» over «شهرستان»); undefined when it is none of ours. */
export function readHeaderUnder(group: string, header: string): HeaderReading | undefined {
  if (group === '') return recogniseHeader(header)
  const key = headerKey(group)
  const kind = GROUPS.find(({ words }) => words.some((word) => key.includes(headerKey(word))))
  const alone = recogniseHeader(header)
  if (alone?.word === headerKey('بخش') && kind?.section !== undefined)
    return { column: kind.section, word: '' }
  const readings = [recogniseHeader(`${header} ${group}`), alone, recogniseHeader(`${group} ${header}`)]
  const meant = readings.find((reading) => reading?.unit) ?? readings.find((reading) => reading)
  return meant !== undefined && kind?.never.includes(meant.column) ? undefined : meant
}

/** Whether a header word means different columns in different lists, so that the cells below it must decide. */
export function isOpen(reading: HeaderReading): boolean {
  return OPEN.has(reading.word)
}

/** Settles an open header by the words in its cells, else by its usual meanings; `isFree` tells which columns are still free. */
export function settleOpenHeader(
  reading: HeaderReading,
  values: readonly Cell[],
  isFree: (column: Column) => boolean,
): Column | undefined {
  const header = OPEN.get(reading.word)
  const filled = values.filter((value) => !isBlankCell(value)).map((value) => String(value))
  if (header === undefined || filled.length === 0) return freeOr(reading.column, header?.otherwise, isFree)
  const told = header.byValues.find((column) => filled.filter(TELLS[column]).length * 2 > filled.length)
  return told ?? freeOr(undefined, header.otherwise, isFree)
}

function freeOr(
  usual: Column | undefined,
  others: readonly Column[] | undefined,
  isFree: (column: Column) => boolean,
): Column | undefined {
  const meanings = [...(usual === undefined ? [] : [usual]), ...(others ?? [])]
  return meanings.find(isFree) ?? meanings[0]
}

const TELLS: Record<ValueKind, (text: string) => boolean> = {
  sector: (text) => readSector(text) !== undefined,
  jobType: (text) => readJobType(text) !== undefined,
  novelty: (text) => readNovelty(text) !== undefined,
  directness: (text) => readDirectness(text) !== undefined,
  settlement: (text) => readSettlement(text) !== undefined,
  isic: (text) => /^[a-u]?\d{2,4}$/u.test(foldText(text)),
}
