import { open } from 'node:fs/promises'
import { extname } from 'node:path'
import { readOleNames } from './ole-directory.ts'
import type { WorkbookLimits } from './workbook-shape.ts'
import { WorkbookRefusal } from './workbook-refusal.ts'
import { type Archive, openArchive, readPart } from './zip-archive.ts'

/** What a file is, by its content; `markup` is HTML or SpreadsheetML, which programs save under the name .xls. */
export type FileKind =
  | { kind: 'xlsx' | 'xlsb' | 'ods'; archive: Archive }
  | { kind: 'xls' | 'markup' | 'flat-ods' | 'csv' }

const EXTENSIONS: Record<FileKind['kind'], readonly string[]> = {
  xlsx: ['xlsx', 'xlsm', 'xltx', 'xltm'],
  xlsb: ['xlsb'],
  ods: ['ods', 'ots'],
  xls: ['xls', 'xlt'],
  markup: ['xls', 'xml', 'html', 'htm'],
  'flat-ods': ['fods', 'xml'],
  csv: ['csv', 'tsv', 'txt'],
}

const PROMISING = new Set(Object.values(EXTENSIONS).flat())

const SIGNATURES: readonly [found: string, bytes: string][] = [
  ['pdf', '%PDF-'],
  ['png', '\x89PNG'],
  ['jpeg', '\xff\xd8\xff'],
  ['gif', 'GIF8'],
  ['rar', 'Rar!'],
  ['7z', '7z\xbc\xaf\x27\x1c'],
  ['gzip', '\x1f\x8b'],
  ['rtf', '{\\rtf'],
  ['executable', '\x7fELF'],
]

const BYTE_ORDER_MARKS = ['\xff\xfe', '\xfe\xff', '\xef\xbb\xbf']

/** The lower-case extension of a file's name, without its dot. */
function extensionOf(name: string): string {
  return extname(name).slice(1).toLowerCase()
}

/** The extension, when it promises another type of workbook than the content is. */
export function renamedFrom(kind: FileKind['kind'], name: string): string | undefined {
  const extension = extensionOf(name)
  return PROMISING.has(extension) && !EXTENSIONS[kind].includes(extension) ? extension : undefined
}

/** Tells by the content what a file is; refuses what is not a workbook, is sealed by a password, or is too large. */
export async function findFileKind(path: string, name: string, limits: WorkbookLimits): Promise<FileKind> {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    if (size > limits.maxFileBytes) {
      throw new WorkbookRefusal('workbook.too-large', { bytes: size, maximum: limits.maxFileBytes })
    }
    const { buffer, bytesRead } = await file.read(Buffer.alloc(8192), 0, 8192, 0)
    const start = buffer.toString('latin1', 0, bytesRead)
    if (start.startsWith('PK\x03\x04') || start.startsWith('PK\x05\x06'))
      return await findZipKind(path, name, limits)
    if (start.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'))
      return findOleKind(await readOleNames(file), name)
    const known = SIGNATURES.find(([, bytes]) => start.startsWith(bytes))
    if (known !== undefined) throw notAWorkbook(name, known[0])
    // A worksheet of Excel 2 to 4 stands alone, beginning with its BOF record.
    // oxlint-disable-next-line no-control-regex -- The record is made of control characters.
    if (/^\x09[\x00\x02\x04\x08][\x04-\x10]\x00/.test(start)) return { kind: 'xls' }
    return findTextKind(start, name)
  } finally {
    await file.close()
  }
}

function notAWorkbook(name: string, found: string): WorkbookRefusal {
  const extension = extensionOf(name)
  const promised = PROMISING.has(extension) && found !== 'binary'
  return new WorkbookRefusal(promised ? 'workbook.type-mismatch' : 'workbook.not-a-workbook', {
    expected: PROMISING.has(extension) ? extension : 'workbook',
    found,
  })
}

async function findZipKind(path: string, name: string, limits: WorkbookLimits): Promise<FileKind> {
  const archive = await openArchive(path, limits)
  try {
    if (archive.entries.has('[content_types].xml')) {
      const types = await readPart(archive, '[Content_Types].xml')
      if (
        /spreadsheetml\.(?:sheet|template)\.main|ms-excel\.(?:sheet|template)\.macroEnabled\.main/.test(types)
      ) {
        return { kind: 'xlsx', archive }
      }
      if (types.includes('ms-excel.sheet.binary.macroEnabled.main')) return { kind: 'xlsb', archive }
      throw notAWorkbook(
        name,
        types.includes('wordprocessingml') ? 'docx' : types.includes('presentationml') ? 'pptx' : 'zip',
      )
    }
    const mimetype = archive.entries.has('mimetype') ? await readPart(archive, 'mimetype') : ''
    if (!mimetype.startsWith('application/vnd.oasis.opendocument.spreadsheet')) {
      throw notAWorkbook(name, mimetype.includes('opendocument.text') ? 'odt' : 'zip')
    }
    const manifest = 'META-INF/manifest.xml'
    const sealed =
      archive.entries.has(manifest.toLowerCase()) &&
      (await readPart(archive, manifest)).includes('encryption-data')
    if (sealed) throw new WorkbookRefusal('workbook.encrypted')
    return { kind: 'ods', archive }
  } catch (error) {
    archive.close()
    throw error
  }
}

function findOleKind(names: readonly string[], name: string): FileKind {
  if (names.includes('EncryptedPackage')) throw new WorkbookRefusal('workbook.encrypted')
  if (names.includes('Workbook') || names.includes('Book')) return { kind: 'xls' }
  const found = names.includes('WordDocument') ? 'doc' : names.includes('PowerPoint Document') ? 'ppt' : 'ole'
  throw notAWorkbook(name, found)
}

function findTextKind(start: string, name: string): FileKind {
  const mark = BYTE_ORDER_MARKS.find((bytes) => start.startsWith(bytes)) ?? ''
  const wide = mark.length === 2
  const text = (wide ? start.slice(2).replaceAll('\0', '') : start.slice(mark.length)).trimStart()
  if (text === '') throw new WorkbookRefusal('workbook.empty')
  if (!wide && start.includes('\0'))
    throw notAWorkbook(name, start.startsWith('MZ') ? 'executable' : 'binary')
  // oxlint-disable-next-line no-control-regex -- Control characters tell a binary file from a text.
  const controls = (text.match(/[\x01-\x08\x0e-\x1a\x1c-\x1f]/g) ?? []).length
  if (!wide && controls * 50 > text.length) throw notAWorkbook(name, 'binary')
  if (!text.startsWith('<')) return { kind: 'csv' }
  if (/<office:document[\s>]/.test(text)) return { kind: 'flat-ods' }
  if (/<(?:!doctype html|html|head|body|table|meta|style)[\s>]/i.test(text)) return { kind: 'markup' }
  if (/progid="Excel\.Sheet"|urn:schemas-microsoft-com:office:spreadsheet/.test(text))
    return { kind: 'markup' }
  if (/^<(?:\?xml|svg)/i.test(text)) throw notAWorkbook(name, 'xml')
  return { kind: 'csv' }
}
