import { attribute, createXmlTokenizer } from './xml-tokens.ts'
import { editXml, prefixOf, withAttribute } from './xml-edit.ts'
import { damaged } from './workbook-refusal.ts'

/** How strongly a row is marked: an error keeps it out, a warning lets it in. */
export type Tone = 'error' | 'warning'

/** The cell styles of a workbook, with marked variants added as they are asked for. */
export type MarkStyles = {
  /** The style with the tone's fill and all else of `base` as it is. */
  toned: (base: number, tone: Tone) => number
  /** The style without a fill that an earlier marking gave it; the same style when it has none. */
  cleared: (base: number) => number
  /** Red wrapped text. */
  reason: () => number
  /** Bold. */
  header: () => number
  /** The styles part with what was added. */
  finish: () => string
}

// Light red and light yellow, near to but not the colours of Excel's own “Bad” and “Neutral”, which senders use.
const FILLS: Record<Tone, string> = { error: 'FFFFC9C9', warning: 'FFFFF3BF' }
const RED = 'FFC92A2A'
// Excel refuses workbooks with more than 65,490 cell formats.
const MAX_STYLES = 65_000

/** A styles part with nothing in it, for workbooks that have none. */
export const EMPTY_STYLES = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs></styleSheet>`

/** The children of one list in the styles part, each as raw XML. */
function listItems(part: string, text: string, list: string): string[] {
  const items: string[] = []
  let depth = 0
  let item = ''
  const tokens = createXmlTokenizer(part, {
    open(name, raw, empty) {
      if (depth === 0 && name === list) depth = empty ? 0 : 1
      else if (depth > 0) {
        item += raw
        if (!empty) depth += 1
        else if (depth === 1) items.push(item)
        if (empty && depth === 1) item = ''
      }
    },
    close(_, raw) {
      if (depth === 0) return
      depth -= 1
      if (depth === 0) return
      item += raw
      if (depth === 1) {
        items.push(item)
        item = ''
      }
    },
    text(raw) {
      if (depth > 1) item += raw
    },
  })
  tokens.feed(text)
  return items
}

function colouredFont(font: string, prefix: string, change: 'red' | 'bold'): string {
  const plain = font.endsWith('/>') && !font.includes('</') ? font.replace(/\/>$/, `></${prefix}font>`) : font
  if (change === 'bold') return plain.replace(/^<[^>]*>/, (tag) => `${tag}<${prefix}b/>`)
  const bare = plain.replace(/<(?:[\w.-]+:)?color\b[^>]*\/>/, '')
  const colour = `<${prefix}color rgb="${RED}"/>`
  const withSize = bare.replace(/<(?:[\w.-]+:)?sz\b[^>]*\/>/, (tag) => `${tag}${colour}`)
  return withSize === bare ? bare.replace(/^<[^>]*>/, (tag) => `${tag}${colour}`) : withSize
}

/** Opens the styles part of a workbook for additions. */
export function openMarkStyles(part: string, text: string): MarkStyles {
  const fonts = listItems(part, text, 'fonts')
  const fills = listItems(part, text, 'fills')
  const formats = listItems(part, text, 'cellXfs')
  const firstFont = fonts[0]
  const firstFormat = formats[0]
  if (firstFont === undefined || fills.length === 0 || firstFormat === undefined)
    throw damaged(part, 'styles')
  const prefix = prefixOf(firstFormat)
  const existing = { fonts: fonts.length, fills: fills.length, cellXfs: formats.length }
  const made = new Map<string, number>()

  const add = (list: string[], item: string): number => {
    const known = made.get(item)
    if (known !== undefined) return known
    list.push(item)
    made.set(item, list.length - 1)
    return list.length - 1
  }
  const remembered = new Map<string, number>()
  const remember = (key: string, make: () => number): number => {
    const index = remembered.get(key) ?? make()
    remembered.set(key, index)
    return index
  }
  const fillOf = (tone: Tone): number => {
    const present = fills.findIndex((fill) => fill.includes(FILLS[tone]))
    if (present >= 0) return present
    const pattern = `<${prefix}patternFill patternType="solid"><${prefix}fgColor rgb="${FILLS[tone]}"/><${prefix}bgColor indexed="64"/></${prefix}patternFill>`
    return add(fills, `<${prefix}fill>${pattern}</${prefix}fill>`)
  }
  const withFill = (base: number, fill: number): number => {
    const raw = formats[base] ?? firstFormat
    const changed = raw.replace(/^<[^>]*>/, (tag) =>
      withAttribute(withAttribute(tag, 'fillId', fill), 'applyFill', 1),
    )
    return formats.length > MAX_STYLES ? base : add(formats, changed)
  }
  const plain = (font: number, rest: string): number =>
    add(
      formats,
      `<${prefix}xf numFmtId="49" fontId="${font}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyAlignment="1">` +
        `<${prefix}alignment ${rest}/></${prefix}xf>`,
    )

  return {
    toned: (base, tone) => remember(`${tone} ${base}`, () => withFill(base, fillOf(tone))),
    cleared: (base) =>
      remember(`cleared ${base}`, () => {
        const fill = fills[Number(attribute(formats[base] ?? '', 'fillId') ?? 0)] ?? ''
        return Object.values(FILLS).some((colour) => fill.includes(colour)) ? withFill(base, 0) : base
      }),
    reason: () =>
      remember('reason', () =>
        plain(add(fonts, colouredFont(firstFont, prefix, 'red')), 'vertical="top" wrapText="1"'),
      ),
    header: () =>
      plain(add(fonts, colouredFont(firstFont, prefix, 'bold')), 'vertical="center" wrapText="1"'),
    finish() {
      const lists = { fonts, fills, cellXfs: formats }
      const counted = editXml(part, text, (name, raw) =>
        Object.hasOwn(lists, name)
          ? withAttribute(raw, 'count', lists[name as keyof typeof lists].length)
          : undefined,
      )
      return Object.entries(lists).reduce((styles, [name, items]) => {
        const added = items.slice(existing[name as keyof typeof existing]).join('')
        return styles.replace(new RegExp(`</(?:[\\w.-]+:)?${name}>`), (end) => added + end)
      }, counted)
    },
  }
}
