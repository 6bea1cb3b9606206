import { writeFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createCsvTokenizer, DELIMITERS, findDelimiter } from './csv-tokens.ts'
import { DEFAULT_LIMITS, type SheetRow } from './workbook.ts'
import { readAll, refusalOf, testPath } from './test-files.ts'

function fileOf(content: string | Buffer): string {
  const path = testPath('list.csv')
  writeFileSync(path, content)
  return path
}

function tokenize(chunks: readonly string[], delimiter = ','): SheetRow[] {
  const tokens = createCsvTokenizer(delimiter, DEFAULT_LIMITS)
  for (const chunk of chunks) tokens.feed(chunk)
  tokens.end()
  return tokens.take()
}

/** Windows-1256 for the letters that the tests use. */
function windows1256(text: string): Buffer {
  const decoder = new TextDecoder('windows-1256')
  const bytes = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Buffer.from([byte])), byte]))
  return Buffer.from(Array.from(text, (character) => bytes.get(character) ?? 63))
}

const field = fc.oneof(
  fc.string({ unit: fc.constantFrom('ا', 'ی', '😀', ' ', '"', ',', ';', '\n', '\r', '\t', '1') }),
  fc.constantFrom('', '0012345678', '=1+1'),
)
const ending = fc.constantFrom('\n', '\r\n', '\r')

const quoted = (text: string, always: boolean): string =>
  always || /[",;\t|\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text

test('records are those of csv-parse, wherever the chunks are cut', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.tuple(field, fc.boolean()), { minLength: 1, maxLength: 5 }), { maxLength: 12 }),
      ending,
      fc.constantFrom(...DELIMITERS),
      fc.array(fc.nat(400)),
      fc.boolean(),
      (records, lineEnd, delimiter, cuts, lastEnd) => {
        const lines = records.map((fields) =>
          fields.map(([text, always]) => quoted(text, always)).join(delimiter),
        )
        const text = lines.join(lineEnd) + (lastEnd ? lineEnd : '')
        const at = [0, ...cuts.filter((cut) => cut < text.length).toSorted((a, b) => a - b), text.length]
        const own = tokenize(
          at.slice(1).map((end, index) => text.slice(at[index], end)),
          delimiter,
        )

        const options = {
          delimiter,
          record_delimiter: lineEnd,
          relax_column_count: true,
          skip_empty_lines: true,
        }
        const oracle: string[][] = parse(text, options)
        const expected = oracle
          .map((cells) => {
            const dense: (string | null)[] = cells.map((cell) => (cell === '' ? null : cell))
            while (dense.at(-1) === null) dense.pop()
            return dense
          })
          .filter((cells) => cells.length > 0)
        expect(own.map(({ cells }) => cells)).toEqual(expected)
      },
    ),
    { numRuns: 1000 },
  )
})

const numbered = (text: string): unknown => tokenize([text]).map(({ number, cells }) => [number, ...cells])

test('a record is numbered by the line it begins on, whatever ends the lines', () => {
  expect(numbered('a\r\n\r\n"b\r\nb",c\r\n,\r\nd')).toEqual([
    [1, 'a'],
    [3, 'b\r\nb', 'c'],
    [6, 'd'],
  ])
  expect(numbered('a\r\r"b\rb"\rd\r')).toEqual([
    [1, 'a'],
    [3, 'b\rb'],
    [5, 'd'],
  ])
  expect(numbered('a\n"b\nb"\n\nd')).toEqual([
    [1, 'a'],
    [2, 'b\nb'],
    [5, 'd'],
  ])
})

test('a code that a program wrote as a formula of text is that text', () => {
  const rows = tokenize(['="0012","=""0013""",=1+1,="a"b\n'])

  expect(rows[0]?.cells).toEqual(['0012', '0013', '=1+1', '="a"b'])
})

test('quotes that are not around a field stay as they are', () => {
  expect(tokenize(['لوله 12",5"x,"a"b,"c""d"\n'])[0]?.cells).toEqual(['لوله 12"', '5"x', 'ab', 'c"d'])
})

