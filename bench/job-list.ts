import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { isNationalId } from '@rasad/domain/persian/national-id'
import { writeTableWorkbook } from '@rasad/server/platform/workbook/table-file'
import { openChance, type Chance } from './chance.ts'

/** A list as an agency sends it: how many rows, of which counties, from which seed. */
export type ListShape = { rows: number; counties: readonly string[]; seed: number }

const words = (text: string) => text.split(' ')
const HEADERS =
  'کد ملی,نام,نام خانوادگی,نام پدر,تاریخ تولد,جنسیت,تلفن همراه,شهرستان,بخش اقتصادی,نوع اشتغال,نام کارفرما,تاریخ شروع به کار,توضیحات'.split(
    ',',
  )
const WOMEN = words('زهرا فاطمه مریم سمیه معصومه لیلا نرگس خاطره عسل افسر ثریا پریسا')
const MEN = words('محمد علی حسین رضا مهدی همایون خدابخش بهادر هدایت خسرو توحید مسلم')
const FAMILIES = words('کریمی یوسفی نقدی ملک‌زاده دالوند فتحی غضنفری محرمی ناصریان شاهمرادی رفیعی ممبینی')
const SECTORS = words('کشاورزی صنعت خدمات')
const JOB_TYPES = ['مزدبگیر', 'خوداشتغالی', 'مشاغل خانگی', 'عضو تعاونی']
const PERSIAN_DIGITS = '۰۱۲۳۴۵۶۷۸۹'
// Coprime to 10^9, so that every step leads to nine digits that were not there before.
const ID_STRIDE = 387_420_489

const MENDED = 0.03
const REFUSED = 0.02
const REPEATED = 0.005

/** The rows of a list below its header: 3 in 100 are mended on reading, 2 are refused and one in 200 stands twice. */
function* listRows({ rows, counties, seed }: ListShape): Generator<string[]> {
  const chance = openChance(seed)
  const ids = nationalIds(seed)
  let last = ''
  for (let row = 0; row < rows; row += 1) {
    const fate = chance.next()
    const id = fate < REPEATED && last !== '' ? last : ids.next().value
    last = id
    const cells = rowOf(id, counties, chance)
    if (fate > 1 - MENDED) mend(cells, chance)
    else if (fate > 1 - MENDED - REFUSED) spoil(cells, chance)
    yield cells
  }
}

function rowOf(id: string, counties: readonly string[], chance: Chance): string[] {
  const isWoman = chance.next() < 0.4
  const born = `13${45 + chance.below(40)}/${two(1 + chance.below(12))}/${two(1 + chance.below(29))}`
  const started = `1404/${two(1 + chance.below(12))}/${two(1 + chance.below(29))}`
  const person = [id, chance.pick(isWoman ? WOMEN : MEN), chance.pick(FAMILIES), chance.pick(MEN), born]
  const contact = [
    isWoman ? 'زن' : 'مرد',
    `09${100_000_000 + chance.below(290_000_000)}`,
    chance.pick(counties),
  ]
  const work = [chance.pick(SECTORS), chance.pick(JOB_TYPES), `کارگاه ${chance.pick(FAMILIES)}`, started, '']
  return [...person, ...contact, ...work]
}

function mend(cells: string[], chance: Chance): void {
  switch (chance.below(3)) {
    case 0:
      cells[11] = cells[11]!.replace(/\d/g, (digit) => PERSIAN_DIGITS[Number(digit)]!)
      break
    case 1:
      cells[2] = 'كريمي'
      break
    default:
      cells[6] = cells[6]!.slice(1)
  }
}

function spoil(cells: string[], chance: Chance): void {
  switch (chance.below(3)) {
    case 0:
      cells[0] = `${cells[0]!.slice(0, 9)}${(Number(cells[0]![9]) + 1) % 10}`
      break
    case 1:
      cells[7] = ''
      break
    default:
      cells[11] = '1403/11/20'
  }
}

/** Valid national IDs, none of them twice. */
function* nationalIds(seed: number): Generator<string, never> {
  for (let nine = seed % 1_000_000_000; ; nine = (nine + ID_STRIDE) % 1_000_000_000) {
    const digits = String(nine).padStart(9, '0')
    const sum = [...digits].reduce((all, digit, index) => all + Number(digit) * (10 - index), 0)
    const id = `${digits}${sum % 11 < 2 ? sum % 11 : 11 - (sum % 11)}`
    if (isNationalId(id)) yield id
  }
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}

/** Writes a list as CSV in UTF-8. */
export async function writeCsvList(path: string, shape: ListShape): Promise<void> {
  function* chunks(): Generator<string> {
    let lines = `\ufeff${HEADERS.join(',')}\r\n`
    for (const cells of listRows(shape)) {
      lines += `${cells.join(',')}\r\n`
      if (lines.length < 65_536) continue
      yield lines
      lines = ''
    }
    yield lines
  }
  await pipeline(Readable.from(chunks(), { objectMode: false }), createWriteStream(path))
}

/** Writes a list as a workbook of one sheet, every cell text. */
export async function writeXlsxList(path: string, shape: ListShape): Promise<void> {
  const columns = HEADERS.map((header) => ({ header, kind: 'text' as const }))
  await writeTableWorkbook(path, [
    { sheet: 'ثبت اشتغال', rightToLeft: true, title: [], columns, rows: listRows(shape) },
  ])
}
