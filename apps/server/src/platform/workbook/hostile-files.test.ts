import { readFileSync, writeFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { utils, write } from '@e965/xlsx'
import { readAll, refusalOf, testPath, worksheet, xlsxParts, zipOf } from './test-files.ts'

function fileOf(name: string, content: string | Buffer): string {
  const path = testPath(name)
  writeFileSync(path, content)
  return path
}

/** An OLE compound file with one directory sector that holds these names. */
function oleOf(names: readonly string[]): Buffer {
  const file = Buffer.alloc(512 * 3)
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(file)
  file.writeUInt16LE(9, 0x1e)
  file.writeUInt32LE(1, 0x30)
  file.writeUInt32LE(0, 0x4c)
  file.writeUInt32LE(0xfffffffd, 512)
  file.writeUInt32LE(0xfffffffe, 516)
  names.forEach((name, index) => {
    const at = 1024 + index * 128
    file.write(name, at, 'utf16le')
    file.writeUInt16LE(name.length * 2 + 2, at + 64)
    file.writeUInt8(index === 0 ? 5 : 2, at + 66)
  })
  return file
}

function* zeros(megabytes: number): Iterable<string> {
  yield '<worksheet><sheetData>'
  for (let chunk = 0; chunk < megabytes; chunk += 1) yield '0'.repeat(1024 ** 2)
}

test.each([
  ['nothing', '', { code: 'workbook.empty', params: {} }],
  ['only blanks', '\ufeff \r\n', { code: 'workbook.empty', params: {} }],
  ['a PDF', '%PDF-1.7\n%', { code: 'workbook.type-mismatch', params: { expected: 'xlsx', found: 'pdf' } }],
  [
    'an image',
    Buffer.from('89504e470d0a1a0a00', 'hex'),
    { code: 'workbook.type-mismatch', params: { expected: 'xlsx', found: 'png' } },
  ],
  [
    'a program',
    Buffer.from('4d5a90000300', 'hex'),
    { code: 'workbook.type-mismatch', params: { expected: 'xlsx', found: 'executable' } },
  ],
  [
    'a compressed text',
    gzipSync('a,b'),
    { code: 'workbook.type-mismatch', params: { expected: 'xlsx', found: 'gzip' } },
  ],
  [
    'unknown bytes',
    Buffer.from('0102000405', 'hex'),
    { code: 'workbook.not-a-workbook', params: { expected: 'xlsx', found: 'binary' } },
  ],
  [
    'another XML',
    '<?xml version="1.0"?><svg/>',
    { code: 'workbook.type-mismatch', params: { expected: 'xlsx', found: 'xml' } },
  ],
  [
    'a sealed workbook',
    oleOf(['Root Entry', 'EncryptionInfo', 'EncryptedPackage']),
    { code: 'workbook.encrypted', params: {} },
  ],
  [
    'an old document',
    oleOf(['Root Entry', 'WordDocument']),
    { code: 'workbook.type-mismatch', params: { expected: 'xlsx', found: 'doc' } },
  ],
  [
    'an OLE header and no more',
    oleOf([]).subarray(0, 512),
    { code: 'workbook.damaged', params: { part: 'ole', problem: 'truncated' } },
  ],
])('%s is refused', async (_, content, refusal) => {
  expect(await refusalOf(fileOf('list.xlsx', content))).toEqual(refusal)
})

test('a picture that promises nothing is simply not a workbook', async () => {
  expect(await refusalOf(fileOf('photo.png', Buffer.from('89504e470d0a1a0a00', 'hex')))).toEqual({
    code: 'workbook.not-a-workbook',
    params: { expected: 'workbook', found: 'png' },
  })
})

test('a Word document, an unknown zip and a text document of LibreOffice are named as what they are', async () => {
  const types =
    '<Types><Override ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'

  expect((await refusalOf(await zipOf('a.xlsx', { '[Content_Types].xml': types })))?.params).toEqual({
    expected: 'xlsx',
    found: 'docx',
  })
  expect((await refusalOf(await zipOf('a.ods', { 'a.txt': 'a' })))?.params).toEqual({
    expected: 'ods',
    found: 'zip',
  })
  expect(
    (await refusalOf(await zipOf('a.ods', { mimetype: 'application/vnd.oasis.opendocument.text' })))?.params,
  ).toEqual({ expected: 'ods', found: 'odt' })
})

test('an .ods behind a password is refused as such', async () => {
  const path = await zipOf('a.ods', {
    mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
    'META-INF/manifest.xml': '<manifest:manifest><manifest:encryption-data/></manifest:manifest>',
    'content.xml': 'sealed',
  })

  expect((await refusalOf(path))?.code).toBe('workbook.encrypted')
})

test('a file larger than allowed is not even looked into', async () => {
  expect(await refusalOf(fileOf('a.csv', 'a,b\n'.repeat(100)), { limits: { maxFileBytes: 399 } })).toEqual({
    code: 'workbook.too-large',
    params: { bytes: 400, maximum: 399 },
  })
})

test('a zip that is cut short or changed in one byte is a damage', async () => {
  const whole = readFileSync(
    await zipOf('a.xlsx', xlsxParts(worksheet('<row r="1"><c r="A1"><v>123456</v></c></row>'.repeat(50)))),
  )
  const changed = Buffer.from(whole)
  const at = whole.indexOf('xl/worksheets/sheet1.xml') + 60
  changed.writeUInt8(changed.readUInt8(at) ^ 4, at)

  expect((await refusalOf(fileOf('a.xlsx', whole.subarray(0, whole.length - 30))))?.code).toBe(
    'workbook.damaged',
  )
  expect((await refusalOf(fileOf('a.xlsx', whole.subarray(0, 300))))?.code).toBe('workbook.damaged')
  expect((await refusalOf(fileOf('a.xlsx', changed)))?.code).toBe('workbook.damaged')
})

test('a checksum that does not fit is a damage', async () => {
  const whole = readFileSync(
    await zipOf('a.xlsx', xlsxParts(worksheet('<row r="1"><c r="A1"><v>1</v></c></row>'))),
  )
  const directory = whole.lastIndexOf('xl/worksheets/sheet1.xml') - 46
  whole.writeUInt8(whole.readUInt8(directory + 16) ^ 1, directory + 16)

  expect(await refusalOf(fileOf('a.xlsx', whole))).toEqual({
    code: 'workbook.damaged',
    params: { part: 'xl/worksheets/sheet1.xml', problem: 'checksum' },
  })
})

test('entries that share the same bytes of the zip are refused', async () => {
  const whole = readFileSync(await zipOf('a.xlsx', xlsxParts(worksheet(''))))
  const second = whole.indexOf(Buffer.from('504b0102', 'hex')) + 46 + '[Content_Types].xml'.length
  whole.writeUInt32LE(0, second + 42)

  expect(await refusalOf(fileOf('a.xlsx', whole))).toEqual({
    code: 'workbook.damaged',
    params: { part: 'archive', problem: 'overlap' },
  })
})

test('a sheet that unpacks to 300 MB of zeros is refused before most of it is unpacked', async () => {
  const path = await zipOf('bomb.xlsx', { ...xlsxParts(''), 'xl/worksheets/sheet1.xml': zeros(300) })
  const began = performance.now()

  expect((await refusalOf(path))?.code).toBe('workbook.unpacks-too-large')
  expect((await refusalOf(path, { limits: { maxUnpackedBytes: 10_000_000 } }))?.params).toEqual({
    maximum: 10_000_000,
  })
  expect(performance.now() - began).toBeLessThan(5000)
})

test('an .xlsb that is a bomb never reaches the library that would unpack it', async () => {
  const types =
    '<Types><Override ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/></Types>'
  const path = await zipOf('bomb.xlsb', { '[Content_Types].xml': types, 'xl/workbook.bin': zeros(100) })

  expect((await refusalOf(path))?.code).toBe('workbook.unpacks-too-large')
})

test('an .ods bomb of repeated rows is refused by its number of rows', async () => {
  const row =
    '<table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384" office:value-type="float" office:value="1"/></table:table-row>'
  const path = await zipOf('bomb.ods', {
    mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
    'content.xml': `<o><table:table table:name="a">${row.repeat(3)}</table:table></o>`,
  })

  expect((await refusalOf(path))?.code).toBe('workbook.too-many-rows')
})

test('a document type is refused wherever it stands, and nothing of it is expanded', async () => {
  const lol = '<!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;">]>'
  const sheet = worksheet('<row r="1"><c r="A1" t="str"><v>&lol2;</v></c></row>').replace(
    '<worksheet',
    `${lol}<worksheet`,
  )
  const strings = xlsxParts(worksheet('<row r="1"><c r="A1" t="s"><v>0</v></c></row>'), {
    'xl/sharedStrings.xml': `${lol}<sst><si><t>&lol2;</t></si></sst>`,
  })

  expect((await refusalOf(await zipOf('a.xlsx', xlsxParts(sheet))))?.params).toEqual({
    part: 'xl/worksheets/sheet1.xml',
    problem: 'doctype',
  })
  expect((await refusalOf(await zipOf('a.xlsx', strings)))?.params).toEqual({
    part: 'xl/sharedStrings.xml',
    problem: 'doctype',
  })
})

test.each([
  ['a text that is not there', '<row r="1"><c r="A1" t="s"><v>7</v></c></row>', 'shared-string'],
  ['no end', '<row r="1"><c r="A1"><v>7</v></c>', 'xml'],
  ['an impossible row', '<row r="-1"><c r="A1"><v>7</v></c></row>', 'row-number'],
])('a sheet with %s is a damage', async (_, rows, problem) => {
  expect((await refusalOf(await zipOf('a.xlsx', xlsxParts(worksheet(rows)))))?.params).toEqual({
    part: 'xl/worksheets/sheet1.xml',
    problem,
  })
})

test('a sheet that claims to be immense costs what its three cells cost', async () => {
  const rows =
    '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="B1048576"><v>2</v></c><c r="XFD1048576"><v>3</v></c></row>'
  const path = await zipOf('claim.xlsx', xlsxParts(worksheet(rows, '<dimension ref="A1:XFD1048576"/>')))

  expect((await readAll(path)).sheets[0]?.rows).toEqual([
    { number: 1, cells: [1], hidden: false },
    { number: 1048576, cells: [null, 2], hidden: false },
  ])
})

function* twoMillionRows(): Iterable<string> {
  yield '<worksheet><sheetData>'
  for (let row = 0; row < 400; row += 1) yield '<row><c><v>1</v></c></row>'.repeat(5000)
  yield '</sheetData></worksheet>'
}

test('two million rows are refused soon after the limit, not at the end', async () => {
  const path = await zipOf('many.xlsx', { ...xlsxParts(''), 'xl/worksheets/sheet1.xml': twoMillionRows() })
  const csv = fileOf('many.csv', '1,2\n'.repeat(20_000))

  expect(await refusalOf(path, { limits: { maxRows: 100_000 } })).toEqual({
    code: 'workbook.too-many-rows',
    params: { maximum: 100_000 },
  })
  expect((await refusalOf(csv, { limits: { maxRows: 19_999 } }))?.code).toBe('workbook.too-many-rows')
  expect(await refusalOf(csv, { limits: { maxRows: 20_000 } })).toBeUndefined()
})

test('a workbook under another name is read, and the name is noted', async () => {
  const book = { SheetNames: ['یک'], Sheets: { یک: utils.aoa_to_sheet([['کد', 1]]) } }
  const xlsx = fileOf('list.csv', write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer)
  const xls = fileOf('upload', write(book, { type: 'buffer', bookType: 'biff8' }) as Buffer)

  expect(await readAll(xlsx)).toMatchObject({ format: 'xlsx', renamedFrom: 'csv' })
  expect(await readAll(xls, { name: 'فهرست.xlsx' })).toMatchObject({ format: 'xls', renamedFrom: 'xlsx' })
  expect(await readAll(fileOf('list.xlsx', 'a,b\n1,2\n'))).toMatchObject({
    format: 'csv',
    renamedFrom: 'xlsx',
  })
  expect(await readAll(xls)).not.toHaveProperty('renamedFrom')
})