test('a quote that is never closed is a damage, not one endless cell', async () => {
  expect(await refusalOf(fileOf('a,b\n1,"2\n3,4\n'))).toEqual({
    code: 'workbook.damaged',
    params: { part: 'line 2', problem: 'unclosed-quote' },
  })
})

test.each([
  ['a;b;c\n1,5;2,5;3,5\n', ';'],
  ['عنوان، فهرست\n\na\tb\tc\n1\t2,3\t4\n', '\t'],
  ['a|b\n1|2', '|'],
  ['a,b\n"x;y;z;w",2\n', ','],
  ['تنها\nیک ستون\n', ','],
])('the delimiter of %j is found', (text, delimiter) => {
  expect(findDelimiter(text)).toBe(delimiter)
})

test("Excel's own line names the delimiter and is no record", async () => {
  expect((await readAll(fileOf('\ufeffsep=;\r\na,1;b\r\n'))).sheets[0]?.rows).toEqual([
    { number: 2, cells: ['a,1', 'b'], hidden: false },
  ])
})

const LINES = 'نام;کد ملی\r\nپژمان گچ‌چی;0012345678\r\n'
const CELLS = [
  ['نام', 'کد ملی'],
  ['پژمان گچ‌چی', '0012345678'],
]

test.each([
  ['UTF-8', Buffer.from(LINES)],
  ['UTF-8 with a mark', Buffer.from(`\ufeff${LINES}`)],
  ['UTF-16LE', Buffer.from(`\ufeff${LINES}`, 'utf16le')],
  ['UTF-16BE', Buffer.from(`\ufeff${LINES}`, 'utf16le').swap16()],
  ['Windows-1256', windows1256(LINES.replaceAll('ی', 'ي'))],
])('Persian in %s is read, and every value stays text', async (encoding, bytes) => {
  const { format, sheets } = await readAll(fileOf(bytes))

  expect(format).toBe('csv')
  const read = sheets[0]?.rows.map(({ cells }) =>
    cells.map((cell) => (encoding === 'Windows-1256' ? String(cell).replaceAll('ي', 'ی') : cell)),
  )
  expect(read).toEqual(CELLS)
})

test('Persian and emoji come through unharmed wherever the file is cut into chunks', async () => {
  const rows = Array.from({ length: 80_000 }, (_, index) => [
    `گلستان${'😀'.repeat(index % 4)}`,
    'ا'.repeat(index % 9),
    String(index),
  ])
  const text = rows.map((cells) => cells.join(',')).join('\n')

  const { sheets } = await readAll(fileOf(text))

  expect(Buffer.byteLength(text)).toBeGreaterThan(2 * 1024 ** 2)
  expect(sheets[0]?.rows.map(({ cells }) => cells.map((cell) => cell ?? ''))).toEqual(rows)
})

test.each([
  ['NUL bytes', Buffer.from('a,b\n1,\0\n'), 'workbook.not-a-workbook'],
  ['NUL bytes far inside', Buffer.from(`${'a,b\n'.repeat(5000)}\0`), 'workbook.not-a-workbook'],
  [
    'Latin letters of another code page',
    Buffer.from('caf\xe9,ol\xe9\n', 'latin1'),
    'workbook.encoding-unknown',
  ],
  [
    'UTF-8 with a foreign byte in it',
    Buffer.concat([Buffer.from('سلام,دنیا\n'.repeat(20)), Buffer.from([0xff]), Buffer.from('سلام\n')]),
    'workbook.encoding-unknown',
  ],
  [
    'Windows-1256 after much UTF-8',
    Buffer.concat([Buffer.from('سلام,دنیا\n'.repeat(80_000)), windows1256('سلام,دنيا\n'.repeat(80_000))]),
    'workbook.encoding-unknown',
  ],
  ['UTF-8 that stops inside a letter', Buffer.from('سلام').subarray(0, 7), 'workbook.damaged'],
])('a text with %s is refused', async (_, bytes, code) => {
  expect((await refusalOf(fileOf(bytes)))?.code).toBe(code)
})
