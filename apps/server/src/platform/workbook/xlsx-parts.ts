import { posix } from 'node:path'
import { damaged } from './workbook-refusal.ts'
import { attribute, attributes, createXmlTokenizer, isSet, prefixedAttribute } from './xml-tokens.ts'
import { type Archive, readPart } from './zip-archive.ts'

/** One link from a part to another; `kind` is the last word of its type, the same in both dialects of the format. */
export type Relation = { id: string; kind: string; target: string; external: boolean }

/** One worksheet and the part that holds it. */
export type SheetPart = { name: string; hidden: boolean; part: string }

/** Where the pieces of an .xlsx stand inside its zip. */
export type XlsxParts = {
  workbook: string
  relations: Relation[]
  sheets: SheetPart[]
  sharedStrings: string | undefined
  styles: string | undefined
  date1904: boolean
}

/** The part that lists the links of a part. */
export function relationsPartOf(part: string): string {
  return posix.join(posix.dirname(part), '_rels', `${posix.basename(part)}.rels`)
}

/** The part that a link leads to, from the part that holds the link. */
function resolveTarget(part: string, target: string): string {
  const plain = target.replaceAll('\\', '/')
  const path = plain.startsWith('/') ? plain.slice(1) : posix.join(posix.dirname(part), plain)
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/** Calls back for every opening tag of a small part. */
function eachTag(part: string, text: string, visit: (name: string, raw: string) => void): void {
  const tokens = createXmlTokenizer(part, { open: visit, close: () => undefined, text: () => undefined })
  tokens.feed(text)
  tokens.end()
}

/** The links of a part; none when it has no list of them. */
async function readRelations(archive: Archive, part: string): Promise<Relation[]> {
  const list = relationsPartOf(part)
  if (!archive.entries.has(list.toLowerCase())) return []
  const relations: Relation[] = []
  eachTag(list, await readPart(archive, list), (name, raw) => {
    if (name !== 'Relationship') return
    const found = attributes(raw)
    const external = found.get('TargetMode') === 'External'
    const target = found.get('Target') ?? ''
    relations.push({
      id: found.get('Id') ?? '',
      kind: (found.get('Type') ?? '').split('/').at(-1) ?? '',
      target: external ? target : resolveTarget(part, target),
      external,
    })
  })
  return relations
}

/** Finds the sheets and what they need, by following the links from the package's root. */
export async function readXlsxParts(archive: Archive): Promise<XlsxParts> {
  const root = await readRelations(archive, '')
  const workbook = root.find((relation) => relation.kind === 'officeDocument')?.target ?? 'xl/workbook.xml'
  const relations = await readRelations(archive, workbook)
  const sheets: SheetPart[] = []
  let date1904 = false
  eachTag(workbook, await readPart(archive, workbook), (name, raw) => {
    if (name === 'workbookPr') date1904 = isSet(attribute(raw, 'date1904'))
    if (name !== 'sheet') return
    const id = prefixedAttribute(raw, 'id')
    const relation = relations.find((candidate) => candidate.id === id)
    if (relation === undefined) throw damaged(workbook, 'sheet-without-part')
    if (relation.kind !== 'worksheet') return
    if (!archive.entries.has(relation.target.toLowerCase())) throw damaged(relation.target, 'missing')
    const state = attribute(raw, 'state')
    sheets.push({
      name: (attribute(raw, 'name') ?? '').toWellFormed(),
      hidden: state === 'hidden' || state === 'veryHidden',
      part: relation.target,
    })
  })
  const partOf = (kind: string): string | undefined => {
    const target = relations.find((relation) => relation.kind === kind)?.target
    return target !== undefined && archive.entries.has(target.toLowerCase()) ? target : undefined
  }
  return {
    workbook,
    relations,
    sheets,
    sharedStrings: partOf('sharedStrings'),
    styles: partOf('styles'),
    date1904,
  }
}

// Formats 14–22, 27–36, 45–47 and 50–58 are dates and times without being written out (ECMA-376 part 1, 18.8.30).
function isBuiltInDate(id: number): boolean {
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)
}

function isDateFormat(code: string): boolean {
  return /[ymdhs]/i.test(code.replace(/"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]|General/gi, ''))
}

/** For each cell style by number, whether it shows a date or time. */
export async function readDateStyles(archive: Archive, part: string): Promise<boolean[]> {
  const dateFormats = new Set<number>()
  const styles: boolean[] = []
  let inCellFormats = false
  eachTag(part, await readPart(archive, part), (name, raw) => {
    if (name === 'numFmt' && isDateFormat(attribute(raw, 'formatCode') ?? ''))
      dateFormats.add(Number(attribute(raw, 'numFmtId')))
    else if (name === 'cellXfs') inCellFormats = true
    else if (name === 'cellStyles' || name === 'dxfs') inCellFormats = false
    else if (name === 'xf' && inCellFormats) {
      const id = Number(attribute(raw, 'numFmtId') ?? 0)
      styles.push(isBuiltInDate(id) || dateFormats.has(id))
    }
  })
  return styles
}
