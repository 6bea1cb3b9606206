import { editXml } from './xml-edit.ts'
import { attribute, attributes } from './xml-tokens.ts'
import { damaged } from './workbook-refusal.ts'
import { relationsPartOf, type XlsxParts } from './xlsx-parts.ts'

const SHEET_MAIN = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'
const STYLES_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml'
const STYLES_KIND = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles'

// Macros, links to other files, and the order in which formulas are computed: nothing that runs goes back.
const LEFT_OUT = new Set([
  'vbaProject',
  'externalLink',
  'calcChain',
  'attachedToolbars',
  'volatileDependencies',
])

/** A workbook's parts that carry code or formulas, by lower-cased name. */
export function partsLeftOut(parts: XlsxParts): Set<string> {
  if (
    parts.relations.some(
      (relation) => relation.kind === 'xlMacrosheet' || relation.kind === 'xlIntlMacrosheet',
    )
  ) {
    throw damaged(parts.workbook, 'macro-sheets')
  }
  return new Set(
    parts.relations.filter(({ kind }) => LEFT_OUT.has(kind)).map(({ target }) => target.toLowerCase()),
  )
}

/** The list of content types for a plain .xlsx without the parts left out; with `styles` when that part is new. */
export function editContentTypes(
  text: string,
  circumstances: { parts: XlsxParts; leftOut: ReadonlySet<string>; styles?: string },
): string {
  const { parts, leftOut, styles } = circumstances
  const edited = editXml('[Content_Types].xml', text, (name, raw) => {
    if (name !== 'Override') return undefined
    const part = (attribute(raw, 'PartName') ?? '').replace(/^\//, '')
    if (leftOut.has(part.toLowerCase())) return null
    return part.toLowerCase() === parts.workbook.toLowerCase()
      ? raw.replace(/ContentType\s*=\s*(?:"[^"]*"|'[^']*')/, `ContentType="${SHEET_MAIN}"`)
      : undefined
  })
  return styles === undefined
    ? edited
    : beforeEnd(edited, (prefix) => `<${prefix}Override PartName="/${styles}" ContentType="${STYLES_TYPE}"/>`)
}

/** The workbook's links without those to the parts left out; with one to `styles` when that part is new. */
export function editWorkbookRelations(text: string, parts: XlsxParts, styles?: string): string {
  const ids = new Set(parts.relations.filter(({ kind }) => LEFT_OUT.has(kind)).map(({ id }) => id))
  const edited = editXml(relationsPartOf(parts.workbook), text, (name, raw) =>
    name === 'Relationship' && ids.has(attributes(raw).get('Id') ?? '') ? null : undefined,
  )
  return styles === undefined
    ? edited
    : beforeEnd(
        edited,
        (prefix) => `<${prefix}Relationship Id="rIdMarkStyles" Type="${STYLES_KIND}" Target="/${styles}"/>`,
      )
}

/** The list of sheets without links to other files, and without names that lead there. */
export function editWorkbook(text: string, part: string): string {
  const local = text.replace(/<((?:[\w.-]+:)?)definedName\b[^>]*>[^<]*\[[^<]*<\/\1definedName\s*>/g, '')
  return editXml(part, local, (name) => (name === 'externalReferences' ? null : undefined))
}

/** A table's definition without the formulas that would fill its columns or its total row. */
export function editTable(text: string, part: string): string {
  return editXml(part, text, (name, raw) => {
    if (name === 'calculatedColumnFormula' || name === 'totalsRowFormula') return null
    return name === 'tableColumn'
      ? raw.replace(/\stotalsRowFunction\s*=\s*(?:"[^"]*"|'[^']*')/, '')
      : undefined
  })
}

function beforeEnd(text: string, element: (prefix: string) => string): string {
  return text.replace(/<\/((?:[\w.-]+:)?)[\w]+\s*>\s*$/, (end, prefix: string) => element(prefix) + end)
}
